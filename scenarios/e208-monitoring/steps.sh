#!/usr/bin/env bash
# $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e208-monitoring
kubectl -n $NS rollout status deploy/prometheus --timeout=60s
kubectl -n $NS set env deploy/prometheus RETENTION=30d
