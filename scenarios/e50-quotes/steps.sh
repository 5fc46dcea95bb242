#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e50-quotes
kubectl -n "$NS" rollout status deploy/quotes --timeout=60s
kubectl -n "$NS" set image deploy/quotes quotes=nginx:1.27.99-rc1
sleep 25
kubectl -n "$NS" rollout undo deploy/quotes
kubectl -n "$NS" rollout status deploy/quotes --timeout=60s
