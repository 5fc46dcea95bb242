#!/usr/bin/env bash
# run before the namespace is deleted; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-h07-invoice-render
kubectl delete validatingwebhookconfiguration h07-policy-guard --ignore-not-found
