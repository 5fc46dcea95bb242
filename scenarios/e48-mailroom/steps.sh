#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e48-mailroom
kubectl -n "$NS" rollout status deploy/mailroom --timeout=60s
sleep 12
kubectl -n "$NS" patch configmap mailroom-env --type=merge -p '{"data":{"SMTP_HOST":"smtp-relay-b"}}'
kubectl -n "$NS" delete deploy/smtp-relay-a service/smtp-relay-a --wait=false
