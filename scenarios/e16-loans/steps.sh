#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e16-loans
cat <<E | kubectl apply -f -
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata:
  name: e16-cost-center-required
spec:
  failurePolicy: Fail
  matchConstraints:
    resourceRules:
    - {apiGroups: [""], apiVersions: [v1], resources: [pods], operations: [CREATE]}
  validations:
  - expression: "has(object.metadata.labels) && 'cost-center' in object.metadata.labels"
    message: "pods need the label cost-center (finance rule FIN-12)"
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata:
  name: e16-cost-center-required
spec:
  policyName: e16-cost-center-required
  validationActions: [Deny]
  matchResources:
    namespaceSelector:
      matchLabels: {kubernetes.io/metadata.name: $NS}
E
sleep 12
cat <<E | kubectl -n "$NS" apply -f -
apiVersion: apps/v1
kind: Deployment
metadata:
  name: scoring
  labels: {app: scoring, team: lending}
spec:
  replicas: 2
  selector: {matchLabels: {app: scoring}}
  template:
    metadata: {labels: {app: scoring, team: lending}}
    spec:
      containers:
      - name: scoring
        image: nginx:1.27
        ports: [{name: http, containerPort: 80}]
E
