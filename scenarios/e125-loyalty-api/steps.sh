#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e125-loyalty-api
kubectl -n "$NS" rollout status deploy/loyalty-api --timeout=90s
kubectl -n "$NS" rollout status deploy/points-ledger --timeout=60s
kubectl -n "$NS" set image deploy/loyalty-api loyalty-api=nginx:1.27
