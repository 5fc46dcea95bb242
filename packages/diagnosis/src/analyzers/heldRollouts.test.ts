import { ago, object } from '../testing/cluster';
import { DiagnosisCase, expectDiagnosis } from '../testing/expectDiagnosis';

const pod = (kind: string, owner: string, name: string, hash: string) =>
  object(
    'Pod',
    name,
    {
      spec: { nodeName: 'node-1', containers: [{ name: 'app', image: 'shop/app:1.0' }] },
      status: {
        phase: 'Running',
        conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: ago(600) }],
        containerStatuses: [
          { name: 'app', ready: true, restartCount: 0, state: { running: { startedAt: ago(600) } }, lastState: {} },
        ],
      },
    },
    { owner: [kind, owner], labels: { app: owner, 'controller-revision-hash': hash } },
  );
const revision = (hash: string, number: number) => ({
  ...object(
    'ControllerRevision',
    `agent-${hash}`,
    {},
    {
      owner: ['DaemonSet', 'agent'],
      labels: { 'controller-revision-hash': hash },
    },
  ),
  revision: number,
});
const daemonSet = (updateStrategy: object) => [
  object('DaemonSet', 'agent', {
    spec: { updateStrategy, template: { spec: { containers: [] } } },
    status: { desiredNumberScheduled: 1, currentNumberScheduled: 1, numberReady: 1 },
  }),
  revision('aaa', 1),
  revision('bbb', 10),
];
const statefulSet = (updateStrategy: object, updateRevision = 'db-bbb') => [
  object('StatefulSet', 'db', {
    spec: { replicas: 2, updateStrategy, template: { spec: { containers: [] } } },
    status: { replicas: 2, readyReplicas: 2, currentRevision: 'db-aaa', updateRevision },
  }),
  pod('StatefulSet', 'db', 'db-0', 'db-aaa'),
  pod('StatefulSet', 'db', 'db-1', updateRevision),
];
const aboutAgent = { target: { kind: 'DaemonSet', name: 'agent' }, question: 'agent still runs the old version' };
const aboutDb = { target: { kind: 'StatefulSet', name: 'db' }, question: 'db-0 still runs the old version' };
const held = { category: 'rollout-stuck' };

const CASES: DiagnosisCase[] = [
  {
    state: 'a DaemonSet with OnDelete',
    objects: [...daemonSet({ type: 'OnDelete' }), pod('DaemonSet', 'agent', 'agent-x', 'aaa')],
    ...aboutAgent,
    ...held,
    culprit: 'DaemonSet/agent',
    says: ['updateStrategy OnDelete', '0 of 1 pod is updated', 'agent-x runs an earlier template'],
    command: 'delete pod agent-x',
  },
  {
    state: 'a DaemonSet with OnDelete that nobody asks about',
    objects: [...daemonSet({ type: 'OnDelete' }), pod('DaemonSet', 'agent', 'agent-x', 'aaa')],
  },
  {
    state: 'a DaemonSet with OnDelete whose pods are new',
    objects: [...daemonSet({ type: 'OnDelete' }), pod('DaemonSet', 'agent', 'agent-x', 'bbb')],
    ...aboutAgent,
  },
  {
    state: 'a DaemonSet that replaces its pods by itself',
    objects: [...daemonSet({ type: 'RollingUpdate' }), pod('DaemonSet', 'agent', 'agent-x', 'aaa')],
    ...aboutAgent,
  },
  {
    state: 'a StatefulSet with OnDelete',
    objects: statefulSet({ type: 'OnDelete' }),
    ...aboutDb,
    ...held,
    culprit: 'StatefulSet/db',
    says: ['1 of 2 pods are updated', 'db-0 runs an earlier template'],
  },
  {
    state: 'a StatefulSet with a partition',
    objects: statefulSet({ type: 'RollingUpdate', rollingUpdate: { partition: 1 } }),
    ...aboutDb,
    ...held,
    culprit: 'StatefulSet/db',
    says: ['has partition 1 in its updateStrategy', 'only pods with an ordinal of at least 1 are replaced'],
  },
  {
    state: 'a StatefulSet with a partition and nothing new',
    objects: statefulSet({ type: 'RollingUpdate', rollingUpdate: { partition: 1 } }, 'db-aaa'),
    ...aboutDb,
  },
];

describe('heldRollouts', () => {
  it.each(CASES)('$state', async each => {
    await expectDiagnosis(each);
  });
});
