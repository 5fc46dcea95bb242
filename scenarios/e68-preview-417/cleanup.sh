#!/usr/bin/env bash
# run before the namespaces are deleted; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e68-preview-417
kubectl -n "$NS" patch configmap preview-dns-record --type=merge -p '{"metadata":{"finalizers":null}}'
