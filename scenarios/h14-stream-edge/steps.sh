#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-h14-stream-edge
kubectl -n $NS rollout status deploy/stream-edge --timeout=90s
kubectl -n $NS set env deploy/stream-edge EDGE_VERSION=89
kubectl -n $NS rollout status deploy/stream-edge --timeout=120s
