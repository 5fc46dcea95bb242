#!/usr/bin/env bash
# run before the namespaces are deleted; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e86-warehouse-db
kubectl delete pv e86-silver-1 --wait=false
