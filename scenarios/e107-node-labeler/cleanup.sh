#!/usr/bin/env bash
# run before the namespaces are deleted; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e107-node-labeler
kubectl delete clusterrole e107-node-labeler
