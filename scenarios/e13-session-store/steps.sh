#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e13-session-store
kubectl -n "$NS" rollout status deploy/session-store --timeout=60s
kubectl -n "$NS" set image deploy/session-store session-store=redis:7.2
