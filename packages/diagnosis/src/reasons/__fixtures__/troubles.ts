import { KubernetesObject } from '../../cluster/KubernetesObject';
import { ago, crashing, deployment, event, healthy, object, waiting } from '../../testing/cluster';
import { Reason } from '../Reason';
import {
  POD,
  Situation,
  Make,
  words,
  pending,
  creating,
  runningUnready,
  probe,
  podEvent,
  conditionOf,
  claim,
  smallClaim,
  node,
  hpa,
  budget,
  cronJob,
  job,
  service,
  notReady,
} from './parts';

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
  request: row.owner === 'reported' ? { namespace: undefined } : {},
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
