#!/usr/bin/env bash
# $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e210-payments
kubectl -n $NS rollout status deploy/vault-agent-injector --timeout=60s
kubectl -n $NS rollout status deploy/payments --timeout=60s
kubectl apply -f - <<Y
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata:
  name: e210-vault-agent-injector
  labels: {app.kubernetes.io/name: vault-agent-injector}
webhooks:
- name: vault.hashicorp.com
  failurePolicy: Fail
  sideEffects: None
  timeoutSeconds: 5
  admissionReviewVersions: [v1]
  clientConfig:
    caBundle: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSURGVENDQWYyZ0F3SUJBZ0lVUFRZZmNBVnk1YkIyYnBLTlNCcVZnMUIrS1JRd0RRWUpLb1pJaHZjTkFRRUwKQlFBd0dqRVlNQllHQTFVRUF3d1BRV2RsYm5RZ1NXNXFaV04wSUVOQk1CNFhEVEkyTVRFeU1URXdNRFl3TmxvWApEVE0yTVRFeE9ERXdNRFl3Tmxvd0dqRVlNQllHQTFVRUF3d1BRV2RsYm5RZ1NXNXFaV04wSUVOQk1JSUJJakFOCkJna3Foa2lHOXcwQkFRRUZBQU9DQVE4QU1JSUJDZ0tDQVFFQXEyRWlWTkJBSFNoREg3bkN2TWNXdC9VMzRrTk4KeDArUC9ZNHg0WEhrTDdhL2ltS1RqL1dVLzRwa28wS1diSzlYUGw3MlFhaExTTFE0V0FnSVRNcXRkUVpkT2wycgpOc2gzZGREM1NYUGNEWVlZM0NTV1NJS1l4Q3gwZDRmVTJYSHZkL1A4UDBtZlZBMi9JeFN3Z0ZoY1gyK1ZaS0RSCmc4VFVvZzJ6eFBycnFkUkFWRURiVk1JVUJLVUFBWFFkeEpKeHFWZ3NtUHFqdmY4V1NQaVZaL2syQTdOSlhpK1AKeGV5d2tyalg0ekMyTDBNMnpRRTlLWDFrRXcvUmlWWDVoRDhHNW43Zk91RXg3TDhBbHZhakluaXZETU5UeWt1cAp1eUJmMkd1aUNzclNja09yVm5sb2Vwa0poNStkTU9oOXlVNGpnYTgzWWVtYzV0ZkVZZk5Lb3NhKzZ3SURBUUFCCm8xTXdVVEFkQmdOVkhRNEVGZ1FVVVN2Uk5kV2ozcjhIRzd0d3N6RmhPeHZzaTFnd0h3WURWUjBqQkJnd0ZvQVUKVVN2Uk5kV2ozcjhIRzd0d3N6RmhPeHZzaTFnd0R3WURWUjBUQVFIL0JBVXdBd0VCL3pBTkJna3Foa2lHOXcwQgpBUXNGQUFPQ0FRRUFTZENIUjZYNUs0WUFaditkSkYxblFQS3FiMWJrSGRvbkIzamZuMHIzTlI1Z0NTMzFGZWZGCm5aTFdiTkZPK1pQcHVjOFNudXhsbXkyZmExNGdVcG94anlWS3N6NVBGbS9jT05vclJPSmliT25PbW81ZFJQclQKVGI5YXQ5d0Y2S1RMOU1XNW4yQkJiSGxoSWF5dlhJOGFCRExmWjE2YmxPMkVXN1RWWlduR0M2YW9EMFZRUC9Ubwo1TDhsblVWRHY2MTl4Z0tnK2tlVWd6bnVKeGk1bTk4aFEwQjZ0aHdUYW1PUm9sWHZSZWZxblBrTUFVaG55Z3gyCmFZNWkrQTZ0a0pBUVduMGNZaU5XczFhWGxXdW5VUUttem1uKzdNMk5XeEFtTFdWNHJZR0M2bEFvYXFZRlZEM1QKbFF1OTN3SU0zZXZFbGdLQVVRL1NYaXBLK1BqemQvK1BUdz09Ci0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0K
    service: {name: vault-agent-injector-svc, namespace: $NS, path: /mutate, port: 443}
  namespaceSelector:
    matchLabels: {kubernetes.io/metadata.name: $NS}
  objectSelector:
    matchLabels: {vault-inject: enabled}
  rules:
  - {apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}
Y
kubectl -n $NS scale deploy/payments --replicas=4
