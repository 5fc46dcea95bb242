#!/usr/bin/env bash
# run before the namespace is deleted; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-k28-boarding
kubectl delete validatingwebhookconfiguration k28-label-guard --ignore-not-found
