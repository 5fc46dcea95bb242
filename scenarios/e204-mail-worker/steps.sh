#!/usr/bin/env bash
# $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e204-mail-worker
kubectl -n $NS rollout status deploy/mail-worker --timeout=60s
kubectl -n $NS set env deploy/mail-worker RELEASE=4.2.0 CELERY_TASK_DEFAULT_QUEUE_TYPE-
