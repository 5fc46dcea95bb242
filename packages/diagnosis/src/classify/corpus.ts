import { Category } from '../categories';

/** A text as people paste it, and what it is. */
export interface CorpusText {
  category: Category;
  text: string;
}

const noise = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

/** Written beside the code. */
export const corpus: CorpusText[] = [
  {
    category: 'oom-killed',
    text: '    Last State:     Terminated\n      Reason:       OOMKilled\n      Exit Code:    137\n      Started:      Mon, 02 Mar 2026 10:00:00 +0100',
  },
  {
    category: 'oom-killed',
    text: 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n 1: 0xb090e0 node::Abort() [node]',
  },
  {
    category: 'oom-killed',
    text: 'Exception in thread "main" java.lang.OutOfMemoryError: Java heap space\n\tat java.base/java.util.Arrays.copyOf(Arrays.java:3512)',
  },
  { category: 'crash-loop-app-error', text: 'CrashLoopBackOff: back-off restarting failed container' },
  { category: 'crash-loop-app-error', text: 'my pod is in crashloopbackoff' },
  {
    category: 'crash-loop-app-error',
    text: 'Warning  BackOff  2m (x26 over 8m)  kubelet  Back-off restarting failed container api in pod api-5d9c_shop(0f6b)',
  },
  {
    category: 'crash-loop-app-error',
    text: 'panic: runtime error: invalid memory address or nil pointer dereference\n[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x48f2a1]\n\ngoroutine 1 [running]:\nmain.main()\n\t/src/main.go:14 +0x1d',
  },
  {
    category: 'crash-loop-app-error',
    text: 'Traceback (most recent call last):\n  File "/app/run.py", line 3, in <module>\n    import flask_cors\nModuleNotFoundError: No module named \'flask_cors\'',
  },
  { category: 'crash-loop-config', text: 'Error: required environment variable STRIPE_KEY is not set' },
  { category: 'crash-loop-config', text: 'config.js: DEPLOY_ENV is undefined' },
  {
    category: 'crash-loop-config',
    text: 'Caused by: java.lang.IllegalArgumentException: Could not resolve placeholder \'billing.url\' in value "${billing.url}"',
  },
  {
    category: 'bad-command',
    text: 'Error: failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "unicorn": executable file not found in $PATH: unknown',
  },
  { category: 'bad-command', text: 'exec /usr/local/bin/docker-entrypoint.sh: exec format error' },
  { category: 'exit-code-signal', text: 'State: Terminated\n  Reason: Error\n  Exit Code: 139' },
  { category: 'exit-code-signal', text: 'Segmentation fault (core dumped)' },
  {
    category: 'config-invalid',
    text: '2026/01/07 12:00:00 [emerg] 1#1: unknown directive "servre" in /etc/nginx/nginx.conf:31',
  },
  { category: 'config-invalid', text: 'failed to load config: yaml: line 14: did not find expected key' },
  { category: 'image-pull', text: 'web-7d9 0/1 ImagePullBackOff 0 3m12s' },
  {
    category: 'image-pull',
    text: 'Failed to pull image "registry.example.com/shop/web:2.0": rpc error: code = NotFound desc = failed to pull and unpack image: manifest unknown',
  },
  {
    category: 'invalid-image',
    text: 'Failed to apply default image tag "Shop/Web:latest": couldn\'t parse image name "Shop/Web:latest": invalid reference format: repository name must be lowercase',
  },
  { category: 'create-container-config', text: 'Error: configmap "web-config" not found' },
  { category: 'secret-missing-key', text: "Error: couldn't find key password in Secret shop/db-credentials" },
  { category: 'init-container', text: 'api-7f9 0/1 Init:CrashLoopBackOff 4 5m' },
  {
    category: 'readiness-probe',
    text: 'Warning  Unhealthy  8s (x12 over 63s)  kubelet  Readiness probe failed: dial tcp 10.1.0.8:8080: connect: connection refused',
  },
  {
    category: 'liveness-probe',
    text: 'Warning  Unhealthy  kubelet  Liveness probe failed: Get "http://10.0.0.4:80/live": context deadline exceeded\nNormal  Killing  kubelet  Container web failed liveness probe, will be restarted\n    Exit Code: 137',
  },
  { category: 'startup-probe', text: 'Startup probe failed: HTTP probe failed with statuscode: 503' },
  {
    category: 'unschedulable-resources',
    text: 'Warning  FailedScheduling  default-scheduler  0/3 nodes are available: 3 Insufficient memory. preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod.',
  },
  {
    category: 'unschedulable-constraints',
    text: "0/5 nodes are available: 2 node(s) had untolerated taint {gpu: true}, 3 node(s) didn't match Pod's node affinity/selector.",
  },
  {
    category: 'pvc-pending',
    text: '0/2 nodes are available: pod has unbound immediate PersistentVolumeClaims. preemption: 0/2 nodes are available',
  },
  {
    category: 'quota',
    text: 'Error creating: pods "x-1" is forbidden: exceeded quota: compute, requested: limits.memory=1Gi, used: limits.memory=4Gi, limited: limits.memory=4Gi',
  },
  { category: 'limit-range', text: 'pods "a" is forbidden: maximum cpu usage per Container is 500m, but limit is 2' },
  { category: 'volume-mount', text: 'MountVolume.SetUp failed for volume "tls" : secret "web-tls" not found' },
  {
    category: 'disk-full',
    text: 'The node was low on resource: ephemeral-storage. Threshold quantity: 10Gi, available: 3Gi.',
  },
  { category: 'disk-full', text: "OSError: [Errno 28] No space left on device: '/data/cache/1'" },
  {
    category: 'rbac-forbidden',
    text: 'Error from server (Forbidden): pods is forbidden: User "system:serviceaccount:ci:deployer" cannot list resource "pods" in API group "" in the namespace "prod"',
  },
  { category: 'permission-denied', text: "PermissionError: [Errno 13] Permission denied: '/data/uploads'" },
  {
    category: 'permission-denied',
    text: 'psql: error: connection to server at "db" (10.0.0.3), port 5432 failed: FATAL:  password authentication failed for user "app"',
  },
  {
    category: 'admission-rejected',
    text: 'pods "x" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false',
  },
  { category: 'node-problem', text: 'worker-3   NotReady   <none>   12d   v1.31.2' },
  {
    category: 'job-failed',
    text: 'Warning  BackoffLimitExceeded  job-controller  Job has reached the specified backoff limit',
  },
  { category: 'rollout-stuck', text: 'error: deployment "web" exceeded its progress deadline' },
  { category: 'dns', text: 'curl: (6) Could not resolve host: api.payments.svc' },
  { category: 'dependency-down', text: 'Error: connect ECONNREFUSED 10.96.0.12:6379' },
  {
    category: 'tls-certificate',
    text: 'x509: certificate has expired or is not yet valid: current time 2026-03-01T10:00:00Z is after 2026-02-28T00:00:00Z',
  },
  { category: 'port-conflict', text: 'Error: listen EADDRINUSE: address already in use :::3000' },
  {
    category: 'terraform-state-lock',
    text: 'Error: Error acquiring the state lock\n\nError message: ConditionalCheckFailedException: The conditional request failed\nLock Info:\n  ID: 8d3',
  },
  {
    category: 'terraform-provider',
    text: 'Error: Failed to query available provider packages\n\nCould not retrieve the list of available versions for provider hashicorp/aws',
  },
  {
    category: 'ci-failure',
    text: 'npm ERR! Test failed. See above for more details.\nError: Process completed with exit code 1.',
  },
  { category: 'ci-failure', text: 'ERROR: Job failed: exit code 137' },
  {
    category: 'clock-or-deadlock',
    text: 'ERROR: deadlock detected\nDETAIL: Process 18 waits for ShareLock on transaction 991; blocked by process 22.',
  },
  { category: 'none', text: '' },
  { category: 'none', text: 'level=info msg="sync finished" errors=0 failed=0' },
  {
    category: 'none',
    text: 'The CrashLoopBackOff state means that Kubernetes waits longer and longer between restarts of a container.',
  },
  { category: 'none', text: 'How do I configure a readiness probe for a gRPC server?' },
  { category: 'none', text: '10.0.0.1 - - [20/Nov/2026:17:29:19 +0000] "GET /errors HTTP/1.1" 200 615 "-" "curl/8.5"' },
  {
    category: 'none',
    text: 'ERROR cache: connection refused by redis:6379, retrying in 1s\nINFO cache: reconnected to redis:6379',
  },
  { category: 'none', text: 'npm WARN deprecated request@2.88.2: request has been deprecated' },
  {
    category: 'none',
    text: 'PASS src/errors.test.ts\n  \u2713 throws ECONNREFUSED when the server is down (4 ms)\nTests:       14 passed, 14 total',
  },
  {
    category: 'none',
    text: 'NAME    READY   STATUS    RESTARTS   AGE\nweb-1   1/1     Running   0          3d\nweb-2   1/1     Running   0          3d',
  },
  { category: 'none', text: 'Status: Downloaded newer image for nginx:1.27\nNo errors found.' },
];

/** Written after the code, before it was run on them. */
export const corpusKeptAside: CorpusText[] = [
  {
    category: 'oom-killed',
    text: 'Container worker in pod batch-77 was OOMKilled twice in the last hour, memory limit is 512Mi',
  },
  {
    category: 'oom-killed',
    text: '[1829311.104] Memory cgroup out of memory: Killed process 21733 (python3) total-vm:1893312kB',
  },
  { category: 'oom-killed', text: 'Warum wird mein Container wegen OOMKilled beendet? Limit steht auf 256Mi' },
  { category: 'crash-loop-app-error', text: 'payments-6c9f7b-xx2lp   0/1     CrashLoopBackOff   14 (2m11s ago)   51m' },
  {
    category: 'crash-loop-app-error',
    text: '{"level":"fatal","time":1767600000,"msg":"boot failed","err":{"type":"TypeError","message":"Cannot read properties of undefined (reading \'listen\')","stack":"TypeError: Cannot read properties of undefined\\n    at Object.<anonymous> (/srv/index.js:9:12)"}}',
  },
  {
    category: 'crash-loop-app-error',
    text: "thread 'main' panicked at src/main.rs:42:17:\ncalled `Option::unwrap()` on a `None` value\nnote: run with `RUST_BACKTRACE=1`",
  },
  {
    category: 'crash-loop-app-error',
    text: 'org.postgresql.util.PSQLException: ERROR: relation "public.invoices" does not exist\n  Position: 15',
  },
  {
    category: 'crash-loop-app-error',
    text: "/usr/local/bundle/gems/bootsnap/require.rb:30:in `require': cannot load such file -- sidekiq (LoadError)\n\tfrom /app/config/boot.rb:4",
  },
  { category: 'crash-loop-config', text: "KeyError: 'SMTP_HOST'" },
  {
    category: 'crash-loop-config',
    text: '2026-04-04T11:11:11Z FATAL startup aborted: missing required config key PAYMENT_GATEWAY_TOKEN',
  },
  {
    category: 'crash-loop-config',
    text: 'Hallo zusammen,\nseit dem Deployment heute Morgen startet der Dienst nicht mehr, im Log steht nur:\nenvironment variable "KAFKA_BROKERS" must be set\nHat jemand eine Idee?',
  },
  { category: 'bad-command', text: '/bin/sh: 1: gunicorn: not found' },
  {
    category: 'bad-command',
    text: 'Last State: Terminated Reason: StartError Message: failed to start containerd task "app": OCI runtime start failed: exec: "/app/server": stat /app/server: no such file or directory: unknown Exit Code: 128',
  },
  { category: 'exit-code-signal', text: 'container exited with code 132 (SIGILL)' },
  {
    category: 'config-invalid',
    text: 'prometheus: ts=2026-01-01T00:00:00Z level=error msg="Error loading config (--config.file=/etc/prometheus/prometheus.yml)" err="parsing YAML file /etc/prometheus/prometheus.yml: yaml: unmarshal errors:\\n  line 7: field scrape_interval not found in type config.plain"',
  },
  {
    category: 'config-invalid',
    text: 'Failed to parse /etc/app/settings.json: Unexpected token } in JSON at position 211',
  },
  {
    category: 'image-pull',
    text: 'Warning  Failed  kubelet  Error: ErrImagePull\nWarning  Failed  kubelet  Failed to pull image "ghcr.io/acme/api:main": failed to authorize: failed to fetch anonymous token: 401 Unauthorized',
  },
  {
    category: 'image-pull',
    text: 'toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating',
  },
  { category: 'invalid-image', text: 'frontend-5b  0/1  InvalidImageName  0  9s' },
  { category: 'create-container-config', text: 'worker-0   0/1   CreateContainerConfigError   0   44s' },
  {
    category: 'create-container-config',
    text: 'Error: container has runAsNonRoot and image will run as root (pod: "a_b(c)", container: app)',
  },
  {
    category: 'secret-missing-key',
    text: "Warning  Failed  12s (x5 over 60s)  kubelet  Error: couldn't find key api-token in ConfigMap team-a/settings",
  },
  { category: 'init-container', text: 'The init container "wait-for-db" exited with code 1 and the pod never starts' },
  {
    category: 'readiness-probe',
    text: 'El pod no recibe tráfico: Readiness probe failed: HTTP probe failed with statuscode: 500',
  },
  { category: 'liveness-probe', text: 'Container app failed liveness probe, will be restarted' },
  {
    category: 'startup-probe',
    text: 'Normal Killing 5s kubelet Container engine failed startup probe, will be restarted',
  },
  {
    category: 'unschedulable-resources',
    text: "pod didn't trigger scale-up: 1 max node group size reached; 0/8 nodes are available: 8 Insufficient nvidia.com/gpu",
  },
  {
    category: 'unschedulable-constraints',
    text: "0/4 nodes are available: 4 node(s) didn't match pod anti-affinity rules. preemption: not helpful",
  },
  {
    category: 'pvc-pending',
    text: 'Warning  ProvisioningFailed  persistentvolume-controller  storageclass.storage.k8s.io "gp9" not found',
  },
  {
    category: 'quota',
    text: 'failed to create pod: pods "q-2" is forbidden: failed quota: team: must specify limits.cpu for: app',
  },
  { category: 'limit-range', text: 'minimum memory usage per Container is 64Mi, but request is 16Mi' },
  {
    category: 'volume-mount',
    text: 'Warning  FailedAttachVolume  attachdetach-controller  Multi-Attach error for volume "pvc-91" Volume is already exclusively attached to one node',
  },
  {
    category: 'disk-full',
    text: 'ERROR: could not extend file "base/16384/2619": No space left on device\nHINT: Check free disk space.',
  },
  { category: 'disk-full', text: 'Pod ephemeral local storage usage exceeds the total limit of containers 1Gi.' },
  {
    category: 'rbac-forbidden',
    text: 'io.fabric8.kubernetes.client.KubernetesClientException: Failure executing: GET at: https://10.96.0.1/api/v1/namespaces/x/configmaps. Message: Forbidden!Configured service account doesn\'t have access. configmaps is forbidden: User "system:serviceaccount:x:default" cannot list resource "configmaps" in API group "" in the namespace "x".',
  },
  { category: 'permission-denied', text: "mkdir: cannot create directory '/var/lib/app': Permission denied" },
  {
    category: 'permission-denied',
    text: 'requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://api.partner.example/v2/orders',
  },
  {
    category: 'service-no-endpoints',
    text: 'Error from server (ServiceUnavailable): no endpoints available for service "grafana"',
  },
  {
    category: 'admission-rejected',
    text: 'Error from server: admission webhook "validate.kyverno.svc-fail" denied the request: resource Deployment/x was blocked',
  },
  { category: 'node-problem', text: 'Kubelet stopped posting node status. Node ip-10-0-3-4 is NotReady' },
  { category: 'job-failed', text: 'Job export-2026 failed: BackoffLimitExceeded' },
  {
    category: 'rollout-stuck',
    text: 'status:\n  conditions:\n  - type: Progressing\n    status: "False"\n    reason: ProgressDeadlineExceeded\n    message: ReplicaSet "web-6d" has timed out progressing.',
  },
  {
    category: 'hpa-misconfig',
    text: 'Warning  FailedGetResourceMetric  horizontal-pod-autoscaler  failed to get cpu utilization: missing request for cpu in container app of Pod web-1',
  },
  {
    category: 'pdb-blocking',
    text: 'error when evicting pods/"db-0" -n "x" (will retry after 5s): Cannot evict pod as it would violate the pod\'s disruption budget.',
  },
  {
    category: 'ingress-misconfig',
    text: 'Error obtaining Endpoints for Service "shop/web-svc": no object matching key "shop/web-svc" in local store',
  },
  {
    category: 'dns',
    text: 'java.net.UnknownHostException: inventory.shop.svc.cluster.local: Name or service not known',
  },
  {
    category: 'dependency-down',
    text: 'pymongo.errors.ServerSelectionTimeoutError: mongo-0.mongo:27017: [Errno 111] Connection refused, Timeout: 30s',
  },
  {
    category: 'dependency-down',
    text: `${noise(
      150,
      i => `2026-02-02T10:00:${String(i % 60).padStart(2, '0')}Z INFO http: GET /item/${i} 200 ${i % 40}ms`,
    )}\n2026-02-02T10:02:31Z ERROR orders: dial tcp 10.43.9.2:5672: i/o timeout\n${noise(
      150,
      i => `2026-02-02T10:03:${String(i % 60).padStart(2, '0')}Z INFO http: GET /item/${i} 200 ${i % 40}ms`,
    )}`,
  },
  {
    category: 'tls-certificate',
    text: 'javax.net.ssl.SSLHandshakeException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target',
  },
  { category: 'port-conflict', text: 'Web server failed to start. Port 8080 was already in use.' },
  {
    category: 'terraform-state-lock',
    text: 'Error locking state: Error acquiring the state lock: storage: service returned error: StatusCode=409, ErrorCode=LeaseAlreadyPresent, ErrorMessage=There is already a lease present.',
  },
  {
    category: 'terraform-provider',
    text: '│ Error: Inconsistent dependency lock file\n│ \n│ The following dependency selections recorded in the lock file are inconsistent with the current configuration:\n│   - provider registry.terraform.io/hashicorp/random: required by this configuration but no version is selected',
  },
  { category: 'ci-failure', text: "+ pytest -q\n3 failed, 120 passed in 14.02s\n##[error]Bash exited with code '1'." },
  {
    category: 'ci-failure',
    text: 'make: *** [Makefile:12: lint] Error 2\nscript returned exit code 2\nFinished: FAILURE',
  },
  {
    category: 'clock-or-deadlock',
    text: 'com.mysql.cj.jdbc.exceptions.MySQLTransactionRollbackException: Lock wait timeout exceeded; try restarting transaction',
  },
  {
    category: 'network-policy',
    text: 'hubble: 10.0.1.5:41288 (ID:1203) -> 10.0.2.9:5432 (ID:3310) Policy denied DROPPED (TCP Flags: SYN)',
  },
  {
    category: 'cronjob-suspended-or-missed',
    text: 'Warning FailedNeedsStart cronjob-controller Cannot determine if job needs to be started: too many missed start times (> 100). Set or decrease .spec.startingDeadlineSeconds',
  },
  { category: 'none', text: '   \n\n  ' },
  { category: 'none', text: 'Thanks, everything works again after we rolled back. The ImagePullBackOff is gone.' },
  { category: 'none', text: 'Can you explain what exit code 137 means in Kubernetes?' },
  {
    category: 'none',
    text: '2026-03-03 10:00:00 INFO  c.a.Scheduler - job finished, 0 errors, 0 warnings, took 312 ms',
  },
  {
    category: 'none',
    text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      containers:\n      - name: web\n        livenessProbe:\n          httpGet:\n            path: /live\n          failureThreshold: 3',
  },
  { category: 'none', text: 'fix(api): return 503 instead of crashing when redis connection refused (#412)' },
  {
    category: 'none',
    text: 'Normal  Pulled     4s   kubelet  Successfully pulled image "nginx:1.27" in 1.2s\nNormal  Created    4s   kubelet  Created container web\nNormal  Started    3s   kubelet  Started container web',
  },
  {
    category: 'none',
    text: 'try {\n  await connect();\n} catch (err) {\n  throw new Error("connection refused: " + err.message);\n}',
  },
  { category: 'none', text: 'deployment "web" successfully rolled out' },
  {
    category: 'none',
    text: 'Registered error handler middleware\nerror reporting enabled (sentry)\nServer listening on :8080',
  },
  { category: 'none', text: 'Apply complete! Resources: 3 added, 0 changed, 0 destroyed.' },
  {
    category: 'none',
    text: 'Alerting should fire whenever a pod is OOMKilled more than three times within an hour; please write the rule until Friday.',
  },
  { category: 'none', text: 'Was ist der Unterschied zwischen Liveness und Readiness Probe, wenn sie fehlschlägt?' },
  { category: 'none', text: 'level=warn msg="slow query" duration=1.2s\nlevel=info msg="request" status=200' },
  {
    category: 'none',
    text: 'Conditions:\n  MemoryPressure   False   KubeletHasSufficientMemory\n  DiskPressure     False   KubeletHasNoDiskPressure\n  Ready            True    KubeletReady',
  },
  {
    category: 'none',
    text: 'INFO: 127.0.0.1:53412 - "GET /healthz HTTP/1.1" 200 OK\nINFO: Shutting down\nINFO: Finished server process [1]',
  },
  { category: 'none', text: 'Let us meet on Tuesday to talk about the new cluster and its costs.' },
  { category: 'none', text: 'retry 1 failed with timeout\nretry 2 succeeded' },
  { category: 'none', text: 'ok  	github.com/acme/errors	0.012s\nok  	github.com/acme/panics	0.004s' },
  { category: 'none', text: 'TASK [install] ok: [host1] => failed=0 unreachable=0 changed=2' },
];

/** A second set of the same kind, by a stricter hand. */
export const corpusKeptAsideTwo: CorpusText[] = [
  { category: 'oom-killed', text: 'kubectl describe shows reason OOMKilled but the app logs nothing' },
  {
    category: 'oom-killed',
    text: 'npm run build\n\n<--- Last few GCs --->\n[19:0x5] 41230 ms: Mark-sweep 2047.3 (2083.1) -> 2046.4 MB\nFATAL ERROR: Ineffective mark-compacts near heap limit Allocation failed - JavaScript heap out of memory\nAborted (core dumped)',
  },
  { category: 'crash-loop-app-error', text: 'Our checkout pods keep restarting since the last deploy, no idea why' },
  { category: 'crash-loop-app-error', text: "undefined method `each' for nil:NilClass (NoMethodError)" },
  {
    category: 'crash-loop-app-error',
    text: 'sqlalchemy.exc.ProgrammingError: (psycopg2.errors.UndefinedTable) relation "users" does not exist',
  },
  {
    category: 'crash-loop-config',
    text: 'time="2026-01-01T00:00:00Z" level=fatal msg="env: required environment variable \\"S3_BUCKET\\" is not set"',
  },
  { category: 'crash-loop-config', text: 'ValueError: DATABASE_URL must be set' },
  { category: 'bad-command', text: "python: can't open file '/app/manage.py': [Errno 2] No such file or directory" },
  { category: 'bad-command', text: 'flag provided but not defined: -listen-adress\nUsage of /server:' },
  {
    category: 'config-invalid',
    text: "redis: *** FATAL CONFIG FILE ERROR (Redis 7.0.15) ***\nReading the configuration file, at line 3\n>>> 'maxmemori 100mb'\nBad directive or wrong number of arguments",
  },
  {
    category: 'config-invalid',
    text: "envoy: error initializing configuration '/etc/envoy/envoy.yaml': Unable to parse JSON as proto",
  },
  { category: 'image-pull', text: 'Back-off pulling image "acme/web:1.2.33"' },
  {
    category: 'image-pull',
    text: "rpc error: code = Unknown desc = Error response from daemon: pull access denied for acme/web, repository does not exist or may require 'docker login'",
  },
  { category: 'secret-missing-key', text: 'Das Secret "db" hat key "password" not found in Secret db' },
  { category: 'create-container-config', text: 'Warning Failed kubelet Error: secret "api-keys" not found' },
  { category: 'init-container', text: 'NAME READY STATUS RESTARTS AGE\nledger-5bc-x 0/1 Init:Error 3 (30s ago) 1m' },
  {
    category: 'readiness-probe',
    text: 'Readiness probe failed: Get "http://10.2.0.4:8080/ready": dial tcp 10.2.0.4:8080: connect: connection refused',
  },
  { category: 'liveness-probe', text: 'Liveness probe failed: command "cat /tmp/healthy" timed out' },
  {
    category: 'unschedulable-resources',
    text: '0/12 nodes are available: 4 Insufficient cpu, 8 node(s) had untolerated taint {dedicated: infra}.',
  },
  {
    category: 'unschedulable-constraints',
    text: "0/3 nodes are available: 3 node(s) had taint {node-role.kubernetes.io/control-plane: }, that the pod didn't tolerate.",
  },
  { category: 'pvc-pending', text: 'persistentvolumeclaim "data-db-0" not found' },
  { category: 'pvc-pending', text: 'data-pg-0   Pending                                      fast   3m' },
  {
    category: 'quota',
    text: 'Error creating: pods "a" is forbidden: exceeded quota: q, requested: pods=1, used: pods=10, limited: pods=10',
  },
  {
    category: 'volume-mount',
    text: 'Unable to attach or mount volumes: unmounted volumes=[data], unattached volumes=[data kube-api-access-x]: timed out waiting for the condition',
  },
  { category: 'disk-full', text: 'Usage of EmptyDir volume "tmp" exceeds the limit "100Mi".' },
  {
    category: 'disk-full',
    text: 'elasticsearch: flood stage disk watermark [95%] exceeded on [x][node-1] free: 1gb[2%], all indices on this node will be marked read-only',
  },
  {
    category: 'rbac-forbidden',
    text: 'E0101 12:00:00.000000       1 reflector.go:140] failed to list *v1.Secret: secrets is forbidden: User "system:serviceaccount:a:b" cannot list resource "secrets" in API group "" at the cluster scope',
  },
  {
    category: 'rbac-forbidden',
    text: 'kubernetes.client.exceptions.ApiException: (403)\nReason: Forbidden\nHTTP response body: {"kind":"Status","message":"pods is forbidden: User \\"system:serviceaccount:x:y\\" cannot create resource \\"pods\\" in API group \\"\\" in the namespace \\"x\\""}',
  },
  {
    category: 'permission-denied',
    text: 'An error occurred (AccessDenied) when calling the PutObject operation: Access Denied',
  },
  { category: 'permission-denied', text: 'nginx: [emerg] bind() to 0.0.0.0:80 failed (13: Permission denied)' },
  { category: 'permission-denied', text: "touch: cannot touch '/data/x': Read-only file system" },
  {
    category: 'admission-rejected',
    text: 'Error from server (Forbidden): error when creating "x.yaml": admission webhook "policy.sigstore.dev" denied the request: validation failed: no matching signatures',
  },
  { category: 'node-problem', text: 'Events:\n  Warning  NodeNotReady  3m  node-controller  Node is not ready' },
  {
    category: 'node-problem',
    text: 'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "x": plugin type="calico" failed (add): error getting ClusterInformation: connection is unauthorized',
  },
  {
    category: 'job-failed',
    text: 'Type: Failed Status: True Reason: DeadlineExceeded Message: Job was active longer than specified deadline',
  },
  { category: 'dns', text: 'dial tcp: lookup redis-master on 10.96.0.10:53: no such host' },
  { category: 'dns', text: 'getaddrinfo EAI_AGAIN api.internal' },
  {
    category: 'dependency-down',
    text: 'Caused by: java.net.ConnectException: Connection refused (Connection refused)',
  },
  {
    category: 'dependency-down',
    text: 'upstream connect error or disconnect/reset before headers. reset reason: connection failure',
  },
  {
    category: 'dependency-down',
    text: "requests.exceptions.ReadTimeout: HTTPSConnectionPool(host='api.x.io', port=443): Read timed out. (read timeout=10)",
  },
  {
    category: 'dependency-down',
    text: 'Wir erreichen seit heute unsere Datenbank nicht: could not connect to server: Connection refused',
  },
  { category: 'dependency-down', text: 'openai.RateLimitError: Error code: 429 - rate limit exceeded' },
  {
    category: 'tls-certificate',
    text: 'curl: (60) SSL certificate problem: self-signed certificate in certificate chain',
  },
  { category: 'tls-certificate', text: 'Unser Zertifikat ist abgelaufen und der Ingress liefert Fehler' },
  { category: 'port-conflict', text: 'bind: address already in use 0.0.0.0:9090' },
  {
    category: 'terraform-state-lock',
    text: 'Terraform apply hängt, der State ist gelockt: Error acquiring the state lock',
  },
  {
    category: 'terraform-provider',
    text: 'Error: Could not load plugin\n\nPlugin reinitialization required. Please run "terraform init".',
  },
  { category: 'terraform-provider', text: 'Error: Backend initialization required, please run "terraform init"' },
  { category: 'ci-failure', text: 'Error: Process completed with exit code 127.' },
  {
    category: 'ci-failure',
    text: "src/app.ts(12,3): error TS2322: Type 'string' is not assignable to type 'number'.\nERROR: Job failed: exit status 2",
  },
  {
    category: 'ci-failure',
    text: 'go build ./...\n./main.go:10:2: undefined: foo\nError: Process completed with exit code 2.',
  },
  {
    category: 'hpa-misconfig',
    text: 'the HPA was unable to compute the replica count: failed to get memory utilization: unable to get metrics for resource memory: no metrics returned from resource metrics API',
  },
  { category: 'service-no-endpoints', text: 'El Service checkout no tiene endpoints' },
  {
    category: 'ingress-misconfig',
    text: 'Rules:\n  Host  Path  Backends\n  *     /     web-svc:80 (<error: services "web-svc" not found>)',
  },
  {
    category: 'pdb-blocking',
    text: 'kubectl drain: error when evicting pods/"web-1": Cannot evict pod as it would violate the pod\'s disruption budget.',
  },
  {
    category: 'clock-or-deadlock',
    text: 'RequestTimeTooSkewed: The difference between the request time and the current time is too large.',
  },
  { category: 'deprecated-or-terminating', text: 'namespace old-team is stuck in Terminating for two days' },
  { category: 'exit-code-signal', text: 'signal: segmentation fault' },
  { category: 'none', text: 'What is the difference between CrashLoopBackOff and ImagePullBackOff?' },
  { category: 'none', text: 'We saw OOMKilled pods last week; it has been fixed by raising the limit.' },
  { category: 'none', text: 'INFO  Connection pool stats: active=3 idle=7 failed=0 timeouts=0' },
  { category: 'none', text: '2026-01-01T00:00:00Z info: error budget 99.95% remaining' },
  { category: 'none', text: 'docs: describe how to debug Pending pods' },
  { category: 'none', text: '## Troubleshooting ImagePullBackOff\nThis page explains why images cannot be pulled.' },
  { category: 'none', text: 'helm upgrade succeeded: release "web" has been upgraded. Happy Helming!' },
  { category: 'none', text: 'Reconciler recovered from transient error, all 12 shards green' },
  { category: 'none', text: 'Test Files  12 passed (12)\n     Tests  90 passed (90)' },
  {
    category: 'none',
    text: 'alert: KubePodCrashLooping\nexpr: rate(kube_pod_container_status_restarts_total[5m]) > 0\nfor: 15m\nannotations:\n  description: Pod is in CrashLoopBackOff',
  },
  { category: 'none', text: 'GET /api/orders?error=timeout HTTP/1.1 200 12ms' },
  { category: 'none', text: 'def handle():\n    raise PermissionError("permission denied")' },
  { category: 'none', text: 'kubectl get pvc\nNAME  STATUS  VOLUME  CAPACITY\ndata  Bound   pv-1    10Gi' },
  { category: 'none', text: 'Completed with 0 errors and 0 warnings.' },
  { category: 'none', text: 'The new error page design is ready for review, what do you think?' },
  { category: 'none', text: 'DEBUG retry policy: on connection refused wait 100ms, on timeout wait 1s' },
  { category: 'none', text: 'Wie kann ich verhindern, dass ein Pod evicted wird?' },
  { category: 'none', text: 'level=info component=probe msg="liveness probe ok" took=2ms' },
  { category: 'none', text: 'INFO: Compiled with --enable-panic-handler, fatal signals go to stderr' },
  { category: 'none', text: 'Deployment scaled down replica set web-5d to 0' },
];
