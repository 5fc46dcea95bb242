#!/usr/bin/env bash
# run before the namespace is deleted; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-h26-lease-store
kubectl -n $NS patch pod lease-store-1 --type=merge -p '{"metadata":{"finalizers":null}}'
