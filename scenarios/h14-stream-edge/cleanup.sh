#!/usr/bin/env bash
# run before the namespace is deleted; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-h14-stream-edge
kubectl -n $NS delete deploy stream-edge --wait=false
sleep 3
kubectl -n $NS delete pod --all --force --grace-period=0 --wait=false
