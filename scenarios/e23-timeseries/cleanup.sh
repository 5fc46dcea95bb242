#!/usr/bin/env bash
# run before the namespaces are deleted; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e23-timeseries
kubectl -n "$NS" delete sts tsdb --wait=false; kubectl delete pv e23-nvme-0 e23-nvme-1 --wait=false
