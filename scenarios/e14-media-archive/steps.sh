#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e14-media-archive
kubectl -n "$NS" rollout status deploy/reindex-worker --timeout=60s
kubectl -n "$NS" delete pvc media-archive --wait=false
