#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-k28-boarding
kubectl -n "$NS" rollout status deploy/boarding --timeout=60s
kubectl -n "$NS" rollout status deploy/gates --timeout=60s
kubectl -n "$NS" rollout status deploy/baggage --timeout=60s
kubectl -n "$NS" scale deploy/label-guard --replicas=0
cat <<E | kubectl apply -f -
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: k28-label-guard}
webhooks:
- name: pods.label-guard.example.test
  admissionReviewVersions: [v1]
  sideEffects: None
  failurePolicy: Fail
  timeoutSeconds: 3
  namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: $NS}}
  clientConfig: {service: {name: label-guard, namespace: $NS, path: /validate, port: 443}}
  rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods], scope: Namespaced}]
E
sleep 8
kubectl -n "$NS" scale deploy/boarding --replicas=3
