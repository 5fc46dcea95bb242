#!/usr/bin/env bash
# run before the namespaces are deleted; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e83-player-gw
kubectl -n "$NS" delete pod --all --force --grace-period=0
