import { CorpusText } from './corpus';

const none = (text: string): CorpusText => ({ category: 'none', text });

/** Forty harmless texts and thirty errors, written before the classifier saw one of them. The first run called 7 harmless ones an error, and had all 30 errors right. */
export const corpusUnseenThree: CorpusText[] = [
  none('[1/4] Building error_handler.o\n[2/4] Building fatal.o\n[3/4] Linking app\n[4/4] Done'),
  none('gcc -Wall -Werror -c src/panic.c -o build/panic.o\ngcc build/panic.o -o app'),
  none(
    '> vite build\n✓ 1204 modules transformed.\ndist/assets/ErrorBoundary-8f3a2b.js  4.12 kB │ gzip: 1.80 kB\n✓ built in 5.12s',
  ),
  none(
    'Collecting exceptiongroup>=1.0.0rc8\nUsing cached exceptiongroup-1.2.0-py3-none-any.whl\nSuccessfully installed exceptiongroup-1.2.0 tenacity-8.2.3',
  ),
  none(
    'Get:1 http://deb.debian.org bookworm/main amd64 liberror-perl all 0.17029-2\nSetting up liberror-perl (0.17029-2) ...\nProcessing triggers for libc-bin',
  ),
  none('0 errors and 0 warnings potentially fixable with the `--fix` option.'),
  none('Ran 41 tests in 0.812s\n\nOK'),
  none('Test Suites: 41 passed, 41 total\nTests:       388 passed, 388 total\nSnapshots:   0 total'),
  none('  ErrorBoundary\n    ✔ shows a message when a child throws (12ms)\n    ✔ recovers after a timeout (8ms)'),
  none('PASS: connection refused handled\nPASS: permission denied handled\nAll tests passed (2/2)'),
  none(
    'NAME                         COMPLETIONS   DURATION   AGE\nbackup-29312                 1/1           41s        8h\nerror-budget-report-29312    1/1           12s        8h',
  ),
  none(
    'NAMESPACE     NAME                        READY   STATUS    RESTARTS       AGE\nkube-system   coredns-5d78c9869d-4xk2l    1/1     Running   1 (12d ago)    41d\nkube-system   kube-proxy-x8z2k            1/1     Running   0              41d',
  ),
  none(
    'NAME      STATUS   VOLUME     CAPACITY   ACCESS MODES   STORAGECLASS   AGE\ndata-0    Bound    pvc-1a2b   10Gi       RWO            standard       41d',
  ),
  none(
    'Name: web\nReplicas: 3 desired | 3 updated | 3 total | 3 available | 0 unavailable\nStrategyType: RollingUpdate',
  ),
  none(
    'State:          Running\n  Started:      Mon, 02 Mar 2026 10:00:00 +0100\nReady:          True\nRestart Count:  0',
  ),
  none('Last State:     Terminated\n  Reason:       Completed\n  Exit Code:    0\nReady:          True'),
  none('aws_db_instance.main: Refreshing state... [id=db-1]\n\nNo changes. Infrastructure is up-to-date.'),
  none('Success! The configuration is valid.'),
  none(
    'Terraform will perform the following actions:\n  # kubernetes_deployment.error_pages will be updated in-place\n  ~ replicas = 1 -> 2\nPlan: 0 to add, 1 to change, 0 to destroy.',
  ),
  none(
    '# TYPE kube_pod_container_status_waiting_reason gauge\nkube_pod_container_status_waiting_reason{reason="CrashLoopBackOff",pod="x"} 0',
  ),
  none('probe_success 1\nprobe_http_status_code 200\nprobe_failed_due_to_regex 0'),
  none(
    'diff --git a/README.md b/README.md\n--- a/README.md\n+++ b/README.md\n@@ -1,4 +1,5 @@\n # Shop\n+If the pod is OOMKilled, raise the memory limit.\n Run `make up`.',
  ),
  none(
    '1a2b3c4 Fix null pointer when the cart is empty\n5d6e7f8 Retry on connection reset\n9a8b7c6 Add alert for failed jobs',
  ),
  none('* 4f2a1b9 (HEAD -> main) handle ECONNREFUSED in the redis client\n* 8c7d6e5 log fatal errors as JSON'),
  none(
    '## Troubleshooting\n\n- `ImagePullBackOff`: check the image name and the pull secret.\n- `CrashLoopBackOff`: look at the logs of the previous container.',
  ),
  none(
    '1. Run `kubectl get pods`.\n2. If a pod is Pending, look at its events.\n3. If it was OOMKilled, raise its limit.',
  ),
  none(
    'NAME\n       errno - number of last error\n\nDESCRIPTION\n       ECONNREFUSED    Connection refused\n       ENOSPC          No space left on device',
  ),
  none(
    'type: object\nproperties:\n  error:\n    type: string\n    description: Why the request failed\n  code:\n    type: integer',
  ),
  none('responses:\n  "500":\n    description: Internal server error\n  "503":\n    description: Service unavailable'),
  none('{"compilerOptions":{"strict":true,"noFallthroughCasesInSwitch":true,"forceConsistentCasingInFileNames":true}}'),
  none('2026-03-01 10:00:00 INFO  Retry policy: max 3 attempts on timeout or connection refused'),
  none('2026-03-01 10:00:00 DEBUG error handler registered for /api'),
  none('2026-03-01 10:00:00 INFO Circuit breaker closed again, payments is healthy'),
  none('2026-03-01T10:00:00Z INFO migrations: 12 applied, 0 failed'),
  none('[warn] 0 deprecated packages, nothing to do'),
  none("SELECT count(*) FROM orders WHERE status = 'failed';\n count\n-------\n     0\n(1 row)"),
  none('const messages = {\n  notFound: "404 not found",\n  refused: "connection refused",\n};'),
  none('#!/bin/bash\nset -euo pipefail\ntrap \'echo "backup failed" >&2\' ERR\npg_dump shop > /backup/shop.sql'),
  none('Der Fehler von gestern ist behoben, alle Pods laufen.'),
  none('La mise à jour est terminée, aucune erreur.'),

  {
    category: 'oom-killed',
    text: 'Warning  OOMKilling  node/worker-2  Memory cgroup out of memory: Killed process 991 (node)',
  },
  {
    category: 'crash-loop-app-error',
    text: '2026-03-01 10:00:00 ERROR Application startup failed\njava.lang.IllegalStateException: Failed to load ApplicationContext\n\tat org.springframework.Test.run(Test.java:1)',
  },
  { category: 'crash-loop-app-error', text: 'Back-off 5m0s restarting failed container=web pod=web-1_shop' },
  { category: 'image-pull', text: 'Back-off pulling image "acme/web:9.9.9"\nError: ImagePullBackOff' },
  {
    category: 'image-pull',
    text: 'failed to resolve reference "reg.acme.io/web:1": pulling from host reg.acme.io failed with status code [manifests 1]: 401 Unauthorized',
  },
  { category: 'dns', text: 'Temporary failure in name resolution: smtp.acme.io' },
  { category: 'dependency-down', text: 'dial tcp 10.96.12.3:5432: connect: connection refused' },
  { category: 'dependency-down', text: 'pymongo.errors.ServerSelectionTimeoutError: mongo:27017: timed out' },
  {
    category: 'dependency-down',
    text: 'com.zaxxer.hikari.pool.HikariPool - Connection is not available, request timed out after 30000ms.',
  },
  { category: 'tls-certificate', text: 'x509: certificate is valid for web.acme.io, not api.acme.io' },
  { category: 'permission-denied', text: 'open /etc/app/secret.yaml: permission denied' },
  {
    category: 'permission-denied',
    text: "ERROR 1045 (28000): Access denied for user 'app'@'10.0.0.1' (using password: YES)",
  },
  { category: 'disk-full', text: 'The node was low on resource: ephemeral-storage. Container web was using 12Gi' },
  {
    category: 'rbac-forbidden',
    text: 'deployments.apps "web" is forbidden: User "ci" cannot patch resource "deployments" in API group "apps" in the namespace "prod"',
  },
  {
    category: 'unschedulable-constraints',
    text: "0/6 nodes are available: 3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 3 node(s) didn't match Pod's node affinity/selector.",
  },
  { category: 'pvc-pending', text: 'pod has unbound immediate PersistentVolumeClaims' },
  {
    category: 'readiness-probe',
    text: 'Readiness probe failed: Get "http://10.1.2.3:8080/ready": context deadline exceeded',
  },
  { category: 'liveness-probe', text: 'Container api failed liveness probe, will be restarted' },
  { category: 'bad-command', text: 'exec: "gunicorn": executable file not found in $PATH' },
  { category: 'secret-missing-key', text: "couldn't find key tls.crt in Secret shop/web-tls" },
  { category: 'service-no-endpoints', text: 'no endpoints available for service "web"' },
  {
    category: 'job-failed',
    text: 'Status: Failed\nReason: BackoffLimitExceeded\nMessage: Job has reached the specified backoff limit',
  },
  {
    category: 'cronjob-suspended-or-missed',
    text: 'Cannot determine if job needs to be started: too many missed start times',
  },
  { category: 'rollout-stuck', text: 'error: deployment "api" exceeded its progress deadline' },
  {
    category: 'admission-rejected',
    text: 'Error from server (Forbidden): pods "x" is forbidden: violates PodSecurity "baseline:latest": host namespaces (hostNetwork=true)',
  },
  { category: 'ci-failure', text: 'make: *** [Makefile:12: test] Error 2\nError: Process completed with exit code 2.' },
  {
    category: 'terraform-state-lock',
    text: 'Error locking state: Error acquiring the state lock: storage: googleapi: Error 412',
  },
  { category: 'node-problem', text: 'Warning  NodeNotReady  kubelet  Node worker-1 status is now: NodeNotReady' },
  { category: 'deprecated-or-terminating', text: 'no matches for kind "CronJob" in version "batch/v1beta1"' },
  { category: 'crash-loop-config', text: "KeyError: 'DATABASE_URL'" },
];
