#!/bin/bash
# The afternoon in which everything was released at once: five changes to the running demo, each of which breaks one
# service in its own way. Works on any cluster that KUBECONFIG points at and that runs manifests/.
set -euo pipefail

# booking: the key PAYMENT_GATEWAY_URL is renamed in the ConfigMap, and not in the Deployment. The old pods run on.
kubectl -n box-office patch configmap booking-config --type json --patch \
  '[{"op": "move", "from": "/data/PAYMENT_GATEWAY_URL", "path": "/data/CARD_GATEWAY_URL"}]'
kubectl -n box-office annotate --overwrite deployment/booking kubernetes.io/change-cause='booking 2026.47: new card gateway'
kubectl -n box-office set env deployment/booking RELEASE=2026.47

# payout-api: the password is rotated for the API, and not for the database; then release 3.8.1 restarts the pods.
# venue-portal waits for the API and is not ready either.
kubectl -n payouts patch secret payout-api-db --patch '{"stringData": {"password": "winter-is-coming-47"}}'
kubectl -n payouts set env deployment/payout-api RELEASE=3.8.1

# card-charger: ten times the batch, the same memory limit.
kubectl -n payouts set env deployment/card-charger BATCH_SIZE=5000

# show-index: asks for more CPU than any node has.
kubectl -n box-office set resources deployment/show-index --containers=indexer --requests=cpu=24,memory=128Mi

# ticket-render: a tag that was never pushed. The old pods run on.
kubectl -n box-office set image deployment/ticket-render render=python:3.12.17-slim
