#!/usr/bin/env bash
# run before the namespaces are deleted; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e14-media-archive
kubectl -n "$NS" delete deploy reindex-worker --wait=false
kubectl delete pv e14-media-archive --wait=false
