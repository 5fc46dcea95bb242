#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-h18-settlement
kubectl -n $NS rollout status deploy/settlement --timeout=60s
sleep 10
kubectl -n $NS apply -f - <<Y
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: pci-egress-lockdown, labels: {app: settlement}, annotations: {change: CHG0041877}}
spec:
  podSelector: {matchLabels: {app: settlement}}
  policyTypes: [Egress]
  egress:
  - to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: treasury-core}}}]
    ports: [{protocol: TCP, port: 443}]
Y
