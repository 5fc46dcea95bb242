#!/usr/bin/env bash
# $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e227-shop
kubectl -n $NS rollout status sts/mysql --timeout=90s
kubectl -n $NS set env sts/mysql MYSQL_VERSION=8.4.3-1.el9
