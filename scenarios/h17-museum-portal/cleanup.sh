#!/usr/bin/env bash
# run before the namespace is deleted; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-h17-museum-portal
kubectl delete ingressclass h17-edge --ignore-not-found
