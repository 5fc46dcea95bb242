#!/usr/bin/env bash
# $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e216-profiles
kubectl -n $NS rollout status sts/mongo --timeout=90s
kubectl -n $NS scale sts/mongo --replicas=1
