#!/usr/bin/env bash
# $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e206-orders
kubectl -n $NS rollout status deploy/orders --timeout=60s
kubectl -n $NS set env deploy/orders APP_VERSION=2026.11.2
