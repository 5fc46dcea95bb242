#!/bin/bash
# Records the two clusters of the demo from real ones.
#
#   KUBECONFIG=… demo/record.sh staging       applies manifests/, waits, records
#   KUBECONFIG=… demo/record.sh production    the same, then release.sh, waits for the failures to settle, records
#
# Takes 15 and 30 minutes: the failures should have a history. Use two clusters, or an empty one each time. Needs
# kubectl, and RECORD: a command that writes a snapshot into a folder, as packages/cluster-replay/README.md describes
# its format; its arguments are the folder and the namespaces.
set -euo pipefail
cd "$(dirname "$0")"
which=${1:-}
case $which in staging | production) ;; *) sed -n '2,10s/^# \{0,1\}//p' "$0" >&2; exit 2 ;; esac
record=${RECORD:?names the command that writes a snapshot, see above}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

kubectl apply -f manifests
for workload in statefulset/seat-holds deployment/{booking,ticket-desk,ticket-render,show-index}; do
  kubectl -n box-office rollout status "$workload" --timeout 5m
done
for workload in statefulset/payout-db deployment/{payout-api,card-charger}; do
  kubectl -n payouts rollout status "$workload" --timeout 5m
done
for workload in deployment/{turnstile,venue-portal}; do kubectl -n venues rollout status "$workload" --timeout 5m; done
sleep "${HEALTHY_SECONDS:-720}"
if [ "$which" = production ]; then
  ./release.sh
  sleep "${BROKEN_SECONDS:-900}"
fi

$record "$folder/$which" box-office payouts venues
tar -C "$folder/$which" -czf "snapshots/$which.tar.gz" .
ls -l "snapshots/$which.tar.gz"
