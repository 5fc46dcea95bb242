import { ago, deployment, object } from '../testing/cluster';
import { DiagnosisCase, expectDiagnosis } from '../testing/expectDiagnosis';

const node = (zone: string, body: object = {}) =>
  object('Node', 'node-1', {
    status: { allocatable: { cpu: '4', memory: '8Gi' }, conditions: [{ type: 'Ready', status: 'True' }] },
    metadata: { labels: { 'topology.kubernetes.io/zone': zone } },
    ...body,
  });
const volume = (zone: string) =>
  object('PersistentVolume', 'pv-1', {
    spec: {
      claimRef: { namespace: 'shop', name: 'data' },
      nodeAffinity: {
        required: {
          nodeSelectorTerms: [
            { matchExpressions: [{ key: 'topology.kubernetes.io/zone', operator: 'In', values: [zone] }] },
          ],
        },
      },
    },
    status: { phase: 'Bound' },
  });
const claim = (status: object, spec: object = {}) =>
  object('PersistentVolumeClaim', 'data', {
    spec: {
      resources: { requests: { storage: '1Gi' } },
      accessModes: ['ReadWriteOnce'],
      storageClassName: '',
      ...spec,
    },
    status,
  });
const pending = deployment('db', {
  pod: {
    spec: { nodeName: undefined, volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] },
    status: {
      phase: 'Pending',
      startTime: ago(300),
      containerStatuses: [],
      conditions: [
        {
          type: 'PodScheduled',
          status: 'False',
          reason: 'Unschedulable',
          message: '0/1 nodes are available: 1 node(s) had volume node affinity conflict.',
        },
      ],
    },
  },
});
const free = (labels: object) =>
  object('PersistentVolume', 'pv-2', {
    spec: { capacity: { storage: '5Gi' }, accessModes: ['ReadWriteOnce'] },
    status: { phase: 'Available' },
    metadata: { labels },
  });
const target = { kind: 'Deployment', name: 'db' };

const CASES: DiagnosisCase[] = [
  {
    state: 'a volume in a zone without a node',
    objects: [...pending, claim({ phase: 'Bound' }, { volumeName: 'pv-1' }), volume('zone-c'), node('zone-a')],
    target,
    category: 'unschedulable-constraints',
    culprit: 'PersistentVolume/pv-1',
    says: ['topology.kubernetes.io/zone In zone-c', 'no node has that', 'zone=zone-a'],
  },
  {
    state: 'a volume whose only node is cordoned',
    objects: [
      ...pending,
      claim({ phase: 'Bound' }, { volumeName: 'pv-1' }),
      volume('zone-a'),
      node('zone-a', { spec: { unschedulable: true } }),
    ],
    target,
    category: 'unschedulable-constraints',
    culprit: 'PersistentVolume/pv-1',
    says: ['node-1, is cordoned'],
  },
  {
    state: 'a volume in a zone with a node',
    objects: [...pending, claim({ phase: 'Bound' }, { volumeName: 'pv-1' }), volume('zone-a'), node('zone-a')],
    target,
    category: 'unschedulable-constraints',
    culprit: 'Deployment/db',
    never: ['PersistentVolume pv-1'],
  },
  {
    state: 'a claim that selects volumes by a label which none has',
    objects: [
      ...pending,
      claim({ phase: 'Pending' }, { selector: { matchLabels: { tier: 'gold' } } }),
      free({ tier: 'silver' }),
    ],
    category: 'pvc-pending',
    culprit: 'PersistentVolumeClaim/data',
    says: ['volumes labelled tier=gold', 'pv-2: tier=silver'],
  },
  {
    state: 'a claim that selects a label which the free volume has',
    objects: [
      ...pending,
      claim({ phase: 'Pending' }, { selector: { matchLabels: { tier: 'gold' } } }),
      free({ tier: 'gold' }),
    ],
    category: 'pvc-pending',
    culprit: 'PersistentVolumeClaim/data',
    never: ['no PersistentVolume has that label'],
  },
];

describe('storage', () => {
  it.each(CASES.map(each => [each.state, each] as const))('%s', async (_state, each) => {
    expect((await expectDiagnosis(each)).rootCause).not.toBe('');
  });
});
