#!/usr/bin/env bash
# run before the namespaces are deleted; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e210-payments
kubectl delete mutatingwebhookconfiguration e210-vault-agent-injector
