#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-h13-tariff
kubectl -n $NS rollout status deploy/tariff --timeout=60s
kubectl -n $NS set env deploy/tariff MANAGEMENT_SERVER_PORT=9091
