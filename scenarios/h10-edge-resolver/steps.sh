#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-h10-edge-resolver
kubectl -n $NS rollout status deploy/edge-resolver --timeout=60s
kubectl -n $NS set env deploy/edge-resolver RESOLVER_VERSION=3.2.0
