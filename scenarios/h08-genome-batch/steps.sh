#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-h08-genome-batch
kubectl -n $NS rollout status deploy/sample-index --timeout=60s
kubectl -n $NS apply -f - <<Y
apiVersion: batch/v1
kind: Job
metadata: {name: variant-call-s1182, labels: {run: variant-call, tier: bioinf}}
spec:
  backoffLimit: 2
  template:
    metadata: {labels: {run: variant-call}}
    spec:
      restartPolicy: Never
      containers:
      - name: caller
        image: debian:12
        command: [bash, -c, "echo calling variants; sleep 60"]
        resources: {requests: {cpu: 100m, memory: 64Mi}}
Y
