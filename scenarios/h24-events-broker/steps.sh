#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-h24-events-broker
kubectl -n $NS rollout status sts/events-broker --timeout=90s
kubectl -n $NS set env sts/events-broker CLUSTER_ID=q8Zr2LxVTdWQ5f0mJbNcGA
