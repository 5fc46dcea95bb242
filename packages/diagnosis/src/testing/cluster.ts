import { ClusterReader, ClusterReadError, ResourceType } from '../cluster/ClusterReader';
import { KubernetesObject } from '../cluster/KubernetesObject';

/** The moment that all tests take for now. */
export const NOW = new Date('2026-11-20T12:00:00Z');

/** `ago(90)` is RFC 3339 of 90 seconds before {@link NOW}. */
export function ago(seconds: number): string {
  return new Date(NOW.getTime() - seconds * 1000).toISOString();
}

/** A cluster of given objects and logs (`namespace/pod/container`, `…/container/previous`), through the engine's own door. */
export function clusterOf(
  objects: KubernetesObject[],
  logs: Record<string, string> = {},
  refuse: (type: ResourceType) => ClusterReadError | undefined = () => undefined,
): ClusterReader {
  return {
    cluster: 'test',
    now: async () => NOW,
    version: async () => 'v1.34.4',
    async list(type, { namespace } = {}) {
      const error = refuse(type);
      if (error) throw error;
      return objects.filter(
        ({ kind, metadata }) =>
          kind === type.kind && (!type.namespaced || namespace === undefined || metadata.namespace === namespace),
      );
    },
    async get(type, { name }) {
      const error = refuse(type);
      if (error) throw error;
      const found = objects.find(({ kind, metadata }) => kind === type.kind && metadata.name === name);
      if (!found) throw new ClusterReadError('not-found', `${type.plural} "${name}" not found`, 404);
      return found;
    },
    table: async () => [],
    async *logs({ namespace, pod, container, previous }) {
      const text = logs[[namespace, pod, container, ...(previous ? ['previous'] : [])].join('/')];
      if (text === undefined) throw new ClusterReadError('not-found', `no log of ${pod}`, 404);
      yield text.split('\n');
    },
  };
}

type Parts = { [field: string]: any };

const NAMESPACE = 'shop';

/** A Deployment with its ReplicaSet and one pod, as they stand when `status` is the state of its only container. */
export function deployment(
  name: string,
  { container = {}, status, pod = {}, replicas = 1, labels = {} }: Parts = {},
): KubernetesObject[] {
  const podLabels = { app: name, ...labels };
  const spec = { containers: [{ name: 'app', image: 'shop/app:1.0', ...container }] };
  const ready = Boolean(status?.ready);
  return [
    object('Deployment', name, {
      spec: { replicas, selector: { matchLabels: { app: name } }, template: { metadata: { labels: podLabels }, spec } },
      status: { readyReplicas: ready ? replicas : 0 },
    }),
    object(
      'ReplicaSet',
      `${name}-7d4b9`,
      { spec: { replicas, template: { spec } }, status: { replicas: replicas } },
      { owner: ['Deployment', name], annotations: { 'deployment.kubernetes.io/revision': '1' } },
    ),
    object(
      'Pod',
      `${name}-7d4b9-x2x4z`,
      {
        spec: { nodeName: 'node-1', restartPolicy: 'Always', ...spec, ...pod.spec },
        status: {
          phase: 'Running',
          startTime: ago(600),
          conditions: [{ type: 'Ready', status: ready ? 'True' : 'False', lastTransitionTime: ago(600) }],
          containerStatuses: [{ name: 'app', ready: false, restartCount: 0, state: {}, lastState: {}, ...status }],
          ...pod.status,
        },
      },
      { owner: ['ReplicaSet', `${name}-7d4b9`], labels: podLabels },
    ),
  ];
}

export function healthy(name: string, options: Parts = {}): KubernetesObject[] {
  return deployment(name, {
    status: { ready: true, started: true, state: { running: { startedAt: ago(600) } } },
    ...options,
  });
}

/** The state of a container that exits again and again. */
export function crashing(exitCode: number, reason = 'Error', more: Parts = {}) {
  return {
    ready: false,
    restartCount: 5,
    state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 40s restarting failed container' } },
    lastState: { terminated: { exitCode, reason, startedAt: ago(60), finishedAt: ago(50), ...more } },
  };
}

export function waiting(reason: string, message?: string) {
  return { ready: false, restartCount: 0, state: { waiting: { reason, message } } };
}

export function object(
  kind: string,
  name: string,
  body: Parts = {},
  { owner, labels, annotations }: Parts = {},
): KubernetesObject {
  const namespaced = !['Node', 'Namespace', 'PersistentVolume', 'StorageClass'].includes(kind);
  return {
    kind,
    ...body,
    metadata: {
      name,
      ...(namespaced ? { namespace: NAMESPACE } : {}),
      uid: `uid-${kind}-${name}`,
      creationTimestamp: ago(600),
      labels,
      annotations,
      ...(owner
        ? {
            ownerReferences: [{ kind: owner[0], name: owner[1], uid: `uid-${owner[0]}-${owner[1]}`, controller: true }],
          }
        : {}),
      ...body.metadata,
    },
  };
}

/** An event about an object of {@link object}'s making. */
export function event(kind: string, name: string, reason: string, message: string, more: Parts = {}): KubernetesObject {
  return object('Event', `${name}.${reason}.${more.seconds ?? 0}`, {
    type: 'Warning',
    reason,
    message,
    count: 5,
    firstTimestamp: ago(300),
    lastTimestamp: ago(more.seconds ?? 20),
    involvedObject: { kind, name, namespace: NAMESPACE, uid: `uid-${kind}-${name}` },
    ...more,
  });
}
