#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e56-basket-api
kubectl -n "$NS" rollout status deploy/basket-api --timeout=90s
kubectl -n "$NS" patch secret basket-redis --type=merge -p '{"stringData":{"password":"canary-e56-Kp78-new-almond"}}'
kubectl -n "$NS" rollout restart deploy/basket-redis
kubectl -n "$NS" rollout status deploy/basket-redis --timeout=60s
