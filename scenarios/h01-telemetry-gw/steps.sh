#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-h01-telemetry-gw
kubectl -n $NS rollout status deploy/telemetry-gw --timeout=90s
kubectl -n $NS patch deploy telemetry-gw --type=json -p '[{"op":"add","path":"/metadata/annotations/kubernetes.io~1change-cause","value":"telemetry-gw 4.2.0 (pipeline 8841)"},{"op":"replace","path":"/spec/template/spec/imagePullSecrets/0/name","value":"harbor-robot"},{"op":"replace","path":"/spec/template/spec/containers/0/image","value":"docker.io/gridworks/telemetry-gw:4.2.0"}]'
