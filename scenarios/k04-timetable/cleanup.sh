#!/usr/bin/env bash
# run before the namespace is deleted; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-k04-timetable
kubectl delete ingressclass k04-edge --ignore-not-found
