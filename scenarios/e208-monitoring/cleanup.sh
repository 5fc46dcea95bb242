#!/usr/bin/env bash
# run before the namespaces are deleted; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e208-monitoring
kubectl delete pv e208-prometheus-data --wait=false
