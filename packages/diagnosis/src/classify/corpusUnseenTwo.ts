import { CorpusText } from './corpus';

const none = (text: string): CorpusText => ({ category: 'none', text });

/** Forty harmless texts and thirty errors, written before the classifier saw one of them. The first run called 4 harmless ones an error, and had 29 errors right. */
export const corpusUnseenTwo: CorpusText[] = [
  none(
    '[INFO] Compiling 41 source files\n[INFO] Tests run: 212, Failures: 0, Errors: 0, Skipped: 3\n[INFO] BUILD SUCCESS',
  ),
  none(
    'Step 7/12 : COPY errors/ /usr/share/nginx/html/errors/\n ---> 3f2a9c1b\nSuccessfully built 3f2a9c1b\nSuccessfully tagged web:1.2',
  ),
  none('#9 [stage-1 3/4] COPY error.html /usr/share/nginx/html/\n#9 DONE 0.1s\n#10 exporting to image\n#10 DONE 0.4s'),
  none('  adding: app/exceptions/__init__.py (deflated 12%)\n  adding: app/exceptions/timeout_error.py (deflated 44%)'),
  none('test result: ok. 88 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.02s'),
  none('test errors::tests::connection_refused_is_retried ... ok\ntest errors::tests::panics_on_overflow ... ok'),
  none('  12 passing (240ms)\n  0 failing'),
  none('ok 1 - rejects an invalid token\nok 2 - fails when the disk is full\n1..2'),
  none('Analysis complete: 0 critical, 0 high, 2 low. Quality gate passed.'),
  none(
    '$ kubectl get pods -n prod\nNAME                            READY   STATUS      RESTARTS   AGE\nmigrate-29xk2                   0/1     Completed   0          2d\ncrash-reporter-6d8f7b9c-pq4rs   1/1     Running     0          9d',
  ),
  none('NAME        READY   UP-TO-DATE   AVAILABLE   AGE\nfail2ban    3/3     3            3           44d'),
  none(
    'Conditions:\n  Type              Status\n  Initialized       True\n  Ready             True\n  ContainersReady   True\n  PodScheduled      True\nEvents:          <none>',
  ),
  none(
    '  Type             Status  Reason                       Message\n  MemoryPressure   False   KubeletHasSufficientMemory   kubelet has sufficient memory available\n  DiskPressure     False   KubeletHasNoDiskPressure     kubelet has no disk pressure\n  Ready            True    KubeletReady                 kubelet is posting ready status',
  ),
  none('Apply complete! Resources: 3 added, 1 changed, 0 destroyed.'),
  none(
    '  # aws_sns_topic.failures will be created\n  + resource "aws_sns_topic" "failures" {\n      + name = "job-failures"\n    }\n\nPlan: 1 to add, 0 to change, 0 to destroy.',
  ),
  none('process_open_fds 41\nup{job="api"} 1\nerrors_total{type="timeout"} 12\nrequests_in_flight 3'),
  none(
    '@@ -12,7 +12,7 @@ func connect() error {\n-\treturn errors.New("connection refused")\n+\treturn fmt.Errorf("dial %s: connection refused", addr)\n }',
  ),
  none('Changes in 1.9:\n  * Fix crash when the disk is full (#412)\n  * Handle "too many open files" gracefully'),
  none('feat: show OOMKilled containers in red\n\nCo-authored-by: Jane <jane@acme.io>'),
  none('Q: What does ImagePullBackOff mean?\nA: Kubernetes could not pull the image and waits before it tries again.'),
  none('To reproduce the failure locally, run:\n  make test-timeout\nThe test should fail with a timeout.'),
  none(
    'groups:\n- name: node\n  rules:\n  - alert: NodeNotReady\n    expr: kube_node_status_condition{condition="Ready",status="true"} == 0\n    for: 5m\n    labels:\n      severity: critical',
  ),
  none('{"level":"info","msg":"request completed","status":200,"error":null,"duration_ms":12}'),
  none('{"status":"success","data":{"failed":[],"errors":[]}}'),
  none('level=info ts=2026-01-01T00:00:00Z msg="compaction finished" failed_blocks=0 err=null'),
  none('10.1.2.3 - - [01/Jan/2026:00:00:01 +0000] "GET /error HTTP/1.1" 200 512 "-" "curl/8"'),
  none('10.1.2.3 - - [01/Jan/2026:00:00:01 +0000] "GET /docs/connection-refused HTTP/1.1" 304 0'),
  none(
    'server {\n  listen 80;\n  error_page 500 502 503 504 /50x.html;\n  location = /50x.html { root /usr/share/nginx/html; }\n}',
  ),
  none(
    'resources:\n  limits:\n    memory: 512Mi\n  requests:\n    cpu: 100m\nterminationGracePeriodSeconds: 30\nrestartPolicy: OnFailure',
  ),
  none('logging:\n  level:\n    root: ERROR\n    com.acme: WARN'),
  none('log_min_error_statement = error\nlog_min_messages = warning\ndeadlock_timeout = 1s\nstatement_timeout = 0'),
  none(
    'class QuotaExceeded(Exception):\n    """Raised when the quota is exceeded."""\n\n    def __init__(self, used, limit):\n        super().__init__(f"quota exceeded: {used}/{limit}")',
  ),
  none(
    'switch (err.code) {\n  case "ECONNREFUSED":\n    return retry();\n  case "ENOTFOUND":\n    return fallback();\n}',
  ),
  none('match result {\n    Ok(v) => v,\n    Err(e) => panic!("failed to read config: {}", e),\n}'),
  none('Backup of orders completed without errors in 4m12s (2.1 GiB).'),
  none('Failover test passed: primary killed on purpose, replica promoted in 4 s, no data lost.'),
  none('Everything is up. The 502s from this morning are gone since the restart.'),
  none('Hi team, the maintenance window is on Friday; expect short connection errors between 22:00 and 22:10.'),
  none('Connected to db-1:5432 after 2 attempts.'),
  none('✅ Deployment to prod succeeded · 0 failed checks · rollback not needed'),

  { category: 'oom-killed', text: 'Last State: Terminated\n  Reason: OOMKilled\n  Exit Code: 137' },
  { category: 'oom-killed', text: 'java.lang.OutOfMemoryError: Metaspace' },
  {
    category: 'image-pull',
    text: "rpc error: code = Unknown desc = Error response from daemon: pull access denied for acme/api, repository does not exist or may require 'docker login'",
  },
  {
    category: 'crash-loop-app-error',
    text: 'panic: assignment to entry in nil map\n\ngoroutine 1 [running]:\nmain.main()\n\t/src/main.go:9 +0x3b',
  },
  { category: 'crash-loop-app-error', text: "Error: Cannot find module 'express'\nRequire stack:\n- /app/server.js" },
  { category: 'dns', text: 'java.net.UnknownHostException: kafka-0.kafka: Name or service not known' },
  { category: 'dns', text: 'dial tcp: lookup api.acme.svc on 10.96.0.10:53: server misbehaving' },
  {
    category: 'dependency-down',
    text: 'redis.exceptions.ConnectionError: Error 111 connecting to redis:6379. Connection refused.',
  },
  {
    category: 'dependency-down',
    text: 'upstream connect error or disconnect/reset before headers. reset reason: connection failure',
  },
  {
    category: 'tls-certificate',
    text: 'curl: (60) SSL certificate problem: self signed certificate in certificate chain',
  },
  { category: 'permission-denied', text: 'FATAL: password authentication failed for user "orders"' },
  { category: 'permission-denied', text: "PermissionError: [Errno 13] Permission denied: '/var/log/app.log'" },
  { category: 'disk-full', text: 'ERROR: could not extend file "base/16384/2619": No space left on device' },
  {
    category: 'rbac-forbidden',
    text: 'secrets is forbidden: User "system:serviceaccount:shop:default" cannot list resource "secrets" in API group "" in the namespace "shop"',
  },
  {
    category: 'quota',
    text: 'is forbidden: exceeded quota: mem, requested: limits.memory=2Gi, used: limits.memory=7Gi, limited: limits.memory=8Gi',
  },
  {
    category: 'limit-range',
    text: 'pods "x" is forbidden: minimum cpu usage per Container is 100m, but request is 10m',
  },
  { category: 'unschedulable-resources', text: '0/3 nodes are available: 1 Insufficient cpu, 2 Insufficient memory.' },
  { category: 'unschedulable-constraints', text: '0/2 nodes are available: 2 node(s) were unschedulable.' },
  { category: 'startup-probe', text: 'Startup probe failed: dial tcp 10.2.3.4:8080: connect: connection refused' },
  { category: 'init-container', text: 'web-5c9d-abc 0/1 Init:CrashLoopBackOff 7 12m' },
  { category: 'bad-command', text: 'exec /app/run: exec format error' },
  { category: 'create-container-config', text: 'Error: configmap "feature-flags" not found' },
  {
    category: 'volume-mount',
    text: 'Multi-Attach error for volume "pvc-1" Volume is already exclusively attached to one node and can\'t be attached to another',
  },
  {
    category: 'invalid-image',
    text: 'Error: InvalidImageName: couldn\'t parse image reference "Acme/API": invalid reference format: repository name must be lowercase',
  },
  { category: 'port-conflict', text: 'listen tcp :8080: bind: address already in use' },
  {
    category: 'ci-failure',
    text: 'FAIL src/app.test.ts\n  ● renders\n    expect(received).toBe(expected)\nTests: 1 failed, 4 passed, 5 total\nnpm ERR! code ELIFECYCLE',
  },
  {
    category: 'terraform-provider',
    text: 'Error: Failed to install provider\n\nError while installing hashicorp/aws v5.0.0: could not query provider registry',
  },
  {
    category: 'config-invalid',
    text: 'error converting YAML to JSON: yaml: line 7: mapping values are not allowed in this context',
  },
  {
    category: 'ingress-misconfig',
    text: 'Error obtaining Endpoints for Service "shop/web": no object matching key "shop/web" in local store',
  },
  {
    category: 'clock-or-deadlock',
    text: 'ERROR 1213 (40001): Deadlock found when trying to get lock; try restarting transaction',
  },
];
