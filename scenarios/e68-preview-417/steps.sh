#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e68-preview-417
kubectl -n "$NS" rollout status deploy/preview-ui --timeout=60s
kubectl delete ns "$NS" --wait=false
