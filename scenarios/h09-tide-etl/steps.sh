#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-h09-tide-etl
for i in $(seq 60); do kubectl -n $NS get pods -l app=tide-etl --no-headers 2>/dev/null | grep -q Error && break; sleep 2; done
sleep 4
kubectl -n $NS scale deploy/tide-source --replicas=1
