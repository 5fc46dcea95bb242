#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e124-geo-tiles
kubectl -n "$NS" rollout status deploy/geo-tiles --timeout=60s
kubectl -n "$NS" rollout pause deploy/geo-tiles
kubectl -n "$NS" set image deploy/geo-tiles geo-tiles=nginx:1.27
