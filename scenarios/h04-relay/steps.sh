#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-h04-relay
kubectl -n $NS rollout status deploy/relay --timeout=60s
kubectl -n $NS apply -f - <<Y
apiVersion: v1
kind: Service
metadata: {name: relay, labels: {k8s-app: relay}}
spec:
  selector: {k8s-app: relay}
  ports: [{name: http, port: 9000, targetPort: http}]
Y
sleep 4
kubectl -n $NS rollout restart deploy/relay
