#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-k09-crew-portal
kubectl -n "$NS" rollout status deploy/crew-portal --timeout=120s
kubectl -n "$NS" set env deploy/crew-portal RELEASE=7.1 WARMUP=20
kubectl -n "$NS" annotate deploy/crew-portal kubernetes.io/change-cause="release 7.1" --overwrite
