#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e20-notifier
kubectl -n "$NS" rollout status deploy/notifier --timeout=60s
sleep 5
kubectl -n "$NS" patch deploy notifier --type=json -p '[{"op":"replace","path":"/spec/template/spec/containers/0/env","value":[{"name":"KAFKA_GROUP","value":"notifier"},{"name":"LOG_LEVEL","value":"info"},{"name":"TRACING","value":"on"}]},{"op":"replace","path":"/spec/strategy","value":{"type":"Recreate"}}]'
