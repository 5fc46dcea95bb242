#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e66-ringstore
kubectl -n "$NS" rollout status sts/ringstore --timeout=90s
kubectl -n "$NS" set env sts/ringstore STORAGE_ENGINE=lsm-v3
