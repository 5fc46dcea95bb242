#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-k03-enrolment-api
kubectl -n "$NS" rollout status deploy/enrolment-api --timeout=60s
kubectl -n "$NS" set env deploy/enrolment-api RELEASE=3.9.0
kubectl -n "$NS" annotate deploy/enrolment-api kubernetes.io/change-cause="release 3.9.0" --overwrite
