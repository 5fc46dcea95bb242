#!/usr/bin/env bash
# $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e233-search-roll
kubectl -n $NS rollout status sts/search-data --timeout=200s
kubectl -n $NS set env sts/search-data ES_RELEASE=8.13.4-2
for i in $(seq 60); do [ "$(kubectl -n $NS get sts search-data -o jsonpath='{.status.updatedReplicas}')" = 2 ] && break; sleep 2; done
