#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e24-node-agent
kubectl -n "$NS" rollout status ds/node-agent --timeout=60s
kubectl -n "$NS" patch ds node-agent --type=json -p '[{"op":"replace","path":"/spec/template/spec/containers/0/args","value":["run","--listen-addr=:9110"]}]'
