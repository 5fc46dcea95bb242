#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e27-brochure
kubectl -n "$NS" rollout status deploy/brochure --timeout=60s
kubectl -n "$NS" patch deploy brochure --type=json -p '[{"op":"add","path":"/spec/template/spec/containers/0/securityContext","value":{"readOnlyRootFilesystem":true,"allowPrivilegeEscalation":false}}]'
