#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e83-player-gw
kubectl -n "$NS" rollout status deploy/player-gw --timeout=90s
kubectl -n "$NS" scale deploy/player-gw --replicas=2
