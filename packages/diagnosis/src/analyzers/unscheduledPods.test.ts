import { ago, deployment, event, healthy } from '../testing/cluster';
import { DiagnosisCase, expectDiagnosis } from '../testing/expectDiagnosis';

const pending = (spec: object, seconds = 300, status: object = {}) =>
  deployment('render', {
    pod: { spec: { nodeName: undefined, ...spec }, status: { phase: 'Pending', conditions: [], ...status } },
  }).map(each => ({ ...each, metadata: { ...each.metadata, creationTimestamp: ago(seconds) } }));
const target = { kind: 'Deployment', name: 'render' };
const found = { category: 'unschedulable-constraints', culprit: 'Deployment/render' };
const gates = { schedulingGates: [{ name: 'queue.example.com/admission' }] };

const CASES: DiagnosisCase[] = [
  {
    state: 'a scheduler that nobody runs',
    objects: [...pending({ schedulerName: 'gang' }), ...healthy('web')],
    ...found,
    says: ['names gang as its scheduler', 'none of that name seems to run', 'placed by default-scheduler'],
  },
  {
    state: 'a scheduler that has placed others',
    objects: [...pending({ schedulerName: 'gang' }), ...healthy('web', { pod: { spec: { schedulerName: 'gang' } } })],
    ...found,
    says: ['it has placed 1 other pod, so it has stopped or hangs'],
  },
  {
    state: 'the scheduler of the cluster, which stands still',
    objects: [...pending({}), ...healthy('web')],
    ...found,
    says: ['default-scheduler', 'has stopped or hangs'],
    never: ['Remove schedulerName'],
  },
  { state: 'a pod that has just been made', objects: pending({ schedulerName: 'gang' }, 10) },
  {
    state: 'a pod that its scheduler has seen',
    objects: [
      ...pending({ schedulerName: 'gang' }),
      event('Pod', 'render-7d4b9-x2x4z', 'Queued', 'waits for its group', { type: 'Normal' }),
    ],
    never: ['no scheduler has looked'],
  },
  {
    state: 'a scheduling gate, asked about',
    objects: pending(gates),
    target,
    question: 'render stays Pending',
    ...found,
    says: ['scheduling gate queue.example.com/admission'],
    never: ['no scheduler has looked'],
  },
];

describe('unscheduledPods', () => {
  it.each(CASES)('$state', async each => {
    await expectDiagnosis(each);
  });
});
