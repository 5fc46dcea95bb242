import { Random } from './Random.mjs';

const NOW = Date.UTC(2026, 10, 20, 18, 0, 0);
const ago = seconds => new Date(NOW - seconds * 1_000).toISOString().replace('.000', '');

/** What a kubelet and the controllers note about who wrote which field: half of the bytes of a real pod. */
const MANAGED_FIELDS = ['kube-controller-manager', 'kubelet'].map(manager => ({
  manager,
  operation: 'Update',
  apiVersion: 'v1',
  time: ago(90_000),
  fieldsType: 'FieldsV1',
  fieldsV1: {
    'f:metadata': {
      'f:generateName': {},
      'f:labels': { '.': {}, 'f:app.kubernetes.io/name': {}, 'f:pod-template-hash': {} },
    },
    'f:spec': {
      'f:containers': {
        'k:{"name":"app"}': Object.fromEntries(
          [
            'command',
            'env',
            'image',
            'imagePullPolicy',
            'livenessProbe',
            'name',
            'ports',
            'readinessProbe',
            'resources',
          ].map(field => [
            `f:${field}`,
            { '.': {}, 'f:failureThreshold': {}, 'f:periodSeconds': {}, 'f:timeoutSeconds': {} },
          ]),
        ),
      },
      'f:dnsPolicy': {},
      'f:enableServiceLinks': {},
      'f:restartPolicy': {},
      'f:schedulerName': {},
      'f:securityContext': {},
    },
  },
}));

/** How a broken pod stands; the n-th broken one takes the n-th way. */
const TROUBLES = [
  {
    name: 'crash loop',
    ready: false,
    restartCount: 14,
    state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 5m0s restarting failed container' } },
    lastState: { terminated: { exitCode: 1, reason: 'Error', startedAt: ago(130), finishedAt: ago(120) } },
    log: 'INFO starting\nERROR: relation "orders" does not exist\n',
  },
  {
    name: 'image pull',
    ready: false,
    restartCount: 0,
    state: {
      waiting: {
        reason: 'ImagePullBackOff',
        message: 'Back-off pulling image "registry.example/app:9.9": ErrImagePull: not found',
      },
    },
    lastState: {},
  },
  {
    name: 'out of memory',
    ready: true,
    restartCount: 6,
    state: { running: { startedAt: ago(60) } },
    lastState: { terminated: { exitCode: 137, reason: 'OOMKilled', startedAt: ago(300), finishedAt: ago(61) } },
    log: 'INFO starting\n',
  },
  {
    name: 'not ready',
    ready: false,
    restartCount: 0,
    state: { running: { startedAt: ago(7_200) } },
    lastState: {},
    log: 'INFO up\n',
  },
  { name: 'unschedulable', ready: false, pending: true },
];

function container(image) {
  return {
    name: 'app',
    image,
    command: ['/bin/app', '--listen=:8080'],
    env: Array.from({ length: 12 }, (_, i) => ({ name: `SETTING_${i}`, value: `value-${i}` })),
    ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
    resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } },
    readinessProbe: {
      httpGet: { path: '/ready', port: 'http', scheme: 'HTTP' },
      periodSeconds: 10,
      timeoutSeconds: 1,
      failureThreshold: 3,
    },
    livenessProbe: {
      httpGet: { path: '/live', port: 'http', scheme: 'HTTP' },
      periodSeconds: 10,
      timeoutSeconds: 1,
      failureThreshold: 3,
    },
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: 'IfNotPresent',
    volumeMounts: [{ name: 'token', mountPath: '/var/run/secrets/kubernetes.io/serviceaccount', readOnly: true }],
  };
}

const POD_SPEC = {
  restartPolicy: 'Always',
  terminationGracePeriodSeconds: 30,
  dnsPolicy: 'ClusterFirst',
  serviceAccountName: 'default',
  serviceAccount: 'default',
  securityContext: {},
  schedulerName: 'default-scheduler',
  tolerations: ['not-ready', 'unreachable'].map(name => ({
    key: `node.kubernetes.io/${name}`,
    operator: 'Exists',
    effect: 'NoExecute',
    tolerationSeconds: 300,
  })),
  priority: 0,
  enableServiceLinks: true,
  preemptionPolicy: 'PreemptLowerPriority',
};

/**
 * A cluster of Deployments with their ReplicaSets, pods, Services and events, always the same for the same numbers. The
 * broken pods are spread evenly; each is of a Deployment of its own.
 *
 * @returns {{ objects: object[], logs: Map<string, string>, broken: { namespace: string, name: string, trouble: string }[] }}
 */
export function makeCluster({ namespaces, pods, broken, replicas = 10 }) {
  const random = new Random(20261120);
  const objects = [];
  const logs = new Map();
  const culprits = [];
  let uid = 0;
  const add = (apiVersion, kind, metadata, rest) => {
    uid += 1;
    const object = {
      apiVersion,
      kind,
      metadata: {
        uid: `00000000-0000-4000-8000-${String(uid).padStart(12, '0')}`,
        resourceVersion: String(uid),
        creationTimestamp: ago(90_000),
        ...metadata,
      },
      ...rest,
    };
    objects.push(object);
    return object;
  };
  const owner = ({ apiVersion, kind, metadata: { name, uid: ownerUid } }) => [
    { apiVersion, kind, name, uid: ownerUid, controller: true, blockOwnerDeletion: true },
  ];
  const nodes = Math.max(3, Math.ceil(pods / 100));
  for (let n = 0; n < nodes; n++) {
    const size = { cpu: '64', memory: '256Gi', pods: '250', 'ephemeral-storage': '100Gi' };
    add(
      'v1',
      'Node',
      { name: `node-${n}`, labels: { 'kubernetes.io/hostname': `node-${n}` } },
      {
        spec: {},
        status: {
          capacity: size,
          allocatable: size,
          conditions: [
            {
              type: 'Ready',
              status: 'True',
              reason: 'KubeletReady',
              message: 'ready',
              lastTransitionTime: ago(90_000),
              lastHeartbeatTime: ago(30),
            },
          ],
        },
      },
    );
  }
  const deployments = Math.ceil(pods / replicas);
  for (let n = 0; n < namespaces; n++)
    add('v1', 'Namespace', { name: `team-${n}` }, { spec: {}, status: { phase: 'Active' } });
  for (let d = 0; d < deployments; d++) {
    const namespace = `team-${d % namespaces}`;
    const name = `app-${d}`;
    const hash = random.suffix(9);
    const labels = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/managed-by': 'Helm' };
    const image = `registry.example/shop/${name}:1.${d}`;
    const template = { metadata: { labels }, spec: { ...POD_SPEC, containers: [container(image)] } };
    const ill = Math.floor(((d + 1) * broken) / deployments) > Math.floor((d * broken) / deployments);
    const trouble = ill ? TROUBLES[culprits.length % TROUBLES.length] : undefined;
    const count = Math.min(replicas, pods - d * replicas);
    const ready = count - (trouble && !trouble.ready ? 1 : 0);
    const deployment = add(
      'apps/v1',
      'Deployment',
      {
        name,
        namespace,
        generation: 1,
        labels,
        managedFields: MANAGED_FIELDS,
        annotations: { 'deployment.kubernetes.io/revision': '1' },
      },
      {
        spec: {
          replicas: count,
          selector: { matchLabels: { 'app.kubernetes.io/name': name } },
          template,
          strategy: { type: 'RollingUpdate' },
        },
        status: {
          observedGeneration: 1,
          replicas: count,
          updatedReplicas: count,
          readyReplicas: ready,
          availableReplicas: ready,
          conditions: [
            { type: 'Available', status: 'True', reason: 'MinimumReplicasAvailable', lastTransitionTime: ago(80_000) },
          ],
        },
      },
    );
    const replicaSet = add(
      'apps/v1',
      'ReplicaSet',
      {
        name: `${name}-${hash}`,
        namespace,
        labels: { ...labels, 'pod-template-hash': hash },
        ownerReferences: owner(deployment),
        managedFields: MANAGED_FIELDS,
        annotations: { 'deployment.kubernetes.io/revision': '1' },
      },
      {
        spec: {
          replicas: count,
          selector: { matchLabels: { ...labels, 'pod-template-hash': hash } },
          template: { ...template, metadata: { labels: { ...labels, 'pod-template-hash': hash } } },
        },
        status: { replicas: count, readyReplicas: ready, availableReplicas: ready },
      },
    );
    add(
      'v1',
      'Service',
      { name, namespace, labels },
      {
        spec: {
          selector: { 'app.kubernetes.io/name': name },
          ports: [{ name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' }],
          type: 'ClusterIP',
          clusterIP: `10.96.${d >> 8}.${d & 255}`,
        },
      },
    );
    for (let p = 0; p < count; p++) {
      const sick = p === 0 ? trouble : undefined;
      const pod = makePod({
        add,
        owner,
        random,
        namespace,
        replicaSet,
        template,
        labels: replicaSet.metadata.labels,
        node: `node-${random.below(nodes)}`,
        image,
        sick,
      });
      if (sick) {
        culprits.push({ namespace, name, trouble: sick.name });
        if (sick.log) {
          logs.set(`${namespace}/${pod.metadata.name}/app`, sick.log);
          logs.set(`${namespace}/${pod.metadata.name}/app/previous`, sick.log);
        }
        addWarning(add, pod, sick);
      }
      if (p % 10 === 0) {
        add(
          'v1',
          'Event',
          { name: `${pod.metadata.name}.${random.hex(16)}`, namespace },
          {
            involvedObject: {
              apiVersion: 'v1',
              kind: 'Pod',
              namespace,
              name: pod.metadata.name,
              uid: pod.metadata.uid,
            },
            type: 'Normal',
            reason: 'Pulled',
            message: `Container image "${image}" already present on machine`,
            firstTimestamp: ago(3_000),
            lastTimestamp: ago(3_000),
            count: 1,
            source: { component: 'kubelet' },
            reportingComponent: 'kubelet',
          },
        );
      }
    }
  }
  return { objects, logs, broken: culprits };
}

function makePod({ add, owner, random, namespace, replicaSet, template, labels, node, image, sick }) {
  const since = ago(85_000);
  const ready = sick ? sick.ready : true;
  const pending = Boolean(sick?.pending);
  const condition = (type, status, more = {}) => ({
    type,
    status,
    lastProbeTime: null,
    lastTransitionTime: since,
    ...more,
  });
  const conditions = pending
    ? [condition('PodScheduled', 'False', { reason: 'Unschedulable', message: UNSCHEDULABLE })]
    : [
        condition('PodReadyToStartContainers', 'True'),
        condition('Initialized', 'True'),
        condition(
          'Ready',
          ready ? 'True' : 'False',
          ready ? {} : { reason: 'ContainersNotReady', message: 'containers with unready status: [app]' },
        ),
        condition('ContainersReady', ready ? 'True' : 'False'),
        condition('PodScheduled', 'True'),
      ];
  const ip = `10.${random.below(256)}.${random.below(256)}.${random.below(256)}`;
  const status = {
    state: { running: { startedAt: since } },
    lastState: {},
    ready: true,
    restartCount: 0,
    ...(sick && { state: sick.state, lastState: sick.lastState, ready: sick.ready, restartCount: sick.restartCount }),
  };
  return add(
    'v1',
    'Pod',
    {
      name: `${replicaSet.metadata.name}-${random.suffix()}`,
      generateName: `${replicaSet.metadata.name}-`,
      namespace,
      labels,
      ownerReferences: owner(replicaSet),
      managedFields: MANAGED_FIELDS,
      creationTimestamp: since,
    },
    {
      spec: {
        ...template.spec,
        ...(pending ? { nodeSelector: { disk: 'nvme' } } : { nodeName: node }),
        volumes: [
          {
            name: 'token',
            projected: {
              defaultMode: 420,
              sources: [{ serviceAccountToken: { expirationSeconds: 3607, path: 'token' } }],
            },
          },
        ],
      },
      status: {
        phase: pending || sick?.state?.waiting?.reason === 'ImagePullBackOff' ? 'Pending' : 'Running',
        conditions,
        ...(pending
          ? {}
          : {
              hostIP: '10.201.0.1',
              podIP: ip,
              podIPs: [{ ip }],
              startTime: since,
              containerStatuses: [
                {
                  name: 'app',
                  image,
                  imageID: '',
                  containerID: `containerd://${random.hex(64)}`,
                  started: true,
                  ...status,
                },
              ],
            }),
        qosClass: 'Burstable',
      },
    },
  );
}

const UNSCHEDULABLE =
  "0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector. preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.";

const WARNINGS = {
  'crash loop': ['BackOff', 'Back-off restarting failed container app in pod'],
  'image pull': ['Failed', 'Failed to pull image "registry.example/app:9.9": not found'],
  'out of memory': ['BackOff', 'Back-off restarting failed container app in pod'],
  'not ready': ['Unhealthy', 'Readiness probe failed: HTTP probe failed with statuscode: 503'],
  unschedulable: ['FailedScheduling', UNSCHEDULABLE],
};

function addWarning(add, pod, sick) {
  const [reason, message] = WARNINGS[sick.name];
  const { name, namespace, uid } = pod.metadata;
  add(
    'v1',
    'Event',
    { name: `${name}.warning`, namespace },
    {
      involvedObject: { apiVersion: 'v1', kind: 'Pod', namespace, name, uid, fieldPath: 'spec.containers{app}' },
      type: 'Warning',
      reason,
      message,
      firstTimestamp: ago(7_000),
      lastTimestamp: ago(20),
      count: 90,
      source: { component: 'kubelet' },
      reportingComponent: 'kubelet',
    },
  );
}
