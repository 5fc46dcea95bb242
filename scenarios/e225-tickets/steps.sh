#!/usr/bin/env bash
# $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e225-tickets
kubectl -n $NS rollout status deploy/ticket-portal --timeout=90s
kubectl -n $NS set env deploy/ticket-portal "ASPNETCORE_URLS=http://+:8080;https://+:8443" APP_VERSION=7.3.0
