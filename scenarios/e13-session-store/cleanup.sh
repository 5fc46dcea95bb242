#!/usr/bin/env bash
# run before the namespaces are deleted; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e13-session-store
for p in $(kubectl -n "$NS" get pod -o name); do kubectl -n "$NS" patch "$p" --type=merge -p '{"metadata":{"finalizers":null}}'; done
kubectl -n "$NS" delete deploy session-store --wait=false
sleep 3
for p in $(kubectl -n "$NS" get pod -o name); do kubectl -n "$NS" patch "$p" --type=merge -p '{"metadata":{"finalizers":null}}'; done
