#!/usr/bin/env bash
# run before the namespaces are deleted; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e15-returns
kubectl delete validatingwebhookconfiguration e15-policy-gate
