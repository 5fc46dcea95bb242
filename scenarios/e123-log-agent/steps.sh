#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e123-log-agent
kubectl -n "$NS" rollout status deploy/log-search --timeout=60s; sleep 8
kubectl -n "$NS" set env ds/log-agent AGENT_VERSION=1.20.0
