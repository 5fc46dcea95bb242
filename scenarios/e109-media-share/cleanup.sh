#!/usr/bin/env bash
# run before the namespaces are deleted; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e109-media-share
kubectl delete pv e109-media-1 --wait=false
kubectl delete storageclass e109-files
