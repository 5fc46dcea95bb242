#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e81-nightly
for i in $(seq 60); do [ -n "$(kubectl -n "$NS" get jobs -o jsonpath='{.items[?(@.status.failed)].metadata.name}')" ] && break; sleep 2; done
kubectl -n "$NS" patch configmap fx-import --type=merge -p '{"data":{"source":"https://fx.example.test/daily"}}'
