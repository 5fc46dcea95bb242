#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-h26-lease-store
kubectl -n $NS rollout status sts/lease-store --timeout=90s
kubectl -n $NS patch pod lease-store-1 --type=merge -p '{"metadata":{"finalizers":["volsnap.example.io/final-snapshot"]}}'
kubectl -n $NS delete pod lease-store-1 --wait=false
