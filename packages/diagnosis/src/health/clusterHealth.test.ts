import { ClusterReader, ClusterReadError, ListOptions, ResourceType, TableRow } from '../cluster/ClusterReader';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { clusterHealth } from './clusterHealth';

const NOW = new Date('2026-11-20T18:00:00Z');

/** A cluster of tables: rows by kind and namespace, and what is read in full. */
class TableCluster implements ClusterReader {
  readonly cluster = 'test';
  readonly reads: string[] = [];
  nodes: KubernetesObject[] = [node('n1', 'True')];
  rows: Record<string, Record<string, Record<string, string>[]>> = {};
  objects: KubernetesObject[] = [];
  refused = new Map<string, ClusterReadError>();

  async now() {
    return NOW;
  }

  async version() {
    return 'v1.34.0';
  }

  async list({ kind }: ResourceType) {
    this.check(kind, `list ${kind}`);
    return kind === 'Node' ? this.nodes : this.objects.filter(object => object.kind === kind);
  }

  async get({ kind }: ResourceType, { name }: { name: string }) {
    this.check(kind, `get ${kind} ${name}`);
    const object = this.objects.find(each => each.kind === kind && each.metadata.name === name);
    if (!object) {
      throw new ClusterReadError('not-found', 'It does not exist.', 404);
    }
    return object;
  }

  async table({ kind }: ResourceType, { namespace, max }: ListOptions = {}): Promise<TableRow[]> {
    this.check(kind, namespace ? `table ${kind}` : `table ${kind} of all namespaces`);
    if (kind === 'Namespace') {
      return Object.keys(this.rows).map(name => ({ cells: { name } }));
    }
    if (!namespace) {
      return Object.values(this.rows)
        .flatMap(rows => rows[kind] ?? [])
        .slice(0, max)
        .map(cells => ({ cells }));
    }
    return (this.rows[namespace]?.[kind] ?? []).map(cells => ({ namespace, cells }));
  }

  async *logs(): AsyncIterable<string[]> {
    throw new Error('Health reads no logs.');
  }

  private check(kind: string, read: string): void {
    this.reads.push(read);
    const error = this.refused.get(kind) ?? this.refused.get('*');
    if (error) {
      throw error;
    }
  }
}

function node(name: string, ready: string, ...others: any[]): KubernetesObject {
  const condition = {
    type: 'Ready',
    status: ready,
    message: 'kubelet says so',
    lastTransitionTime: '2026-11-20T17:00:00Z',
  };
  return { kind: 'Node', metadata: { name }, status: { conditions: [condition, ...others] } };
}

function pod(name: string, status = 'Running', ready = '1/1', restarts = '0', age = '3d') {
  return { name, ready, status, restarts, age };
}

function deployment(name: string, ready: string, age = '9d') {
  return { name, ready, age };
}

async function workloadsOf(rows: TableCluster['rows'][string], objects: KubernetesObject[] = []) {
  const cluster = new TableCluster();
  cluster.rows = { shop: rows };
  cluster.objects = objects;
  const { workloads, blindSpots, clusterStatus } = await clusterHealth(cluster);
  expect(blindSpots).toEqual([]);
  return { workloads, clusterStatus, reads: cluster.reads };
}

it('is silent about what is sound, and reads none of it in full', async () => {
  const { workloads, clusterStatus, reads } = await workloadsOf({
    Deployment: [deployment('api', '2/2'), deployment('off', '0/0')],
    StatefulSet: [{ name: 'db', ready: '1/1', age: '9d' }],
    DaemonSet: [{ name: 'agent', desired: '1', ready: '1', age: '9d' }],
    Job: [
      { name: 'backup', completions: '1/1', age: '1d' },
      { name: 'report-29384700', completions: '0/1', age: '1d' },
      { name: 'report-29384756', completions: '1/1', age: '1h' },
    ],
    Pod: [
      pod('api-7d9f8b6c5-x2b9p', 'Running', '1/1', '4 (3d ago)'),
      pod('api-7d9f8b6c5-k8sgz'),
      pod('api-7d9f8b6c5-gone1', 'Evicted', '0/1'),
      pod('api-6c88d496d-bye55', 'Terminating'),
      pod('db-0'),
      pod('agent-p4g7k'),
      pod('backup-zk2lp', 'Completed', '0/1'),
    ],
  });
  expect(workloads.map(({ kind, name, status, reason }) => [kind, name, status, reason])).toEqual([
    ['DaemonSet', 'agent', 'healthy', undefined],
    ['Deployment', 'api', 'healthy', undefined],
    ['StatefulSet', 'db', 'healthy', undefined],
    ['Deployment', 'off', 'scaled-to-zero', undefined],
    ['Job', 'backup', 'completed', undefined],
    ['Job', 'report-29384756', 'completed', undefined],
  ]);
  expect(workloads.find(({ name }) => name === 'api')).toMatchObject({ desired: 2, ready: 2, restarts: 4 });
  expect(clusterStatus).toBe('HEALTHY');
  expect(reads.filter(read => !read.startsWith('table'))).toEqual(['list Node']);
});

it.each([
  [
    'a crash loop behind ready replicas',
    deployment('api', '1/1'),
    pod('api-7d9f8b6c5-x2b9p', 'CrashLoopBackOff', '0/1', '7'),
    'CrashLoopBackOff',
  ],
  [
    'an image that cannot be pulled, at once',
    deployment('api', '0/1', '9s'),
    pod('api-7d9f8b6c5-x2b9p', 'ErrImagePull', '0/1', '0', '9s'),
    'ErrImagePull',
  ],
  [
    'a pod that is not ready for days',
    deployment('api', '0/1'),
    pod('api-7d9f8b6c5-x2b9p', 'Running', '0/1'),
    'NotReady',
  ],
  ['a pod that nobody schedules', deployment('api', '0/1'), pod('api-7d9f8b6c5-x2b9p', 'Pending', '0/1'), 'Pending'],
  [
    'a failing init container',
    deployment('api', '0/1'),
    pod('api-7d9f8b6c5-x2b9p', 'Init:CrashLoopBackOff', '0/1'),
    'Init:CrashLoopBackOff',
  ],
])('sees %s', async (_, row, podRow, reason) => {
  const { workloads, clusterStatus } = await workloadsOf({ Deployment: [row], Pod: [podRow] });
  expect(workloads).toEqual([expect.objectContaining({ kind: 'Deployment', name: 'api', status: 'failing', reason })]);
  expect(clusterStatus).toBe('DEGRADED');
});

it('tells a rollout in progress from one that is stuck', async () => {
  const young = pod('api-7d9f8b6c5-x2b9p', 'ContainerCreating', '0/1', '0', '20s');
  const condition = (type: string, status: string, reason: string) => ({
    type,
    status,
    reason,
    lastTransitionTime: '2026-11-20T17:50:00Z',
  });
  const object = (...conditions: any[]) => [{ kind: 'Deployment', metadata: { name: 'api' }, status: { conditions } }];
  const statusOf = async (rows: any, objects?: KubernetesObject[]) => (await workloadsOf(rows, objects)).workloads[0];

  await expect(statusOf({ Deployment: [deployment('api', '1/2')], Pod: [young] })).resolves.toMatchObject({
    status: 'progressing',
  });
  await expect(
    statusOf(
      { Deployment: [deployment('api', '2/2')], Pod: [young] },
      object(condition('Progressing', 'False', 'ProgressDeadlineExceeded')),
    ),
  ).resolves.toMatchObject({ status: 'failing', reason: 'ProgressDeadlineExceeded', since: '2026-11-20T17:50:00Z' });
  await expect(
    statusOf(
      { Deployment: [deployment('api', '0/1')] },
      object(condition('ReplicaFailure', 'True', 'FailedCreate'), condition('Available', 'False', 'x')),
    ),
  ).resolves.toMatchObject({ status: 'failing', reason: 'FailedCreate', since: '2026-11-20T17:50:00Z' });
  await expect(statusOf({ Deployment: [deployment('api', '0/1')] })).resolves.toMatchObject({
    status: 'failing',
    reason: 'NoPods',
  });
  await expect(statusOf({ Deployment: [deployment('api', '0/1', '3s')] })).resolves.toMatchObject({
    status: 'progressing',
  });
});

it('takes the word of the scheduler for a young pod', async () => {
  const { workloads } = await workloadsOf({
    StatefulSet: [{ name: 'db', ready: '0/1', age: '20s' }],
    Pod: [pod('db-0', 'Pending', '0/1', '0', '20s')],
    Event: [{ 'last seen': '9s', reason: 'FailedScheduling', object: 'pod/db-0', message: 'no node fits' }],
  });
  expect(workloads).toEqual([expect.objectContaining({ name: 'db', status: 'failing', reason: 'FailedScheduling' })]);
});

it('judges Jobs by their conditions, and pods without a controller by themselves', async () => {
  const job = (name: string, ...conditions: any[]): KubernetesObject => ({
    kind: 'Job',
    metadata: { name },
    status: { conditions },
  });
  const { workloads } = await workloadsOf(
    {
      Job: ['failed', 'running', 'paused'].map(name => ({ name, completions: '0/1', age: '1h' })),
      Pod: [
        pod('failed-aaaaa', 'Error', '0/1'),
        pod('running-bbbbb', 'Error', '0/1'),
        pod('running-ccccc', 'Running', '1/1'),
        pod('shell', 'ImagePullBackOff', '0/1'),
      ],
    },
    [
      job('failed', { type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded' }),
      job('running'),
      job('paused', { type: 'Suspended', status: 'True' }),
    ],
  );
  expect(workloads.map(({ name, status, reason }) => [name, status, reason])).toEqual([
    ['failed', 'failing', 'BackoffLimitExceeded'],
    ['shell', 'failing', 'ImagePullBackOff'],
    ['running', 'progressing', undefined],
    ['paused', 'scaled-to-zero', undefined],
  ]);
});

it('asks no namespace for kinds that the cluster has none of, and overlooks nothing of the others', async () => {
  const cluster = new TableCluster();
  const names = ['a', 'b', 'c', 'd', 'e'];
  cluster.rows = Object.fromEntries(names.map(name => [name, { Deployment: [deployment('api', '1/1')] }]));
  cluster.rows.e.Job = [{ name: 'import', completions: '0/1', age: '1h' }];
  cluster.rows.e.Pod = [pod('import-aaaaa', 'ImagePullBackOff', '0/1')];
  cluster.objects = [{ kind: 'Job', metadata: { name: 'import' }, status: {} }];
  const { workloads } = await clusterHealth(cluster);
  expect(workloads[0]).toMatchObject({ kind: 'Job', namespace: 'e', name: 'import', status: 'failing' });
  expect(workloads).toHaveLength(6);
  const count = (read: string) => cluster.reads.filter(each => each === read).length;
  expect(['Deployment', 'Job', 'StatefulSet', 'DaemonSet'].map(kind => count(`table ${kind}`))).toEqual([5, 5, 0, 0]);
});

it('asks each namespace for kinds that may not be asked for at large', async () => {
  const cluster = new TableCluster();
  const rows = (name: string) => ({ StatefulSet: [{ name, ready: '0/1', age: '9d' }] });
  cluster.rows = { a: {}, b: {}, c: {}, d: rows('db') };
  const table = cluster.table.bind(cluster);
  cluster.table = async (type, options = {}) => {
    if (!options.namespace && type.kind !== 'Namespace') {
      throw new ClusterReadError('forbidden', 'Not in all namespaces.', 403);
    }
    return table(type, options);
  };
  await expect(clusterHealth(cluster)).resolves.toMatchObject({
    workloads: [{ name: 'db', status: 'failing' }],
    blindSpots: [],
  });
});

it('reads a list instead of many single objects', async () => {
  const names = Array.from({ length: 30 }, (_, index) => `app${index}`);
  const { reads, clusterStatus } = await workloadsOf(
    { Deployment: names.map(name => deployment(name, '0/1')) },
    names.map(name => ({ kind: 'Deployment', metadata: { name } })),
  );
  expect(reads.filter(read => !read.startsWith('table'))).toEqual(['list Node', 'list Deployment']);
  expect(clusterStatus).toBe('CRITICAL');
});

it('tells what is wrong with nodes', async () => {
  const cluster = new TableCluster();
  cluster.nodes = [
    node('ok', 'True'),
    { ...node('cordoned', 'True'), spec: { unschedulable: true } },
    node('full', 'True', { type: 'DiskPressure', status: 'True', reason: 'KubeletHasDiskPressure' }),
    node('gone', 'Unknown'),
    { kind: 'Node', metadata: { name: 'new' } },
  ];
  const health = await clusterHealth(cluster);
  expect(health).toMatchObject({ totalNodes: 5, readyNodes: 3, clusterStatus: 'CRITICAL' });
  expect(health.nodeIssues).toEqual([
    { node: 'full', condition: 'DiskPressure', message: 'KubeletHasDiskPressure', since: undefined },
    { node: 'gone', condition: 'NotReady', message: 'kubelet says so', since: '2026-11-20T17:00:00Z' },
    { node: 'new', condition: 'NotReady', message: 'The node has never reported.' },
  ]);
});

it('folds warnings by their cause', async () => {
  const cluster = new TableCluster();
  const warning = (lastSeen: string, object: string, message: string) => ({
    'last seen': lastSeen,
    type: 'Warning',
    reason: 'FailedCreate',
    object,
    message,
  });
  cluster.rows = {
    shop: {
      Event: [
        warning(
          '5m (x14 over 6m)',
          'replicaset/api-7d9f8b6c5',
          'pods "api-7d9f8b6c5-nt2dl" is forbidden: exceeded quota',
        ),
        warning('2m', 'replicaset/api-7d9f8b6c5', 'pods "api-7d9f8b6c5-phq78" is forbidden: exceeded quota'),
        warning('1m', 'replicaset/api-7d9f8b6c5', 'another problem'),
        warning('3h', 'replicaset/api-7d9f8b6c5', 'yesterday’s problem'),
      ],
    },
  };
  expect((await clusterHealth(cluster)).warnings).toEqual([
    expect.objectContaining({ message: 'another problem', count: 1, lastSeen: '2026-11-20T17:59:00.000Z' }),
    expect.objectContaining({
      namespace: 'shop',
      message: expect.stringContaining('phq78'),
      count: 15,
      lastSeen: '2026-11-20T17:58:00.000Z',
    }),
  ]);
});

it('says what it could not see', async () => {
  const cluster = new TableCluster();
  cluster.rows = { shop: { Pod: [pod('shell')] }, pay: {} };
  cluster.refused.set('Node', new ClusterReadError('forbidden', 'Could not read nodes: forbidden for you.', 403));
  await expect(clusterHealth(cluster)).resolves.toMatchObject({
    clusterStatus: 'HEALTHY',
    totalNodes: 0,
    blindSpots: [{ what: 'nodes', why: 'Could not read nodes: forbidden for you.' }],
  });

  cluster.refused.set('Namespace', new ClusterReadError('forbidden', 'Could not read namespaces.', 403));
  await expect(clusterHealth(cluster)).resolves.toMatchObject({ clusterStatus: 'UNKNOWN' });
  await expect(clusterHealth(cluster, { namespaces: ['shop'] })).resolves.toMatchObject({
    clusterStatus: 'HEALTHY',
    workloads: [{ kind: 'Pod', name: 'shell' }],
  });
});

it('is unknown, with one blind spot, when the cluster is gone', async () => {
  const cluster = new TableCluster();
  cluster.refused.set('*', new ClusterReadError('unreachable', 'Cluster test cannot be reached.'));
  await expect(clusterHealth(cluster, { namespaces: ['a', 'b'] })).resolves.toMatchObject({
    clusterStatus: 'UNKNOWN',
    blindSpots: [{ what: 'the cluster', why: 'Cluster test cannot be reached.' }],
    checkedAt: NOW.toISOString(),
  });
});

it('stops for a caller that goes away', async () => {
  const cluster = new TableCluster();
  const controller = new AbortController();
  controller.abort(new Error('gone'));
  cluster.refused.set('*', new ClusterReadError('unreachable', 'no'));
  await expect(clusterHealth(cluster, { signal: controller.signal })).rejects.toThrow('gone');
});
