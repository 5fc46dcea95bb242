#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e21-thumbs
kubectl -n "$NS" rollout status deploy/resizer --timeout=60s
sleep 4
kubectl -n "$NS" set resources deploy/resizer --limits=memory=40Mi
