#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-h28-weather
kubectl -n $NS rollout status deploy/weather-api --timeout=180s
kubectl -n $NS set env deploy/weather-api RELEASE=2026.47
