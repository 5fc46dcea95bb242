import { CorpusText } from './corpus';

const none = (text: string): CorpusText => ({ category: 'none', text });

/** Forty harmless texts and thirty errors, written before the classifier saw one of them. The first run called 4 harmless ones an error, and had 28 errors right. */
export const corpusUnseenFour: CorpusText[] = [
  none(
    'javac -d out src/com/acme/errors/TimeoutException.java src/com/acme/errors/QuotaExceededException.java\nBUILD SUCCESSFUL in 3s',
  ),
  none('Compiled 41 files, 0 errors, 2 warnings.'),
  none(
    '   Downloading crates ...\n  Downloaded anyhow v1.0.86\n  Downloaded error-chain v0.12.4\n    Finished dev profile in 9.12s',
  ),
  none('copying build/lib/app/errors.py -> build/bdist/app\ncopying build/lib/app/timeouts.py -> build/bdist/app'),
  none('npm notice created a lockfile\nadded 12 packages in 2s\nfound 0 vulnerabilities'),
  none('lint: no problems found'),
  none('tests/errors/refused.spec.ts (4 tests) 12ms\n Test Files  12 passed (12)\n      Tests  91 passed (91)'),
  none(
    '.....................\n----------------------------------------------------------------------\nRan 21 tests in 0.412s\n\nOK',
  ),
  none('PASSED: 41  FAILED: 0  SKIPPED: 2'),
  none('[==========] 12 tests from 3 test suites ran. (41 ms total)\n[  PASSED  ] 12 tests.'),
  none(
    'NAME                   READY   STATUS    RESTARTS   AGE   IP          NODE\ndeadlock-detector-0    1/1     Running   0          3d    10.1.2.3    node-a',
  ),
  none(
    'NAME    TYPE        CLUSTER-IP     EXTERNAL-IP   PORT(S)   AGE\nerrors  ClusterIP   10.96.12.40    <none>        80/TCP    12d',
  ),
  none('deployment.apps/crash-reporter configured\nservice/crash-reporter unchanged'),
  none(
    'REVISION  STATUS      CHART      DESCRIPTION\n11        superseded  web-1.1.0  Upgrade complete\n12        deployed    web-1.2.0  Upgrade complete',
  ),
  none('Pod web-1 is running. Ready: 2/2, restarts: 0, no warnings.'),
  none('No changes. Objects have not changed.'),
  none(
    'module.alarms.aws_cloudwatch_metric_alarm.failed_jobs: Creation complete after 2s [id=failed-jobs]\nApply complete! Resources: 1 added, 0 changed, 0 destroyed.',
  ),
  none('container_oom_events_total{pod="web-1"} 0\ncontainer_restarts_total{pod="web-1"} 0'),
  none('-      - name: ERROR_WEBHOOK\n+      - name: FAILURE_WEBHOOK\n         value: http://alerts'),
  none(
    '### Bug Fixes\n\n* **api:** do not panic on empty body ([#41](https://x/41))\n* **db:** reconnect after connection reset',
  ),
  none('v3.1.0 (2026-02-01)\n- Fixed: timeouts under load\n- Fixed: permission denied on read-only root'),
  none('fix(worker): stop crash loop on missing env var (#991)'),
  none('What should I do when a pod is stuck in Pending?'),
  none('# Runbook: DiskFull\n\nThis alert fires when a volume is full. Delete old files or resize the volume.'),
  none('Note: the job retries 3 times; if it still fails the alert fires.'),
  none('backoffLimit: 4\nactiveDeadlineSeconds: 600\nrestartPolicy: Never\nfailedJobsHistoryLimit: 1'),
  none('healthcheck:\n  test: ["CMD", "curl", "-f", "http://localhost/health"]\n  timeout: 5s\n  retries: 3'),
  none('{"errors":0,"warnings":0,"status":"ok"}'),
  none('{"level":"info","msg":"job done","failures":0,"timeout":"30s"}'),
  none('ts=2026-03-01 level=info msg="shutting down" reason="SIGTERM received"'),
  none('10.0.0.7 - - [01/Mar/2026:10:00:00 +0000] "POST /errors HTTP/1.1" 201 12'),
  none('2026-03-01 INFO Loaded 12 error templates from /etc/app/errors'),
  none('2026-03-01 INFO Registered exception handler for TimeoutException'),
  none('export class TimeoutError extends Error {\n  constructor() {\n    super("timed out");\n  }\n}'),
  none(
    'except ConnectionRefusedError as e:\n    log.warning("connection refused, retrying: %s", e)\n    time.sleep(1)',
  ),
  none('rescue Errno::ECONNREFUSED => e\n  retry if (tries += 1) < 3'),
  none('# alert if error rate > 1%\nsum(rate(http_errors_total[5m])) / sum(rate(http_requests_total[5m])) > 0.01'),
  none('All green now, thank you! The disk full issue is resolved.'),
  none('Reminder: tomorrow we train what to do when a node fails.'),
  none('El despliegue terminó sin errores.'),

  { category: 'oom-killed', text: 'Reason:       OOMKilled\nExit Code:    137\nRestart Count:  8' },
  {
    category: 'oom-killed',
    text: '<--- Last few GCs --->\nFATAL ERROR: Ineffective mark-compacts near heap limit Allocation failed - JavaScript heap out of memory',
  },
  {
    category: 'crash-loop-app-error',
    text: 'Exception in thread "main" java.lang.ClassNotFoundException: com.acme.Main',
  },
  {
    category: 'crash-loop-app-error',
    text: "thread 'main' panicked at 'index out of bounds: the len is 0 but the index is 0', src/main.rs:4:5",
  },
  {
    category: 'crash-loop-app-error',
    text: 'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\nZeroDivisionError: division by zero',
  },
  {
    category: 'image-pull',
    text: 'Failed to pull image "acme/x:1": manifest for acme/x:1 not found: manifest unknown',
  },
  { category: 'image-pull', text: 'web-1   0/1   ErrImagePull   0   12s' },
  { category: 'dns', text: 'Error: getaddrinfo EAI_AGAIN db.shop.svc' },
  {
    category: 'dependency-down',
    text: 'org.postgresql.util.PSQLException: Connection to db:5432 refused. Check that the hostname and port are correct.',
  },
  { category: 'dependency-down', text: 'Error: connect ETIMEDOUT 10.0.4.2:3306' },
  {
    category: 'tls-certificate',
    text: 'tls: failed to verify certificate: x509: certificate signed by unknown authority',
  },
  { category: 'permission-denied', text: 'nginx: [emerg] open() "/var/run/nginx.pid" failed (13: Permission denied)' },
  { category: 'disk-full', text: 'OSError: [Errno 28] No space left on device' },
  {
    category: 'rbac-forbidden',
    text: 'pods "x" is forbidden: User "system:serviceaccount:a:b" cannot delete resource "pods" in API group "" in the namespace "a"',
  },
  {
    category: 'quota',
    text: 'forbidden: exceeded quota: pods-quota, requested: count/pods=1, used: count/pods=5, limited: count/pods=5',
  },
  { category: 'unschedulable-resources', text: '0/8 nodes are available: 8 Insufficient ephemeral-storage.' },
  {
    category: 'unschedulable-constraints',
    text: "0/3 nodes are available: 3 node(s) didn't satisfy existing pods anti-affinity rules.",
  },
  { category: 'readiness-probe', text: 'Readiness probe failed: cat: /tmp/ready: No such file or directory' },
  { category: 'liveness-probe', text: 'Liveness probe failed: HTTP probe failed with statuscode: 503' },
  { category: 'create-container-config', text: 'CreateContainerConfigError: secret "db" not found' },
  {
    category: 'volume-mount',
    text: 'Unable to attach or mount volumes: unmounted volumes=[data], timed out waiting for the condition',
  },
  {
    category: 'bad-command',
    text: '/bin/sh: 1: gunicorn: not found\nexec: "gunicorn": executable file not found in $PATH',
  },
  { category: 'port-conflict', text: 'Error: listen EADDRINUSE: address already in use 0.0.0.0:8080' },
  { category: 'config-invalid', text: "Error: failed to parse config: yaml: line 3: could not find expected ':'" },
  {
    category: 'ci-failure',
    text: 'FAILED tests/test_cart.py::test_total - AssertionError: assert 3 == 4\n1 failed, 12 passed in 1.2s\nError: Process completed with exit code 1.',
  },
  {
    category: 'terraform-state-lock',
    text: '│ Error: Error acquiring the state lock\n│ Error message: state blob is already locked',
  },
  { category: 'job-failed', text: 'Job has reached the specified backoff limit' },
  {
    category: 'admission-rejected',
    text: 'admission webhook "validation.gatekeeper.sh" denied the request: [must-have-owner] label owner is missing',
  },
  {
    category: 'hpa-misconfig',
    text: 'failed to get cpu utilization: missing request for cpu in container app of Pod web-1',
  },
  { category: 'crash-loop-config', text: 'Error: Missing required environment variable: REDIS_URL' },
];
