#!/usr/bin/env bash
# $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e217-billing-events
kubectl -n $NS rollout status deploy/billing-events --timeout=60s
kubectl -n $NS scale deploy/billing-events --replicas=3
