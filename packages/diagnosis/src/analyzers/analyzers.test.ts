import { diagnose } from '../diagnose';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { Finding, ResourceRef } from '../Diagnosis';
import { ago, clusterOf, crashing, deployment, event, healthy, object, waiting } from '../testing/cluster';

const POD = 'web-7d4b9-x2x4z';

/** One state of a cluster, and what has to be said about it. */
interface Case {
  state: string;
  objects: KubernetesObject[];
  logs?: Record<string, string>;
  target?: ResourceRef;
  question?: string;
  /** Absent: nothing is wrong. */
  category?: string;
  culprit?: string;
  says?: string[];
  command?: string;
}

const running = { ready: false, started: true, restartCount: 0, state: { running: { startedAt: ago(300) } } };
const pending = { status: { phase: 'Pending', containerStatuses: [], conditions: [] as object[] } };
const unschedulable = (message: string) => ({
  ...pending,
  status: {
    ...pending.status,
    conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message }],
  },
});
const node = (name: string, body: object = {}) =>
  object('Node', name, {
    status: { allocatable: { cpu: '4', memory: '8Gi' }, conditions: [{ type: 'Ready', status: 'True' }] },
    ...body,
  });
const web = { kind: 'Deployment', name: 'web' };
const replicaSetRefused = (message: string): KubernetesObject[] => {
  const [deploy, replicaSet] = deployment('web', { replicas: 3 });
  return [
    deploy,
    { ...replicaSet, status: { replicas: 1 } },
    event('ReplicaSet', 'web-7d4b9', 'FailedCreate', message),
  ];
};

const CASES: Case[] = [
  {
    state: 'CreateContainerConfigError for a missing ConfigMap',
    objects: [
      ...deployment('web', {
        status: waiting('CreateContainerConfigError', 'configmap "web-config" not found'),
        pod: { status: { phase: 'Pending' } },
      }),
      object('ConfigMap', 'web-settings'),
    ],
    category: 'create-container-config',
    culprit: 'Deployment/web',
    says: ['ConfigMap web-config, which does not exist', 'there is web-settings'],
  },
  {
    state: 'CreateContainerConfigError for a missing key of a Secret',
    objects: deployment('web', {
      status: waiting('CreateContainerConfigError', "couldn't find key token in Secret shop/web-auth"),
      container: { env: [{ name: 'API_AUTH', valueFrom: { secretKeyRef: { name: 'web-auth', key: 'token' } } }] },
    }),
    category: 'secret-missing-key',
    culprit: 'Deployment/web',
    says: ['variable API_AUTH', 'key token of Secret web-auth'],
  },
  {
    state: 'an image tag that does not exist',
    objects: [
      ...deployment('web', { status: waiting('ErrImagePull'), container: { image: 'registry.example.com/web:2.O' } }),
      event(
        'Pod',
        POD,
        'Failed',
        'Failed to pull image "registry.example.com/web:2.O": rpc error: code = NotFound desc = not found',
      ),
    ],
    category: 'image-pull',
    culprit: 'Deployment/web',
    says: ['registry.example.com/web:2.O', 'does not exist in the registry'],
  },
  {
    state: 'a registry that refuses',
    objects: [
      ...deployment('web', { status: waiting('ImagePullBackOff'), container: { image: 'registry.example.com/web:2' } }),
      event(
        'Pod',
        POD,
        'Failed',
        'Failed to pull image "registry.example.com/web:2": pull access denied, repository does not exist or may require authorization',
      ),
    ],
    category: 'image-pull',
    culprit: 'Deployment/web',
    says: ['credentials'],
  },
  {
    state: 'an image name that does not parse',
    objects: deployment('web', { status: waiting('InvalidImageName'), container: { image: 'Registry/Web:1' } }),
    category: 'invalid-image',
    culprit: 'Deployment/web',
    says: ['lower-case'],
  },
  {
    state: 'a command that is not in the image',
    objects: deployment('web', {
      status: crashing(128, 'StartError', {
        message: 'runc create failed: exec: "serve": executable file not found in $PATH: unknown',
      }),
    }),
    category: 'bad-command',
    culprit: 'Deployment/web',
    says: ['"serve" is not in the image'],
  },
  {
    state: 'a segmentation fault',
    objects: deployment('web', { status: crashing(139) }),
    logs: { [`shop/${POD}/app`]: 'starting worker' },
    category: 'exit-code-signal',
    culprit: 'Deployment/web',
    says: ['SIGSEGV'],
  },
  {
    state: 'a main process that ends well and is started again',
    objects: deployment('web', { status: crashing(0, 'Completed') }),
    logs: { [`shop/${POD}/app`]: 'done' },
    category: 'bad-command',
    culprit: 'Deployment/web',
    says: ['exit code 0'],
  },
  {
    state: 'an init container that fails',
    objects: deployment('web', {
      status: waiting('PodInitializing'),
      pod: {
        spec: { initContainers: [{ name: 'migrate', image: 'shop/app:1' }] },
        status: { phase: 'Pending', initContainerStatuses: [{ name: 'migrate', ...crashing(1) }] },
      },
    }),
    logs: { [`shop/${POD}/migrate`]: 'ERROR: relation "orders" does not exist' },
    category: 'init-container',
    culprit: 'Deployment/web',
    says: ['migrate', 'relation "orders" does not exist'],
  },
  {
    state: 'a readiness probe that asks a path which is not served',
    objects: [
      ...deployment('web', {
        status: running,
        container: { readinessProbe: { httpGet: { path: '/healthz', port: 8080 } } },
      }),
      event('Pod', POD, 'Unhealthy', 'Readiness probe failed: HTTP probe failed with statuscode: 404'),
    ],
    logs: { [`shop/${POD}/app`]: 'listening on 8080' },
    category: 'readiness-probe',
    culprit: 'Deployment/web',
    says: ['/healthz', '404', 'does not serve'],
  },
  {
    state: 'a warm-up that is not over',
    objects: [
      ...deployment('web', {
        status: { ...running, state: { running: { startedAt: ago(5) } } },
        container: { readinessProbe: { httpGet: { port: 8080 }, periodSeconds: 10 } },
      }),
      event('Pod', POD, 'Unhealthy', 'Readiness probe failed: connection refused'),
    ],
    target: web,
  },
  {
    state: 'a liveness probe that kills',
    objects: [
      ...deployment('web', {
        status: crashing(137),
        container: { livenessProbe: { httpGet: { path: '/live', port: 8080 } } },
      }),
      event('Pod', POD, 'Killing', 'Container app failed liveness probe, will be restarted'),
      event('Pod', POD, 'Unhealthy', 'Liveness probe failed: context deadline exceeded'),
    ],
    logs: { [`shop/${POD}/app`]: 'serving' },
    category: 'liveness-probe',
    culprit: 'Deployment/web',
    says: ['waits 1 s'],
  },
  {
    state: 'a postStart hook that fails',
    objects: [
      ...deployment('web', {
        status: crashing(137),
        container: { lifecycle: { postStart: { exec: { command: ['register'] } } } },
      }),
      event('Pod', POD, 'FailedPostStartHook', 'PostStartHook failed'),
    ],
    category: 'bad-command',
    culprit: 'Deployment/web',
    says: ['postStart hook of container app (command register) fails', 'does not crash'],
  },
  {
    state: 'a startup probe that is too short',
    objects: [
      ...deployment('web', {
        status: crashing(137),
        container: { startupProbe: { httpGet: { port: 8080 }, periodSeconds: 2, failureThreshold: 5 } },
      }),
      event('Pod', POD, 'Killing', 'Container app failed startup probe, will be restarted'),
    ],
    logs: { [`shop/${POD}/app`]: 'loading model' },
    category: 'startup-probe',
    culprit: 'Deployment/web',
    says: ['gives 10 s to start'],
  },
  {
    state: 'more CPU requested than any node has',
    objects: [
      node('node-1'),
      ...deployment('web', {
        pod: unschedulable('0/1 nodes are available: 1 Insufficient cpu.'),
        container: { resources: { requests: { cpu: '16' } } },
      }),
    ],
    category: 'unschedulable-resources',
    culprit: 'Deployment/web',
    says: ['requests cpu 16 cores', 'has 4'],
  },
  {
    state: 'a node label that no node has',
    objects: [
      node('node-1'),
      ...deployment('web', {
        pod: {
          ...unschedulable("0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector."),
          spec: { nodeSelector: { gpu: 'a100' } },
        },
      }),
    ],
    category: 'unschedulable-constraints',
    culprit: 'Deployment/web',
    says: ['gpu=a100'],
  },
  {
    state: 'a cordoned node',
    objects: [
      node('node-1', { spec: { unschedulable: true } }),
      ...deployment('web', { pod: unschedulable('0/1 nodes are available: 1 node(s) were unschedulable.') }),
    ],
    category: 'unschedulable-constraints',
    culprit: 'Deployment/web',
    says: ['node-1 is cordoned'],
    command: 'kubectl uncordon node-1',
  },
  {
    state: 'a quota that is used up',
    objects: [
      ...replicaSetRefused(
        'Error creating: pods "web-7d4b9-a" is forbidden: exceeded quota: team, requested: requests.memory=96Mi, used: requests.memory=160Mi, limited: requests.memory=200Mi',
      ),
      object('ResourceQuota', 'team', {
        status: { hard: { 'requests.memory': '200Mi' }, used: { 'requests.memory': '160Mi' } },
      }),
    ],
    category: 'quota',
    culprit: 'ResourceQuota/team',
    says: ['asks for requests.memory=96Mi', '1 of 3 pods'],
    command: `kubectl -n shop patch resourcequota/team --type=merge -p '{"spec":{"hard":{"requests.memory":"392Mi"}}}'`,
  },
  {
    state: 'a LimitRange that refuses',
    objects: [
      ...replicaSetRefused(
        'Error creating: pods "web-7d4b9-a" is forbidden: maximum cpu usage per Container is 500m, but limit is 1',
      ),
      object('LimitRange', 'bounds', { spec: { limits: [] } }),
    ],
    category: 'limit-range',
    culprit: 'LimitRange/bounds',
    says: ['maximum cpu usage per Container is 500m, but limit is 1'],
  },
  {
    state: 'Pod Security that refuses',
    objects: replicaSetRefused(
      'Error creating: pods "web-7d4b9-a" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false',
    ),
    category: 'admission-rejected',
    culprit: 'Deployment/web',
    says: ['restricted:latest', 'allowPrivilegeEscalation'],
  },
  {
    state: 'a webhook that does not answer',
    objects: replicaSetRefused(
      'Error creating: Internal error occurred: failed calling webhook "policy.example.com": connection refused',
    ),
    category: 'admission-rejected',
    culprit: 'Deployment/web',
    says: ['policy.example.com does not answer'],
  },
  {
    state: 'a claim of a StorageClass that does not exist',
    objects: [
      object('PersistentVolumeClaim', 'data', {
        spec: { storageClassName: 'ssd', resources: { requests: { storage: '1Gi' } } },
        status: { phase: 'Pending' },
      }),
      event('PersistentVolumeClaim', 'data', 'ProvisioningFailed', 'storageclass.storage.k8s.io "ssd" not found'),
      ...deployment('web', {
        pod: {
          ...unschedulable('0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims.'),
          spec: { volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'data' } }] },
        },
      }),
    ],
    category: 'pvc-pending',
    culprit: 'PersistentVolumeClaim/data',
    says: ['StorageClass ssd does not exist', 'Deployment web'],
  },
  {
    state: 'a claim that binds on first use and has no user',
    objects: [
      object('StorageClass', 'local', { volumeBindingMode: 'WaitForFirstConsumer' }),
      object('PersistentVolumeClaim', 'data', { spec: { storageClassName: 'local' }, status: { phase: 'Pending' } }),
    ],
  },
  {
    state: 'a Secret volume that does not exist',
    objects: [
      ...deployment('web', {
        status: waiting('ContainerCreating'),
        pod: { status: { phase: 'Pending' }, spec: { volumes: [{ name: 'tls', secret: { secretName: 'web-tls' } }] } },
      }),
      event('Pod', POD, 'FailedMount', 'MountVolume.SetUp failed for volume "tls" : secret "web-tls" not found'),
    ],
    category: 'volume-mount',
    culprit: 'Deployment/web',
    says: ['Secret web-tls does not exist'],
  },
  {
    state: 'a selector with a typing error',
    objects: [
      ...healthy('web'),
      object('Service', 'web', { spec: { selector: { app: 'wbe' }, ports: [{ port: 80 }] } }),
    ],
    category: 'service-no-endpoints',
    culprit: 'Service/web',
    says: ['app=wbe', 'app=web'],
    command: `kubectl -n shop patch service/web --type=merge -p '{"spec":{"selector":{"app":"web"}}}'`,
  },
  {
    state: 'a targetPort where nobody listens',
    objects: [
      ...healthy('web', { container: { ports: [{ containerPort: 3000 }] } }),
      object('Service', 'web', { spec: { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }] } }),
    ],
    category: 'service-port-mismatch',
    culprit: 'Service/web',
    says: ['targetPort 8080', 'listen on 3000'],
    command: `kubectl -n shop patch service/web --type=json -p '[{"op":"test","path":"/spec/ports/0/targetPort","value":8080},{"op":"replace","path":"/spec/ports/0/targetPort","value":3000}]'`,
  },
  {
    state: 'a Service whose container declares no port',
    objects: [
      ...healthy('web'),
      object('Service', 'web', { spec: { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }] } }),
    ],
  },
  {
    state: 'an ingress to a Service that does not exist',
    objects: [
      ...healthy('web'),
      object('Service', 'web', { spec: { selector: { app: 'web' }, ports: [{ port: 80 }] } }),
      object('Ingress', 'front', {
        spec: {
          rules: [
            {
              host: 'shop.example.com',
              http: { paths: [{ path: '/', backend: { service: { name: 'web-svc', port: { number: 80 } } } }] },
            },
          ],
        },
      }),
    ],
    category: 'ingress-misconfig',
    culprit: 'Ingress/front',
    says: ['Service web-svc, which does not exist', 'there is a Service web'],
  },
  {
    state: 'an autoscaler without its target',
    objects: [
      ...healthy('web'),
      object('HorizontalPodAutoscaler', 'web', {
        spec: { scaleTargetRef: { kind: 'Deployment', name: 'webb' }, maxReplicas: 5 },
        status: { conditions: [{ type: 'AbleToScale', status: 'False', reason: 'FailedGetScale' }] },
      }),
    ],
    category: 'hpa-misconfig',
    culprit: 'HorizontalPodAutoscaler/web',
    says: ['Deployment webb, which does not exist'],
  },
  {
    state: 'a budget without room, asked about on the day of a drain',
    objects: [
      ...healthy('web'),
      object('PodDisruptionBudget', 'web', {
        spec: { minAvailable: 1, selector: { matchLabels: { app: 'web' } } },
        status: { disruptionsAllowed: 0, currentHealthy: 1, desiredHealthy: 1, expectedPods: 1 },
      }),
    ],
    question: 'why does the drain of node-1 hang?',
    category: 'pdb-blocking',
    culprit: 'PodDisruptionBudget/web',
    says: ['allows 0 disruptions'],
  },
  {
    state: 'a budget without room on any other day',
    objects: [
      ...healthy('web'),
      object('PodDisruptionBudget', 'web', {
        spec: { minAvailable: 1, selector: { matchLabels: { app: 'web' } } },
        status: { disruptionsAllowed: 0, currentHealthy: 1, desiredHealthy: 1, expectedPods: 1 },
      }),
    ],
  },
  {
    state: 'a Job that gave up',
    objects: [
      object('Job', 'report', {
        spec: { backoffLimit: 1 },
        status: { failed: 2, conditions: [{ type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded' }] },
      }),
      object(
        'Pod',
        'report-a',
        {
          spec: { restartPolicy: 'Never', containers: [{ name: 'report' }] },
          status: {
            phase: 'Failed',
            containerStatuses: [{ name: 'report', state: { terminated: { exitCode: 2, reason: 'Error' } } }],
          },
        },
        { owner: ['Job', 'report'] },
      ),
    ],
    logs: { 'shop/report-a/report': 'FATAL: password authentication failed for user "report"' },
    category: 'job-failed',
    culprit: 'Job/report',
    says: ['user "?report"?', 'exit code 2'],
  },
  {
    state: 'an old failed Job of a CronJob that went well since',
    objects: [
      object('CronJob', 'nightly', { spec: { schedule: '0 2 * * *' }, status: { lastSuccessfulTime: ago(60) } }),
      object(
        'Job',
        'nightly-1',
        { status: { conditions: [{ type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded' }] } },
        { owner: ['CronJob', 'nightly'] },
      ),
    ],
  },
  {
    state: 'a suspended CronJob that is asked about',
    objects: [object('CronJob', 'nightly', { spec: { suspend: true, schedule: '0 2 * * *' } })],
    target: { kind: 'CronJob', name: 'nightly' },
    category: 'cronjob-suspended-or-missed',
    culprit: 'CronJob/nightly',
    says: ['suspended'],
    command: `kubectl -n shop patch cronjob/nightly --type=merge -p '{"spec":{"suspend":false}}'`,
  },
  {
    state: 'a suspended CronJob that nobody asked about',
    objects: [object('CronJob', 'nightly', { spec: { suspend: true, schedule: '0 2 * * *' } })],
  },
  {
    state: 'a node that stopped reporting',
    objects: [
      node('node-1', {
        status: {
          conditions: [
            {
              type: 'Ready',
              status: 'Unknown',
              reason: 'NodeStatusUnknown',
              message: 'Kubelet stopped posting node status.',
            },
          ],
        },
      }),
      ...healthy('web'),
    ],
    target: web,
    category: 'node-problem',
    culprit: 'Node/node-1',
    says: ['stopped posting', 'last known state'],
  },
  {
    state: 'a pod evicted for its emptyDir',
    objects: deployment('web', {
      pod: {
        status: {
          phase: 'Failed',
          reason: 'Evicted',
          message: 'Usage of EmptyDir volume "tmp" exceeds the limit "64Mi".',
          startTime: ago(60),
          conditions: [],
        },
      },
    }),
    category: 'disk-full',
    culprit: 'Deployment/web',
    says: ['emptyDir volume "tmp"', '64Mi'],
  },
  {
    state: 'a DaemonSet for nodes that do not exist, asked about',
    objects: [
      node('node-1'),
      object('DaemonSet', 'agent', {
        spec: { template: { spec: { nodeSelector: { role: 'edge' } } } },
        status: { desiredNumberScheduled: 0 },
      }),
    ],
    target: { kind: 'DaemonSet', name: 'agent' },
    category: 'daemonset-unscheduled',
    culprit: 'DaemonSet/agent',
    says: ['role=edge'],
  },
  {
    state: 'a claim that a finalizer holds',
    objects: [
      object('PersistentVolumeClaim', 'data', {
        metadata: { deletionTimestamp: ago(900), finalizers: ['example.com/backup'] },
        status: { phase: 'Bound' },
      }),
    ],
    category: 'deprecated-or-terminating',
    culprit: 'PersistentVolumeClaim/data',
    says: ['example.com/backup'],
  },
  {
    state: 'a pod on its way out within its grace period',
    objects: [object('Pod', 'old', { spec: {}, status: {}, metadata: { deletionTimestamp: ago(5) } })],
  },
  {
    state: 'one restart at the first boot, ready since',
    objects: healthy('web', {
      status: {
        ready: true,
        restartCount: 1,
        state: { running: { startedAt: ago(500) } },
        lastState: { terminated: { exitCode: 1, reason: 'Error', startedAt: ago(520), finishedAt: ago(510) } },
      },
    }),
    target: web,
  },
  {
    state: 'an old OOM kill of a pod that is ready',
    objects: healthy('web', {
      status: {
        ready: true,
        restartCount: 3,
        state: { running: { startedAt: ago(90_000) } },
        lastState: {
          terminated: { exitCode: 137, reason: 'OOMKilled', startedAt: ago(100_000), finishedAt: ago(90_001) },
        },
      },
    }),
  },
];

function textOf(finding: Finding | undefined): string {
  if (!finding) return '';
  return [finding.title, finding.rootCause, finding.explanation, ...finding.evidence.map(each => each.text)].join('\n');
}

describe('analyzers', () => {
  it.each(CASES.map(each => [each.state, each] as const))(
    '%s',
    async (_state, { objects, logs, target, question, category, culprit, says = [], command }) => {
      const diagnosis = await diagnose({ namespace: 'shop', target, question }, { reader: clusterOf(objects, logs) });
      const text = textOf(diagnosis.findings[0]);
      expect(diagnosis.blindSpots).toEqual([]);
      expect(diagnosis.findings[0]?.category).toBe(category);
      expect(
        diagnosis.findings[0] && `${diagnosis.findings[0].resource.kind}/${diagnosis.findings[0].resource.name}`,
      ).toBe(culprit);
      for (const sentence of says) expect(text).toMatch(sentence.includes('?') ? new RegExp(sentence) : sentence);
      expect(text).not.toMatch(/undefined|\[object Object\]|NaN/);
      expect(diagnosis.fixCommands.map(fix => fix.command)).toEqual(expect.arrayContaining(command ? [command] : []));
    },
  );

  it('lets a network policy stand for the time-outs of a caller that it shuts out', async () => {
    const objects = [
      ...deployment('web', {
        status: crashing(1),
        container: { env: [{ name: 'DB', value: 'postgres://db:5432/shop' }] },
      }),
      ...healthy('db', { container: { ports: [{ containerPort: 5432 }] } }),
      object('Service', 'db', { spec: { selector: { app: 'db' }, ports: [{ port: 5432 }] } }),
      object('NetworkPolicy', 'db', {
        spec: {
          podSelector: { matchLabels: { app: 'db' } },
          policyTypes: ['Ingress'],
          ingress: [{ from: [{ podSelector: { matchLabels: { app: 'api' } } }] }],
        },
      }),
    ];
    const diagnosis = await diagnose(
      { namespace: 'shop', target: web },
      { reader: clusterOf(objects, { [`shop/${POD}/app`]: 'Error: connect ETIMEDOUT db:5432' }) },
    );
    expect(diagnosis.findings[0]).toMatchObject({
      category: 'network-policy',
      resource: { kind: 'NetworkPolicy', name: 'db' },
    });
    expect(diagnosis.rootCause).toContain('only allows from app=api');
  });

  it('says nothing of a policy that shuts out a caller which has no trouble', async () => {
    const objects = [
      ...healthy('web', { container: { env: [{ name: 'DB', value: 'postgres://db:5432/shop' }] } }),
      ...healthy('db'),
      object('Service', 'db', { spec: { selector: { app: 'db' }, ports: [{ port: 5432 }] } }),
      object('NetworkPolicy', 'db', { spec: { podSelector: {}, policyTypes: ['Ingress'] } }),
    ];
    expect((await diagnose({ namespace: 'shop' }, { reader: clusterOf(objects) })).findings).toEqual([]);
  });
});
