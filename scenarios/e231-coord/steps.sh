#!/usr/bin/env bash
# $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e231-coord
kubectl -n $NS rollout status sts/zk --timeout=120s
kubectl -n $NS scale sts/zk --replicas=4
