#!/usr/bin/env bash
# run before the namespaces are deleted; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e16-loans
kubectl delete validatingadmissionpolicybinding e16-cost-center-required; kubectl delete validatingadmissionpolicy e16-cost-center-required
