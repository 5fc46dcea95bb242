import { ClusterReader, ClusterReadError, ResourceType, TableRow } from './ClusterReader';
import { KubernetesObject } from './KubernetesObject';
import { isReady } from './pods';
import { readPods } from './readPods';

const NOW = new Date('2026-11-20T12:00:00Z');

const TEMPLATE = {
  metadata: { labels: { app: 'api' } },
  spec: { containers: [{ name: 'app', image: 'api:1', ports: [{ containerPort: 80 }] }] },
};

function owner(kind: string, name: string, spec: any = {}): KubernetesObject {
  return {
    kind,
    apiVersion: 'apps/v1',
    metadata: { name, namespace: 'shop', uid: name },
    spec: { template: TEMPLATE, ...spec },
  };
}

function row(name: string, cells: Record<string, string> = {}): TableRow {
  return {
    cells: { name, ready: '1/1', status: 'Running', restarts: '0', age: '2d', ip: '10.0.0.9', node: 'n1', ...cells },
  };
}

/** Rows by namespace; what is read in full has `full: true` in it. */
function clusterOf(tables: Record<string, TableRow[] | ClusterReadError>) {
  const reads: string[] = [];
  const pod = (namespace: string | undefined, name: string): KubernetesObject => ({
    kind: 'Pod',
    metadata: { name, namespace },
    full: true,
  });
  const reader = {
    now: async () => NOW,
    table: async (_: ResourceType, { namespace }: any) => {
      const table = tables[namespace];
      if (table instanceof ClusterReadError) throw table;
      return table;
    },
    list: async (_: ResourceType, { namespace }: any) => {
      reads.push(`list ${namespace}`);
      return (Object.values(tables).flat() as TableRow[]).map(({ cells }) => pod(namespace, cells.name));
    },
    get: async (_: ResourceType, { namespace, name }: any) => {
      reads.push(`get ${namespace}/${name}`);
      if (name.includes('gone')) throw new ClusterReadError('not-found', 'gone', 404);
      return pod(namespace, name);
    },
  } as unknown as ClusterReader;
  return { reader, reads };
}

function crowd(count: number): TableRow[] {
  const letters = 'bcdfghjklm';
  return Array.from({ length: count }, (_, i) =>
    row(`api-5d9-${[...String(10_000 + i)].map(d => letters[Number(d)]).join('')}`),
  );
}

async function podsOf(
  rows: TableRow[],
  { owners = [owner('ReplicaSet', 'api-5d9')], events = [] as KubernetesObject[] } = {},
) {
  const { reader, reads } = clusterOf({ shop: rows });
  const pods = await readPods(
    reader,
    { namespace: 'shop' },
    { owners: Promise.resolve(owners), events: Promise.resolve(events), namespaces: Promise.resolve(undefined) },
  );
  return { pods, reads };
}

describe('readPods', () => {
  it('lists the pods of a namespace of usual size', async () => {
    const { reads } = await podsOf(crowd(500));
    expect(reads).toEqual(['list shop']);
  });

  it('reads in full only what is ill, however many are well', async () => {
    for (const well of [600, 3_000]) {
      const { pods, reads } = await podsOf([...crowd(well), row('api-5d9-zzzzz', { ready: '0/1' })]);
      expect(reads).toEqual(['get shop/api-5d9-zzzzz']);
      expect(pods).toHaveLength(well + 1);
    }
  });

  it('has the others as their owner wants them, ready', async () => {
    const { pods } = await podsOf(crowd(600));
    expect(pods.every(isReady)).toBe(true);
    expect(pods[0]).toMatchObject({
      metadata: {
        labels: { app: 'api' },
        namespace: 'shop',
        creationTimestamp: '2026-11-18T12:00:00.000Z',
        ownerReferences: [{ kind: 'ReplicaSet', name: 'api-5d9', uid: 'api-5d9', controller: true }],
      },
      spec: { nodeName: 'n1', containers: TEMPLATE.spec.containers },
      status: { phase: 'Running', podIP: '10.0.0.9', containerStatuses: [{ name: 'app', ready: true }] },
    });
  });

  it.each([
    ['in a crash loop', { status: 'CrashLoopBackOff', ready: '0/1', restarts: '9 (2m ago)' }],
    ['running but not ready', { ready: '0/1' }],
    ['with one of two containers ready', { ready: '1/2' }],
    ['pending', { status: 'Pending', ready: '0/1', node: '<none>' }],
    ['initializing', { status: 'Init:0/1', ready: '0/1' }],
    ['terminating', { status: 'Terminating' }],
    ['evicted', { status: 'Evicted', ready: '0/1' }],
    ['ready again after an OOM kill', { restarts: '3 (5m12s ago)' }],
    ['ready again since some hours', { restarts: '3 (4h ago)' }],
    ['restarted at an unknown time', { restarts: '2' }],
    ['completed without being a Job’s', { status: 'Completed', ready: '0/1' }],
  ])('reads a pod in full that is %s', async (_, cells) => {
    const { reads } = await podsOf([...crowd(600), row('api-5d9-zzzzz', cells)]);
    expect(reads).toEqual(['get shop/api-5d9-zzzzz']);
  });

  it('reads a ready pod in full that a warning names', async () => {
    const rows = crowd(600);
    const event = (type: string, name: string): KubernetesObject => ({
      kind: 'Event',
      metadata: { name },
      type,
      involvedObject: { kind: 'Pod', namespace: 'shop', name },
    });
    const events = [event('Warning', rows[7].cells.name), event('Normal', rows[8].cells.name)];
    const { reads } = await podsOf(rows, { events });
    expect(reads).toEqual([`get shop/${rows[7].cells.name}`]);
  });

  it('knows the pods of each kind of owner, and reads those of none or of two', async () => {
    const owners = [
      owner('ReplicaSet', 'api-5d9'),
      owner('StatefulSet', 'db', { volumeClaimTemplates: [{ metadata: { name: 'data' } }] }),
      owner('DaemonSet', 'agent'),
      owner('DaemonSet', 'twin'),
      owner('Job', 'twin'),
      owner('Job', 'report'),
    ];
    const rows = ['db-12', 'agent-x2b9p', 'report-3-bbbbb', 'twin-x2b9p', 'shell', 'db-old-x'].map(name => row(name));
    const done = row('report-x2b9p', { status: 'Completed', ready: '0/1' });
    const { pods, reads } = await podsOf([...crowd(600), ...rows, done, row('api-5d9-gone1', { ready: '0/1' })], {
      owners,
    });
    expect(reads).toEqual(['twin-x2b9p', 'shell', 'db-old-x', 'api-5d9-gone1'].map(name => `get shop/${name}`));
    const podOf = (name: string) => pods.find(({ metadata }) => metadata.name === name);
    expect(podOf('db-12')!.spec.volumes).toEqual([
      { name: 'data', persistentVolumeClaim: { claimName: 'data-db-12' } },
    ]);
    expect(podOf('report-x2b9p')!.status.phase).toBe('Succeeded');
    expect(podOf('api-5d9-gone1')).toBeUndefined();
  });

  it('lists a namespace of which many pods are ill', async () => {
    const ill = crowd(661).map(({ cells }, i) => row(cells.name, i > 599 ? { ready: '0/1' } : {}));
    expect((await podsOf(ill)).reads).toEqual(['list shop']);
  });

  it('scans a cluster namespace by namespace, and lists it when a table is refused', async () => {
    const around = {
      owners: Promise.resolve([owner('ReplicaSet', 'api-5d9')]),
      events: Promise.resolve([]),
      namespaces: Promise.resolve(['shop', 'pay']),
    };
    const whole = clusterOf({ shop: crowd(600), pay: [row('api-5d9-x2b9p')] });
    const pods = await readPods(whole.reader, {}, around);
    // the ReplicaSet is of the other namespace
    expect(whole.reads).toEqual(['get pay/api-5d9-x2b9p']);
    expect(pods).toHaveLength(601);

    const refused = clusterOf({ shop: crowd(600), pay: new ClusterReadError('forbidden', 'no', 403) });
    await readPods(refused.reader, {}, around).catch(() => {});
    expect(refused.reads).toEqual(['list undefined']);
  });
});
