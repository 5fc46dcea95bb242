#!/usr/bin/env bash
# later changes, after the first apply; $1 = KUBECONFIG
export KUBECONFIG="$1"
NS=s-e91-ticketing
kubectl -n "$NS" rollout status deploy/ticketing --timeout=60s
kubectl -n "$NS" create configmap ticketing-src --from-literal=run='#!/bin/bash
echo "[21-Nov-2026 03:11:40] NOTICE: fpm is running, pid 1"
sleep 1
echo "PHP Fatal error:  Uncaught Error: Class \"Redis\" not found in /srv/app/bootstrap/cache.php:12"
echo "Stack trace:"
echo "#0 /srv/app/bootstrap/app.php(31): App\\Bootstrap\\Cache::connect()"
echo "#1 /srv/app/public/index.php(9): require_once(\"/srv/app/bootst...\")"
echo "#2 {main}"
echo "  thrown in /srv/app/bootstrap/cache.php on line 12"
exit 255'
kubectl -n "$NS" patch deploy ticketing --type=json -p '[{"op":"replace","path":"/spec/template/spec/containers/0/image","value":"debian:12"},{"op":"add","path":"/spec/template/spec/containers/0/command","value":["/app/run"]},{"op":"add","path":"/spec/template/spec/containers/0/volumeMounts","value":[{"name":"app","mountPath":"/app"}]},{"op":"add","path":"/spec/template/spec/volumes","value":[{"name":"app","configMap":{"name":"ticketing-src","defaultMode":493}}]}]'
