#!/usr/bin/env bash
# run before the namespace is deleted; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-h11-photo-vault
kubectl -n $NS delete deploy photo-vault --wait=false
kubectl -n $NS delete pvc originals --wait=false
kubectl delete pv h11-vault-originals --wait=false
