#!/usr/bin/env bash
# $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e220-devices
kubectl -n $NS rollout status sts/cassandra --timeout=120s
kubectl -n $NS set env sts/cassandra CASSANDRA_DC=dc1
