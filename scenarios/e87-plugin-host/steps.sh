#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e87-plugin-host
kubectl -n "$NS" rollout status deploy/plugin-host --timeout=60s
kubectl -n "$NS" patch deploy plugin-host --type=merge -p '{"spec":{"strategy":{"type":"Recreate","rollingUpdate":null},"template":{"spec":{"runtimeClassName":"e87-gvisor"}}}}'
