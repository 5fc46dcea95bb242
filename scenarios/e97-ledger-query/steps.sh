#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e97-ledger-query
sleep 22
kubectl -n "$NS" scale deploy/ledger-pg --replicas=1
kubectl -n "$NS" wait pod -l app.kubernetes.io/name=ledger-query --for=condition=Ready --timeout=120s
