import { diagnose } from '../diagnose';
import { ago, clusterOf, crashing, object } from '../testing/cluster';
import { ClusterGraph } from '../cluster/ClusterGraph';
import { configChanges, lastChange } from './changes';

const container = (image: string, env: object[] = []) => ({ containers: [{ name: 'app', image, env }] });
const revision = (kind: string, number: number, spec: object, seconds: number) =>
  object(
    'ControllerRevision',
    `db-${number}`,
    { revision: number, data: { spec: { template: { spec } } }, metadata: { creationTimestamp: ago(seconds) } },
    { owner: [kind, 'db'] },
  );

describe('lastChange', () => {
  it.each(['StatefulSet', 'DaemonSet'])('compares the ControllerRevisions of a %s', kind => {
    const workload = object(kind, 'db');
    const graph = new ClusterGraph([
      workload,
      revision(kind, 2, container('db:2', [{ name: 'MODE', value: 'rw' }]), 60),
      revision(kind, 1, container('db:1'), 600),
      revision(kind, 10, container('db:3', [{ name: 'MODE', value: 'ro' }]), 30),
    ]);
    expect(lastChange(workload, graph)).toEqual({
      from: 2,
      to: 10,
      at: ago(30),
      lines: ['image of container app: db:2 -> db:3', 'env MODE of container app: "rw" -> "ro"'],
    });
  });

  it('knows no change of a workload with one revision', () => {
    const workload = object('StatefulSet', 'db');
    expect(
      lastChange(workload, new ClusterGraph([workload, revision('StatefulSet', 1, container('a'), 1)])),
    ).toBeUndefined();
  });

  it('stands in the answer when the failure came with it', async () => {
    const spec = { ...container('db:2'), nodeName: 'node-1' };
    const objects = [
      object('StatefulSet', 'db', { spec: { replicas: 1, template: { spec } } }),
      object(
        'Pod',
        'db-0',
        {
          spec,
          status: {
            phase: 'Running',
            startTime: ago(50),
            conditions: [],
            containerStatuses: [{ name: 'app', ...crashing(1) }],
          },
        },
        { owner: ['StatefulSet', 'db'] },
      ),
      revision('StatefulSet', 2, container('db:2'), 60),
      revision('StatefulSet', 1, container('db:1'), 6_000),
    ];
    const { findings, fixCommands } = await diagnose(
      { namespace: 'shop', target: { kind: 'StatefulSet', name: 'db' } },
      { reader: clusterOf(objects, { 'shop/db-0/app': 'fatal: unknown storage format' }) },
    );
    expect(findings[0].explanation).toContain(
      'It began with the rollout of revision 2 (before: 1), which changed: image of container app: db:1 -> db:2.',
    );
    expect(fixCommands.map(({ command }) => command).join('\n')).toContain(
      'rollout undo statefulset/db --to-revision=1',
    );
  });
});

describe('configChanges', () => {
  const workload = object('Deployment', 'web', {
    spec: {
      template: {
        spec: {
          volumes: [{ name: 'a', configMap: { name: 'a' } }],
          containers: [{ name: 'app', envFrom: [{ configMapRef: { name: 'b' } }] }],
        },
      },
    },
  });
  const configMap = (name: string, seconds: number) =>
    object('ConfigMap', name, { metadata: { lastUpdateTime: ago(seconds) } });

  it('tells which ConfigMaps were changed after they were made, the latest first', () => {
    const graph = new ClusterGraph([workload, configMap('a', 300), configMap('b', 100), configMap('other', 10)]);
    expect(configChanges(workload, graph).map(({ configMap: { metadata }, at }) => [metadata.name, at])).toEqual([
      ['b', ago(100)],
      ['a', ago(300)],
    ]);
  });

  it('takes a write that belongs to the first for no change', () => {
    expect(configChanges(workload, new ClusterGraph([workload, configMap('a', 599)]))).toEqual([]);
  });
});
