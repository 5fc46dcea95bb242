#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e122-docs-site
kubectl -n "$NS" rollout status deploy/docs-site --timeout=60s
kubectl -n "$NS" patch deploy docs-site --type=json -p '[{"op":"add","path":"/spec/template/spec/volumes","value":[{"name":"conf","configMap":{"name":"docs-nginx"}}]},{"op":"add","path":"/spec/template/spec/containers/0/volumeMounts","value":[{"name":"conf","mountPath":"/etc/nginx"}]}]'
