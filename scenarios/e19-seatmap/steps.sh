#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e19-seatmap
kubectl -n "$NS" rollout status deploy/seatmap --timeout=60s
kubectl -n "$NS" set image deploy/seatmap seatmap=nginx@sha256:6b1b3a2a9a0c9b4f5a7e0b7cbb0b9f3d7a1c5c1e2f40d1d8f3f6f1b6b7a0d4e2
