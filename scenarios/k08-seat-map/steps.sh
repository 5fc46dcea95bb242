#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-k08-seat-map
kubectl -n "$NS" rollout status deploy/seat-map --timeout=60s
kubectl -n "$NS" set image deploy/seat-map 'seat-map=nginx:${BUILD_TAG}'
kubectl -n "$NS" annotate deploy/seat-map kubernetes.io/change-cause="pipeline 9917" --overwrite
