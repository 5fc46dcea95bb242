#!/usr/bin/env bash
# run before the namespaces are deleted; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e61-vectordb
kubectl -n "$NS" delete deploy vectordb --wait=false; kubectl delete pv e61-vectors --wait=false
