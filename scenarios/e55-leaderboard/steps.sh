#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e55-leaderboard
sleep 30
kubectl -n "$NS" patch configmap leaderboard-season --type=merge -p '{"data":{"season":"2026-winter"}}'
sleep 75
kubectl -n "$NS" wait pod -l app=leaderboard --for=condition=Ready --timeout=90s
