#!/usr/bin/env bash
# $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e207-ingress
kubectl -n $NS rollout status deploy/traefik --timeout=60s
kubectl -n $NS set env deploy/traefik TRAEFIK_VERSION=3.2.1
