#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-h11-photo-vault
kubectl -n $NS rollout status deploy/photo-vault --timeout=60s
kubectl -n $NS delete deploy/photo-vault pvc/originals --wait=true
sleep 3
kubectl apply -f "$(dirname "$0")/manifest.yaml"
