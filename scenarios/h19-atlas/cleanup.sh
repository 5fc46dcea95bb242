#!/usr/bin/env bash
# run before the namespace is deleted; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-h19-atlas
kubectl delete storageclass h19-local-late --ignore-not-found
