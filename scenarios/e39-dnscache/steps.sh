#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e39-dnscache
kubectl -n "$NS" rollout status deploy/dns-cache --timeout=60s
cat <<E | kubectl -n "$NS" apply -f -
apiVersion: apps/v1
kind: Deployment
metadata: {name: dns-cache-v2, labels: {app.kubernetes.io/name: dns-cache-v2, app.kubernetes.io/instance: platform}}
spec:
  selector: {matchLabels: {app.kubernetes.io/name: dns-cache-v2}}
  template:
    metadata: {labels: {app.kubernetes.io/name: dns-cache-v2, app.kubernetes.io/instance: platform}}
    spec:
      containers:
      - name: dns-cache
        image: redis:7.2
        command: [redis-server, --save, "", --port, "30953"]
        ports: [{name: dns, containerPort: 30953, hostPort: 30953}]
E
