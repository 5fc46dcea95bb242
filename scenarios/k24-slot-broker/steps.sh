#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-k24-slot-broker
kubectl -n "$NS" rollout status deploy/slot-broker --timeout=60s
kubectl -n "$NS" patch deploy/slot-broker --type=json -p '[{"op":"replace","path":"/spec/template/spec/containers/0/env/0/value","value":"2.6.0"},{"op":"replace","path":"/spec/template/spec/containers/0/readinessProbe","value":{"exec":{"command":["/bin/grpc_health_probe","-addr=:8080"]},"periodSeconds":5}}]'
