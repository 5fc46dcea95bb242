#!/usr/bin/env bash
# $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e229-reports
kubectl -n $NS rollout status deploy/reports-web --timeout=90s
for i in 29394421 29394426 29394431 29394436 29394441; do kubectl -n $NS create job report-sync-$i --from=cronjob/report-sync; sleep 2; done
kubectl -n $NS scale deploy/reports-web --replicas=4
