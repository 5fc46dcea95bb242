#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e80-cart
kubectl -n "$NS" rollout status deploy/cart-api --timeout=120s
kubectl -n "$NS" set image deploy/cart-api cart-api=nginx:1.28
