#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-h17-museum-portal
kubectl -n $NS rollout status deploy/portal --timeout=60s
kubectl -n $NS patch svc portal --type=json -p '[{"op":"replace","path":"/spec/ports/0/name","value":"http-alt"}]'
