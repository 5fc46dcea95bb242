#!/usr/bin/env bash
# run before the namespaces are deleted; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e201-sso
kubectl delete pv e201-keycloak-db --wait=false
