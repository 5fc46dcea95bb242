import { KubernetesObject } from '../../cluster/KubernetesObject';
import { DiagnosisRequest } from '../../Diagnosis';
import { ago, crashing, deployment, event, healthy, object, waiting } from '../../testing/cluster';
import { Reason } from '../Reason';

export const POD = 'web-7d4b9-x2x4z';

/** A small cluster in which something is reported. */
export interface Situation {
  objects: KubernetesObject[];
  request?: Partial<DiagnosisRequest>;
}

type Make = (row: Reason) => Situation;

const words = ({ example, means }: Reason) => example ?? means;
const pending = (container: object, more: object = {}) =>
  deployment('web', { status: container, pod: { status: { phase: 'Pending', ...more } } });
const creating = waiting('ContainerCreating');
const runningUnready = { ready: false, started: true, restartCount: 0, state: { running: { startedAt: ago(300) } } };
const probe = { httpGet: { path: '/ready', port: 8080 } };

/** The Deployment "web" with a pod that does not start, and an event about one of the objects. */
const podEvent =
  (container: object = creating, more: object = {}, extra: KubernetesObject[] = []): Make =>
  row => ({ objects: [...pending(container, more), ...extra, event('Pod', POD, row.reason, words(row))] });

const conditionOf = (row: Reason) => ({
  type: row.condition!.type,
  status: row.condition!.status,
  reason: row.reason,
  message: words(row),
  lastTransitionTime: ago(300),
});

const claim = (body: object = {}) =>
  object('PersistentVolumeClaim', 'data', {
    spec: { storageClassName: 'fast', accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } },
    status: { phase: 'Pending' },
    ...body,
  });
const smallClaim = (conditions: object[] = []) =>
  claim({ status: { phase: 'Bound', capacity: { storage: '5Gi' }, conditions } });
const node = (conditions: object[] = [{ type: 'Ready', status: 'True' }]) =>
  object('Node', 'node-1', { status: { allocatable: { cpu: '4', memory: '8Gi' }, conditions } });
const hpa = (conditions: object[]) =>
  object('HorizontalPodAutoscaler', 'web', {
    spec: { scaleTargetRef: { kind: 'Deployment', name: 'web' }, minReplicas: 1, maxReplicas: 5 },
    status: { conditions },
  });
const budget = (conditions: object[] = []) =>
  object('PodDisruptionBudget', 'web', {
    spec: { minAvailable: 1, selector: { matchLabels: { app: 'web' } } },
    status: { disruptionsAllowed: 0, currentHealthy: 1, desiredHealthy: 1, expectedPods: 1, conditions },
  });
const cronJob = () =>
  object('CronJob', 'report', { spec: { schedule: '0 3 * * *', jobTemplate: { spec: { template: {} } } }, status: {} });
const job = (body: object = {}) =>
  object('Job', 'import', {
    spec: { parallelism: 1, backoffLimit: 2, activeDeadlineSeconds: 60 },
    status: {},
    ...body,
  });
const service = (body: object = {}) =>
  object('Service', 'web', {
    spec: { type: 'LoadBalancer', selector: { app: 'web' }, ports: [{ port: 80 }] },
    status: { loadBalancer: {} },
    ...body,
  });

/** Objects of one kind in trouble, about which an event comes. */
const BY_KIND: Record<string, { name: string; objects: (row: Reason) => KubernetesObject[] }> = {
  Deployment: { name: 'web', objects: () => deployment('web').slice(0, 1) },
  ReplicaSet: {
    name: 'web-7d4b9',
    objects: () => {
      const [owner, replicaSet] = deployment('web', { replicas: 3 });
      return [owner, { ...replicaSet, status: { replicas: 1, readyReplicas: 1 } }];
    },
  },
  StatefulSet: {
    name: 'db',
    objects: () => [object('StatefulSet', 'db', { spec: { replicas: 2, template: {} }, status: { replicas: 1 } })],
  },
  DaemonSet: {
    name: 'agent',
    objects: () => [
      object('DaemonSet', 'agent', {
        spec: { template: {} },
        status: { desiredNumberScheduled: 2, currentNumberScheduled: 1, numberReady: 1 },
      }),
    ],
  },
  Job: { name: 'import', objects: () => [job()] },
  CronJob: { name: 'report', objects: () => [cronJob()] },
  Service: { name: 'web', objects: () => [...healthy('web'), service()] },
  PersistentVolumeClaim: { name: 'data', objects: () => [claim()] },
  PersistentVolume: {
    name: 'disk-1',
    objects: () => [object('PersistentVolume', 'disk-1', { spec: {}, status: { phase: 'Released' } })],
  },
  Node: { name: 'node-1', objects: () => [node()] },
  PodDisruptionBudget: {
    name: 'web',
    objects: () => [{ ...budget(), status: { disruptionsAllowed: 0, expectedPods: 0 } }],
  },
  HorizontalPodAutoscaler: { name: 'web', objects: () => [...healthy('web'), hpa([])] },
};

function aboutKind(row: Reason): Situation {
  const kind = row.kinds[0];
  const { name, objects } = BY_KIND[kind];
  const about = event(kind, name, row.reason, words(row));
  // Events about what has no namespace stand in `default`; of the answer for a cluster they are a part.
  return kind === 'Node' || kind === 'PersistentVolume'
    ? {
        objects: [
          ...objects(row),
          { ...about, involvedObject: { kind, name, uid: `uid-${kind}-${name}` } } as KubernetesObject,
        ],
        request: { namespace: undefined },
      }
    : { objects: [...objects(row), about], request: { target: { kind, name } } };
}

const failedJob: Make = row => ({
  objects: [
    job({
      status: {
        failed: 3,
        conditions: [
          { type: 'Failed', status: 'True', reason: row.reason, message: words(row), lastTransitionTime: ago(60) },
        ],
      },
    }),
    event('Job', 'import', row.reason, words(row)),
  ],
});

const podCondition: Make = row => ({
  objects: pending({ ...runningUnready, ready: true }, { phase: 'Running', conditions: [conditionOf(row), notReady] }),
});
const notReady = { type: 'Ready', status: 'False', lastTransitionTime: ago(300) };
/** The first condition of a type is the one that counts. */
const readyCondition: Make = row => ({
  objects: pending({ ...runningUnready, ready: true }, { phase: 'Running', conditions: [conditionOf(row)] }),
});

const refused: Make = row => ({
  objects: [
    ...BY_KIND.ReplicaSet.objects(row),
    event('ReplicaSet', 'web-7d4b9', 'FailedCreate', `Error creating: ${words(row)}`),
  ],
});

const failedPod: Make = row => {
  const [owner, replicaSet, pod] = deployment('web');
  return {
    objects: [
      owner,
      replicaSet,
      {
        ...pod,
        status: {
          phase: 'Failed',
          reason: row.reason,
          message: words(row),
          startTime: ago(120),
          conditions: [{ type: 'Ready', status: 'False', lastTransitionTime: ago(60) }],
        },
      },
    ],
  };
};

const nodeCondition: Make = row => ({
  objects: [
    ...healthy('web'),
    node([conditionOf(row), ...(row.condition!.type === 'Ready' ? [] : [{ type: 'Ready', status: 'True' }])]),
  ],
});

const ENDS: Record<string, number> = {
  OOMKilled: 137,
  StartError: 128,
  ContainerCannotRun: 127,
  ContainerStatusUnknown: 137,
};

/** Where the usual situation of a place and kind would not be the one in which the word is said. */
const SPECIAL: Record<string, Make> = {
  'event Pod Killing': row => ({
    objects: [
      ...deployment('web', { status: crashing(137), container: { livenessProbe: probe } }),
      event('Pod', POD, 'Killing', words(row), { type: 'Normal' }),
    ],
  }),
  'event Pod Failed': podEvent(waiting('ErrImagePull')),
  'event Pod BackOff': podEvent(crashing(1)),
  'event Pod InspectFailed': podEvent(waiting('InvalidImageName')),
  'event Pod ErrImageNeverPull': podEvent(waiting('ErrImageNeverPull')),
  'event Pod Unhealthy': row => ({
    objects: [
      ...deployment('web', { status: runningUnready, container: { readinessProbe: probe } }),
      event('Pod', POD, 'Unhealthy', words(row)),
    ],
  }),
  'event Pod FailedPostStartHook': podEvent(crashing(137), { phase: 'Running' }),
  'event Pod FailedPreStopHook': staying,
  'event Pod FailedKillPod': staying,
  'event Pod ExceededGracePeriod': staying,
  'event Pod FailedScheduling': podEvent(
    {},
    {
      containerStatuses: [],
      conditions: [
        { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/3 nodes are available' },
      ],
    },
  ),
  'event Pod NotTriggerScaleUp': podEvent(
    {},
    {
      containerStatuses: [],
      conditions: [
        { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/3 nodes are available' },
      ],
    },
  ),
  'event Pod Evicted': row => ({
    objects: [...failedPod(row).objects, event('Pod', POD, 'Evicted', words(row))],
  }),
  'event Pod NodeNotReady': row => ({
    objects: [
      ...pending(creating),
      node([{ type: 'Ready', status: 'Unknown', reason: 'NodeStatusUnknown' }]),
      event('Pod', POD, row.reason, words(row)),
    ],
  }),
  'waiting Pod PostStartHookError': row => ({
    objects: [
      ...deployment('web', {
        status: { ...crashing(137), state: { waiting: { reason: 'PostStartHookError', message: words(row) } } },
        container: { lifecycle: { postStart: { exec: { command: ['/bin/warm-up'] } } } },
      }),
      event('Pod', POD, 'FailedPostStartHook', 'PostStartHook failed'),
    ],
  }),
  'waiting Pod CrashLoopBackOff': row => ({
    objects: deployment('web', {
      status: { ...crashing(1), state: { waiting: { reason: row.reason, message: words(row) } } },
    }),
  }),
  'pod Pod NodeLost': row => ({
    objects: [
      ...deployment('web', { status: runningUnready, pod: { status: { reason: row.reason, message: words(row) } } }),
      node([
        {
          type: 'Ready',
          status: 'Unknown',
          reason: 'NodeStatusUnknown',
          message: 'Kubelet stopped posting node status.',
        },
      ]),
    ],
  }),
  'condition Pod ContainersNotReady': row => ({
    objects: deployment('web', {
      status: runningUnready,
      container: { readinessProbe: probe },
      pod: { status: { conditions: [conditionOf(row)] } },
    }),
  }),
  'condition Pod ContainersNotInitialized': row => ({
    objects: pending(waiting('PodInitializing'), {
      conditions: [conditionOf(row)],
      initContainerStatuses: [{ name: 'migrate', ...crashing(1) }],
    }).map(each =>
      each.kind === 'Pod' ? { ...each, spec: { ...each.spec, initContainers: [{ name: 'migrate' }] } } : each,
    ),
  }),
  'condition Pod ReadinessGatesNotReady': readyCondition,
  'condition Pod UnknownContainerStatuses': readyCondition,
  'condition Pod Unschedulable': unscheduled,
  'condition Pod SchedulerError': unscheduled,
  'condition Pod SchedulingGated': unscheduled,
  'condition ReplicaSet FailedCreate': replicaFailure,
  'condition ReplicaSet FailedDelete': replicaFailure,
  'event Job BackoffLimitExceeded': failedJob,
  'event Job DeadlineExceeded': failedJob,
  'event Job PodFailurePolicy': failedJob,
  'event Job FailedIndexes': failedJob,
  'event Job MaxFailedIndexesExceeded': failedJob,
  'event PersistentVolumeClaim VolumeResizeFailed': onClaim(smallClaim()),
  'event PersistentVolumeClaim FileSystemResizeFailed': onClaim(smallClaim()),
  'event PersistentVolumeClaim VolumeModifyFailed': onClaim(smallClaim()),
  'event PersistentVolumeClaim ClaimLost': onClaim(claim({ status: { phase: 'Lost' } })),
  'event PersistentVolumeClaim ClaimMisbound': onClaim(claim({ status: { phase: 'Lost' } })),
  'event Node NodeNotReady': troubledNode({ type: 'Ready', status: 'False', reason: 'KubeletNotReady' }),
  'event Node Rebooted': troubledNode({ type: 'Ready', status: 'False', reason: 'KubeletNotReady' }),
  'event Node DeletingAllPods': troubledNode({ type: 'Ready', status: 'Unknown', reason: 'NodeStatusUnknown' }),
  'event Node NodeHasInsufficientMemory': troubledNode({ type: 'MemoryPressure', status: 'True' }),
  'event Node NodeHasInsufficientPID': troubledNode({ type: 'PIDPressure', status: 'True' }),
  'event Node NodeHasDiskPressure': troubledNode({ type: 'DiskPressure', status: 'True' }),
  'event Node EvictionThresholdMet': troubledNode({ type: 'DiskPressure', status: 'True' }),
  'event PodDisruptionBudget UnmanagedPods': row => ({
    objects: [
      ...healthy('web'),
      { ...budget(), status: { disruptionsAllowed: 1, currentHealthy: 2, desiredHealthy: 1, expectedPods: 2 } },
      event('PodDisruptionBudget', 'web', row.reason, words(row)),
    ],
    request: { target: { kind: 'PodDisruptionBudget', name: 'web' } },
  }),
  'event PodDisruptionBudget CalculateExpectedPodCountFailed': row => ({
    objects: [
      ...healthy('web'),
      budget([{ type: 'DisruptionAllowed', status: 'False', reason: 'SyncFailed', message: words(row) }]),
      event('PodDisruptionBudget', 'web', row.reason, words(row)),
    ],
  }),
  'event HorizontalPodAutoscaler FailedConvertHPA': aboutKind,
  'event HorizontalPodAutoscaler FailedUpdateStatus': aboutKind,
  'event CronJob JobAlreadyActive': row => {
    const spec = { schedule: '* * * * *', concurrencyPolicy: 'Forbid', jobTemplate: { spec: { template: {} } } };
    const run = object(
      'Job',
      'report-1',
      { spec: {}, status: { active: 1, startTime: ago(600) } },
      { owner: ['CronJob', 'report'] },
    );
    return {
      objects: [
        object('CronJob', 'report', { spec, status: {} }),
        run,
        event('CronJob', 'report', row.reason, words(row), { type: 'Normal' }),
      ],
      request: { target: { kind: 'CronJob', name: 'report' } },
    };
  },
  'condition Deployment MinimumReplicasUnavailable': row => {
    const [owner] = deployment('web');
    const late = { ...conditionOf(row), type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded' };
    return { objects: [{ ...owner, status: { ...owner.status, conditions: [conditionOf(row), late] } }] };
  },
  'condition PodDisruptionBudget InsufficientPods': row => ({
    objects: [...healthy('web'), budget([conditionOf(row)])],
    request: { question: 'why can the node not be drained?' },
  }),
};

function staying(row: Reason): Situation {
  return {
    objects: [
      ...deployment('web', { status: runningUnready }).map(each =>
        each.kind === 'Pod' ? { ...each, metadata: { ...each.metadata, deletionTimestamp: ago(300) } } : each,
      ),
      event('Pod', POD, row.reason, words(row)),
    ],
  };
}

function unscheduled(row: Reason): Situation {
  return { objects: pending({}, { containerStatuses: [], conditions: [conditionOf(row)] }) };
}

function replicaFailure(row: Reason): Situation {
  const [owner, replicaSet] = BY_KIND.ReplicaSet.objects(row);
  return { objects: [owner, { ...replicaSet, status: { ...replicaSet.status, conditions: [conditionOf(row)] } }] };
}

function onClaim(about: KubernetesObject): Make {
  return row => ({ objects: [about, event('PersistentVolumeClaim', 'data', row.reason, words(row))] });
}

function troubledNode(condition: object): Make {
  return row => ({
    objects: [
      ...healthy('web'),
      node([condition, { type: 'Ready', status: 'True' }]),
      event('Node', 'node-1', row.reason, words(row), {
        involvedObject: { kind: 'Node', name: 'node-1', uid: 'node-1' },
      }),
    ],
  });
}

const CONDITIONS: Record<string, Make> = {
  Pod: podCondition,
  Deployment: row => {
    const [owner] = deployment('web');
    return { objects: [{ ...owner, status: { ...owner.status, conditions: [conditionOf(row)] } }] };
  },
  Job: failedJob,
  HorizontalPodAutoscaler: row => ({
    objects: [...(row.reason === 'FailedGetScale' ? healthy('other') : healthy('web')), hpa([conditionOf(row)])],
  }),
  PodDisruptionBudget: row => ({ objects: [...healthy('web'), budget([conditionOf(row)])] }),
  PersistentVolumeClaim: row => ({
    objects: [...healthy('web'), smallClaim([{ ...conditionOf(row), type: row.condition!.type, reason: row.reason }])],
  }),
  Node: nodeCondition,
  Namespace: row => ({
    objects: [
      object('Namespace', 'shop', {
        metadata: { deletionTimestamp: ago(600) },
        status: { phase: 'Terminating', conditions: [conditionOf(row)] },
      }),
    ],
  }),
};

/** The smallest cluster in which the object is really in trouble and the word is said of it. */
export function troubleOf(row: Reason): Situation {
  const special = SPECIAL[`${row.where} ${row.kinds[0]} ${row.reason}`];
  if (special) return special(row);
  const kind = row.kinds[0];
  switch (row.where) {
    case 'waiting':
      return { objects: pending(waiting(row.reason, words(row))) };
    case 'terminated':
      return {
        objects: deployment('web', {
          status: crashing(ENDS[row.reason] ?? 1, row.reason, row.example ? { message: row.example } : {}),
        }),
      };
    case 'pod':
      return failedPod(row);
    case 'status':
      return row.kinds[0] === 'Pod' ? { objects: [], request: { errorMessage: words(row) } } : refused(row);
    case 'condition':
      return CONDITIONS[kind](row);
    default:
      if (kind === 'Pod') return podEvent()(row);
      if (kind === 'HorizontalPodAutoscaler') return CONDITIONS[kind]({ ...row, condition: scalingOf(row.reason) });
      return aboutKind(row);
  }
}

function scalingOf(reason: string): Reason['condition'] {
  return { type: /Scale$|Rescale|Convert|Status/.test(reason) ? 'AbleToScale' : 'ScalingActive', status: 'False' };
}

/** The same word about an object that is well: history, or a passing state. */
export function healthOf(row: Reason): Situation | undefined {
  const kind = row.kinds[0];
  const message = words(row);
  const type = row.verdict === 'normal' ? 'Normal' : 'Warning';
  switch (`${row.where} ${kind}`) {
    case 'event Pod':
      return { objects: [...healthy('web'), event('Pod', POD, row.reason, message, { type })] };
    case 'event Deployment':
      return { objects: [...healthy('web'), event(kind, 'web', row.reason, message, { type })] };
    case 'event ReplicaSet':
      return {
        objects: [
          ...healthy('web').map(each =>
            each.kind === kind ? { ...each, status: { replicas: 1, readyReplicas: 1 } } : each,
          ),
          event(kind, 'web-7d4b9', row.reason, message, { type }),
        ],
      };
    case 'event Service':
      return {
        objects: [
          ...healthy('web'),
          service({ status: { loadBalancer: { ingress: [{ ip: '192.0.2.7' }] } } }),
          event(kind, 'web', row.reason, message, { type, count: 1 }),
        ],
      };
    case 'event Node':
      return {
        objects: [
          ...healthy('web'),
          node(),
          event(kind, 'node-1', row.reason, message, {
            type,
            count: 1,
            involvedObject: { kind, name: 'node-1', uid: 'node-1' },
          }),
        ],
      };
    case 'event Job':
      return {
        objects: [
          job({ status: { succeeded: 1, conditions: [{ type: 'Complete', status: 'True' }] } }),
          event(kind, 'import', row.reason, message, { type }),
        ],
      };
    case 'event StatefulSet':
      return {
        objects: [
          object(kind, 'db', { spec: { replicas: 1, template: {} }, status: { replicas: 1, readyReplicas: 1 } }),
          event(kind, 'db', row.reason, message, { type }),
        ],
      };
    case 'event DaemonSet':
      return {
        objects: [
          object(kind, 'agent', {
            spec: { template: {} },
            status: { desiredNumberScheduled: 1, currentNumberScheduled: 1, numberReady: 1 },
          }),
          event(kind, 'agent', row.reason, message, { type }),
        ],
      };
    case 'event HorizontalPodAutoscaler':
      return {
        objects: [
          ...healthy('web'),
          hpa([
            { type: 'AbleToScale', status: 'True', reason: 'ReadyForNewScale' },
            { type: 'ScalingActive', status: 'True', reason: 'ValidMetricFound' },
          ]),
          event(kind, 'web', row.reason, message, { type }),
        ],
      };
    case 'event PersistentVolumeClaim':
      return {
        objects: [
          ...healthy('web'),
          claim({ status: { phase: 'Bound', capacity: { storage: '10Gi' } } }),
          event(kind, 'data', row.reason, message, { type }),
        ],
      };
    case 'event PersistentVolume':
      return {
        objects: [
          ...healthy('web'),
          object(kind, 'disk-1', { spec: {}, status: { phase: 'Bound' } }),
          event(kind, 'disk-1', row.reason, message, { type, count: 1 }),
        ],
      };
    case 'event CronJob':
      return row.verdict === 'normal'
        ? { objects: [cronJob(), event(kind, 'report', row.reason, message, { type })] }
        : undefined;
    case 'condition Pod':
      return {
        objects: healthy('web', {
          pod: {
            status: {
              conditions: [
                { type: 'Ready', status: 'True', lastTransitionTime: ago(500) },
                ...(row.condition?.type === 'Ready' ? [] : [conditionOf(row)]),
              ],
            },
          },
        }),
      };
    case 'condition Deployment':
      return row.verdict === 'normal'
        ? {
            objects: healthy('web').map(each =>
              each.kind === kind ? { ...each, status: { ...each.status, conditions: [conditionOf(row)] } } : each,
            ),
          }
        : undefined;
    case 'condition HorizontalPodAutoscaler':
      return row.verdict === 'normal' ? { objects: [...healthy('web'), hpa([conditionOf(row)])] } : undefined;
    case 'condition Node':
      return row.verdict === 'normal' ? { objects: [...healthy('web'), node([conditionOf(row)])] } : undefined;
    case 'condition Namespace':
      return row.verdict === 'normal'
        ? { objects: [...healthy('web'), object(kind, 'shop', { status: { conditions: [conditionOf(row)] } })] }
        : undefined;
    case 'condition PersistentVolumeClaim':
      return row.verdict === 'normal'
        ? {
            objects: [
              ...healthy('web'),
              claim({ status: { phase: 'Bound', capacity: { storage: '10Gi' }, conditions: [conditionOf(row)] } }),
            ],
          }
        : undefined;
    case 'condition PodDisruptionBudget':
      return row.verdict === 'normal'
        ? {
            objects: [
              ...healthy('web'),
              {
                ...budget([conditionOf(row)]),
                status: { disruptionsAllowed: 1, currentHealthy: 2, desiredHealthy: 1, expectedPods: 2 },
              },
            ],
          }
        : undefined;
    case 'condition Job':
      return row.verdict === 'normal'
        ? {
            objects: [
              job({
                spec: { suspend: row.condition?.type === 'Suspended' },
                status: { conditions: [conditionOf(row)] },
              }),
            ],
          }
        : undefined;
    case 'waiting Pod': {
      // A pod that has just been made.
      const fresh = { metadata: { creationTimestamp: ago(5) } };
      return row.verdict === 'normal'
        ? {
            objects: deployment('web', {
              status: waiting(row.reason),
              pod: {
                status: {
                  phase: 'Pending',
                  startTime: ago(5),
                  conditions: [{ ...notReady, lastTransitionTime: ago(5) }],
                },
              },
            }).map(each =>
              each.kind === 'Pod' ? { ...each, metadata: { ...each.metadata, ...fresh.metadata } } : each,
            ),
          }
        : undefined;
    }
    case 'terminated Pod':
      return row.verdict === 'normal'
        ? {
            objects: [
              object('Job', 'import', {
                spec: {},
                status: { succeeded: 1, conditions: [{ type: 'Complete', status: 'True' }] },
              }),
              object(
                'Pod',
                'import-x2x4z',
                {
                  spec: { restartPolicy: 'Never', containers: [{ name: 'app' }] },
                  status: {
                    phase: 'Succeeded',
                    containerStatuses: [{ name: 'app', state: { terminated: { exitCode: 0, reason: row.reason } } }],
                  },
                },
                { owner: ['Job', 'import'] },
              ),
            ],
          }
        : undefined;
    default:
      return undefined;
  }
}
