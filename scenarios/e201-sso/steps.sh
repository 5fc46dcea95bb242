#!/usr/bin/env bash
# $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e201-sso
kubectl -n $NS rollout status sts/keycloak-db --timeout=60s
kubectl -n $NS set env sts/keycloak-db PG_MAJOR=17 PG_VERSION=17.2-1.pgdg120+1
kubectl -n $NS delete pod keycloak-db-0 --wait=false
