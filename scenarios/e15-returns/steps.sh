#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e15-returns
kubectl -n "$NS" rollout status deploy/returns-api --timeout=60s
cat <<E | kubectl apply -f -
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: e15-policy-gate
webhooks:
- name: pods.policy-gate.retail.example
  admissionReviewVersions: [v1]
  sideEffects: None
  failurePolicy: Fail
  timeoutSeconds: 3
  clientConfig:
    service: {namespace: $NS, name: policy-gate, path: /validate}
  namespaceSelector:
    matchLabels: {kubernetes.io/metadata.name: $NS}
  rules:
  - {apiGroups: [""], apiVersions: [v1], resources: [pods], operations: [CREATE]}
E
sleep 3
kubectl -n "$NS" scale deploy/returns-api --replicas=5
