#!/usr/bin/env bash
# run before the namespace is deleted; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-k07-evidence-store
for p in 0 1; do kubectl -n "$NS" patch pod evidence-store-$p --type=merge -p '{"metadata":{"finalizers":null}}' || true; done
kubectl -n "$NS" delete sts evidence-store --wait=false
sleep 2
for p in 0 1; do kubectl -n "$NS" patch pod evidence-store-$p --type=merge -p '{"metadata":{"finalizers":null}}' || true; done
