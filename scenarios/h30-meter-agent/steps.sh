#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-h30-meter-agent
kubectl -n $NS rollout status ds/meter-agent --timeout=60s
kubectl -n $NS patch ds meter-agent --type=strategic -p '{"metadata":{"annotations":{"kubernetes.io/change-cause":"SEC-311 harden all agents"}},"spec":{"template":{"spec":{"containers":[{"name":"agent","securityContext":{"readOnlyRootFilesystem":true,"allowPrivilegeEscalation":false}}]}}}}'
