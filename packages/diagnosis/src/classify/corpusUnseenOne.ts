import { CorpusText } from './corpus';

const none = (text: string): CorpusText => ({ category: 'none', text });

/** Forty harmless texts and thirty errors, written before the classifier saw one of them. The first run called 7 harmless ones an error, and had 29 errors right. */
export const corpusUnseenOne: CorpusText[] = [
  none(
    '> tsc -p tsconfig.build.json\nsrc/errors/NotFoundError.ts -> dist/errors/NotFoundError.js\nsrc/errors/TimeoutError.ts -> dist/errors/TimeoutError.js\nDone in 4.21s.',
  ),
  none(
    'Compiling thiserror v1.0.61\n   Compiling failure v0.1.8\n   Compiling panic-message v0.3.0\n    Finished release [optimized] target(s) in 41.02s',
  ),
  none('✓ ESLint: 0 errors, 0 warnings (312 files)'),
  none(
    'webpack 5.91.0 compiled successfully in 8123 ms\nasset error-page.js 12.1 KiB [emitted]\nasset 404.html 1 KiB [emitted]',
  ),
  none(
    'PASS  src/http/timeout.test.ts\n  ✓ throws when connection refused (12 ms)\n  ✓ retries on ECONNRESET (4 ms)\nTests: 2 passed, 2 total',
  ),
  none(
    '=== RUN   TestPermissionDenied\n--- PASS: TestPermissionDenied (0.00s)\n=== RUN   TestOOMKilledIsReported\n--- PASS: TestOOMKilledIsReported (0.01s)\nPASS\nok  \tacme.io/x\t0.42s',
  ),
  none(
    'tests/test_errors.py::test_connection_refused PASSED\ntests/test_errors.py::test_disk_full PASSED\n====== 2 passed in 0.31s ======',
  ),
  none(
    'NAME                     READY   STATUS    RESTARTS   AGE\nweb-6f7c9d8b5-abcde      1/1     Running   0          4d\nerror-pages-5d9c7-xk2lm  1/1     Running   0          4d',
  ),
  none(
    'No changes. Your infrastructure matches the configuration.\n\nTerraform has compared your real infrastructure against your configuration and found no differences, so no changes are needed.',
  ),
  none(
    'Plan: 1 to add, 0 to change, 0 to destroy.\n  + resource "aws_cloudwatch_metric_alarm" "errors" {\n      + alarm_name = "5xx-errors-high"\n    }',
  ),
  none(
    '# HELP http_requests_failed_total Failed requests.\n# TYPE http_requests_failed_total counter\nhttp_requests_failed_total{code="500"} 0',
  ),
  none(
    'diff --git a/src/errors.ts b/src/errors.ts\nindex 1a2b3c..4d5e6f 100644\n--- a/src/errors.ts\n+++ b/src/errors.ts\n@@ -1,3 +1,4 @@\n+export class QuotaExceededError extends Error {}\n-// connection refused',
  ),
  none(
    '## 2.4.0\n\n### Fixed\n- OOMKilled containers are no longer reported twice\n- Connection refused errors are retried with backoff',
  ),
  none(
    'apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nspec:\n  groups:\n  - name: pods\n    rules:\n    - alert: KubePodCrashLooping\n      expr: rate(kube_pod_container_status_restarts_total[5m]) > 0\n      annotations:\n        summary: Pod is crash looping',
  ),
  none('livenessProbe:\n  httpGet:\n    path: /healthz\n    port: 8080\n  failureThreshold: 3\n  timeoutSeconds: 5'),
  none('deployment "checkout" successfully rolled out'),
  none(
    'Release "shop" has been upgraded. Happy Helming!\nSTATUS: deployed\nREVISION: 12\nNOTES:\nIf pods fail to start, run kubectl describe pod.',
  ),
  none('Installing dependencies... added 1204 packages, and audited 1205 packages in 31s\nfound 0 vulnerabilities'),
  none(
    'error_log /var/log/nginx/error.log warn;\nproxy_next_upstream error timeout http_502;\nproxy_connect_timeout 5s;',
  ),
  none('retry:\n  max_attempts: 5\n  on: [connection_refused, timeout, 503]\n  backoff: exponential'),
  none('2026-02-01 INFO  HealthCheck - all checks passed (failed=0, degraded=0)'),
  none('Summary: 1200 requests, 0 failed, p99 120 ms, errors 0.00%'),
  none(
    'try {\n  await connect();\n} catch (err) {\n  logger.error("connection refused", err);\n  throw new ConnectionError("cannot connect to database");\n}',
  ),
  none('if err != nil {\n\treturn fmt.Errorf("failed to open file: %w", err)\n}'),
  none(
    'Usage: backup [OPTIONS]\n  --fail-fast        stop at the first error\n  --ignore-errors    continue after failed files\n  --timeout DURATION give up after',
  ),
  none('Exit codes:\n  0  success\n  1  general error\n  137  killed (out of memory)'),
  none(
    '| Reason | Meaning |\n|---|---|\n| OOMKilled | The container used more memory than its limit |\n| Error | The process exited with a non-zero code |',
  ),
  none('Backup finished: 412 files, 0 errors, 3 skipped (unchanged)'),
  none('Deleted 14 failed jobs older than 7 days.'),
  none('All 12 alerts resolved. No active incidents.'),
  none('kubectl get events -n shop\nNo resources found in shop namespace.'),
  none(
    'LAST SEEN   TYPE     REASON      OBJECT        MESSAGE\n2m          Normal   Scheduled   pod/web-1     Successfully assigned shop/web-1 to node-a\n2m          Normal   Started     pod/web-1     Started container web',
  ),
  none(
    "CREATE TABLE error_codes (id int primary key, message text);\nINSERT INTO error_codes VALUES (1, 'disk full'), (2, 'permission denied');",
  ),
  none('HTTP/2 200\ncontent-type: text/html\nstrict-transport-security: max-age=31536000'),
  none('Verify return code: 0 (ok)\nSSL handshake has read 3921 bytes'),
  none('I0201 10:00:00.1 1 leaderelection.go:258] successfully acquired lease kube-system/controller'),
  none('Node drained. evicting pod shop/web-1\npod/web-1 evicted\nnode/worker-2 drained'),
  none('fsck: /dev/sda1: clean, 412/65536 files, 0 errors'),
  none('Nach dem Neustart läuft alles wieder, kein Fehler mehr im Log.'),
  none('Thanks, the rollout went fine. Nothing crashed this time!'),

  {
    category: 'oom-killed',
    text: 'kernel: Memory cgroup out of memory: Killed process 12345 (java) total-vm:8123456kB, anon-rss:2096000kB',
  },
  {
    category: 'image-pull',
    text: 'Failed to pull image "docker.io/acme/api:1.2": toomanyrequests: You have reached your pull rate limit.',
  },
  {
    category: 'crash-loop-app-error',
    text: 'Traceback (most recent call last):\n  File "/app/main.py", line 12, in <module>\n    start()\nTypeError: start() missing 1 required positional argument: \'cfg\'',
  },
  { category: 'dns', text: 'getaddrinfo ENOTFOUND redis-master.cache.svc.cluster.local' },
  {
    category: 'dependency-down',
    text: 'could not connect to server: Connection refused\n\tIs the server running on host "pg" (10.0.3.4) and accepting TCP/IP connections on port 5432?',
  },
  {
    category: 'tls-certificate',
    text: 'javax.net.ssl.SSLHandshakeException: PKIX path building failed: unable to find valid certification path to requested target',
  },
  { category: 'permission-denied', text: "mkdir: cannot create directory '/data/db': Permission denied" },
  { category: 'disk-full', text: 'write /var/lib/app/x: no space left on device' },
  {
    category: 'rbac-forbidden',
    text: 'Error from server (Forbidden): configmaps "x" is forbidden: User "jane" cannot get resource "configmaps" in API group "" in the namespace "shop"',
  },
  {
    category: 'quota',
    text: 'Error creating: pods "web-1" is forbidden: exceeded quota: team, requested: pods=1, used: pods=20, limited: pods=20',
  },
  { category: 'unschedulable-resources', text: '0/4 nodes are available: 4 Insufficient nvidia.com/gpu.' },
  {
    category: 'unschedulable-constraints',
    text: "0/4 nodes are available: 4 node(s) didn't match pod anti-affinity rules.",
  },
  {
    category: 'readiness-probe',
    text: 'Warning  Unhealthy  1m (x9 over 3m)  kubelet  Readiness probe failed: HTTP probe failed with statuscode: 500',
  },
  { category: 'liveness-probe', text: 'Liveness probe failed: command "/bin/check" timed out' },
  { category: 'bad-command', text: 'exec: "./start.sh": stat ./start.sh: no such file or directory: unknown' },
  { category: 'create-container-config', text: 'Error: secret "payments-tls" not found' },
  { category: 'secret-missing-key', text: "Error: couldn't find key DSN in ConfigMap shop/settings" },
  { category: 'volume-mount', text: 'MountVolume.SetUp failed for volume "cfg" : configmap "cfg" not found' },
  {
    category: 'pvc-pending',
    text: 'waiting for a volume to be created, either by external provisioner "ebs.csi.aws.com" or manually created by system administrator',
  },
  {
    category: 'job-failed',
    text: 'Warning  BackoffLimitExceeded  3s  job-controller  Job has reached the specified backoff limit',
  },
  { category: 'port-conflict', text: 'OSError: [Errno 98] Address already in use' },
  {
    category: 'ci-failure',
    text: "error TS2304: Cannot find name 'foo'.\nFound 1 error.\nError: Process completed with exit code 2.",
  },
  { category: 'terraform-state-lock', text: 'Error: Error acquiring the state lock\nLock Info:\n  ID: 1-2-3' },
  {
    category: 'config-invalid',
    text: 'nginx: [emerg] host not found in upstream directive is duplicate in /etc/nginx/conf.d/x.conf:3'.replace(
      'host not found in upstream directive is duplicate',
      '"listen" directive is duplicate',
    ),
  },
  {
    category: 'admission-rejected',
    text: 'admission webhook "policy.acme.io" denied the request: image tag latest is not allowed',
  },
  { category: 'node-problem', text: 'Warning  NodeNotReady  node/worker-3  Node worker-3 status is now: NodeNotReady' },
  {
    category: 'crash-loop-app-error',
    text: "Unhandled rejection TypeError: Cannot read properties of undefined (reading 'id')\n    at handler (/app/src/index.js:40:12)",
  },
  {
    category: 'hpa-misconfig',
    text: 'unable to get metrics for resource cpu: no metrics returned from resource metrics API',
  },
  { category: 'pdb-blocking', text: "Cannot evict pod as it would violate the pod's disruption budget." },
  { category: 'crash-loop-config', text: 'panic: environment variable JWT_ISSUER must be set' },
];
