#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-h07-invoice-render
kubectl -n $NS rollout status deploy/invoice-render --timeout=60s
kubectl -n $NS rollout status deploy/policy-guard --timeout=60s
kubectl apply -f - <<Y
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: h07-policy-guard}
webhooks:
- name: pods.policy-guard.finance.example
  admissionReviewVersions: [v1]
  sideEffects: None
  failurePolicy: Fail
  timeoutSeconds: 5
  namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: $NS}}
  rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods], scope: Namespaced}]
  clientConfig: {service: {name: policy-guard, namespace: $NS, path: /validate-pods, port: 443}}
Y
sleep 2
kubectl -n $NS delete pod -l app.kubernetes.io/name=policy-guard --grace-period=1
kubectl -n $NS delete pod -l app.kubernetes.io/name=invoice-render --grace-period=1
kubectl -n $NS scale deploy/invoice-render --replicas=3
