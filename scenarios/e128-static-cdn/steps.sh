#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e128-static-cdn
kubectl -n "$NS" rollout status deploy/static-cdn --timeout=60s
kubectl -n "$NS" patch deploy static-cdn --type=json -p '[{"op":"add","path":"/spec/template/spec/containers/0/securityContext","value":{"capabilities":{"drop":["ALL"]},"allowPrivilegeEscalation":false}}]'
