#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-k07-evidence-store
kubectl -n "$NS" rollout status sts/evidence-store --timeout=90s
kubectl -n "$NS" rollout restart sts/evidence-store
