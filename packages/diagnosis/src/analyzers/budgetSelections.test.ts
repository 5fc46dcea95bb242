import { ago, deployment, healthy, object } from '../testing/cluster';
import { DiagnosisCase, expectDiagnosis } from '../testing/expectDiagnosis';

const budget = (name: string, selector: object, status: object = {}) =>
  object('PodDisruptionBudget', name, {
    spec: { minAvailable: '50%', selector: { matchLabels: selector } },
    status: { disruptionsAllowed: 1, currentHealthy: 1, desiredHealthy: 0, expectedPods: 1, ...status },
  });
const drain = { question: 'the node drain hangs' };
const unready = { ready: false, started: true, state: { running: { startedAt: ago(9) } } };

const CASES: DiagnosisCase[] = [
  {
    state: 'two budgets over one pod',
    objects: [...healthy('web'), budget('a', { app: 'web' }), budget('b', { app: 'web' })],
    ...drain,
    category: 'pdb-blocking',
    culprit: 'PodDisruptionBudget/a',
    says: ['a and b both select pod web-7d4b9-x2x4z', 'more than one PodDisruptionBudget'],
  },
  {
    state: 'two budgets over one pod, when nobody drains',
    objects: [...healthy('web'), budget('a', { app: 'web' }), budget('b', { app: 'web' })],
    target: { kind: 'Deployment', name: 'web' },
    question: 'web is slow',
  },
  {
    state: 'a budget for each',
    objects: [...healthy('web'), ...healthy('api'), budget('a', { app: 'web' }), budget('b', { app: 'api' })],
    ...drain,
  },
  {
    state: 'a budget for nobody',
    objects: [...healthy('web'), budget('a', { app: 'wep' }, { expectedPods: 0 })],
    target: { kind: 'PodDisruptionBudget', name: 'a' },
    category: 'pdb-blocking',
    culprit: 'PodDisruptionBudget/a',
    says: ['app=wep matches no pod'],
  },
  {
    state: 'a percentage that leaves no room',
    objects: [...healthy('web'), budget('a', { app: 'web' }, { disruptionsAllowed: 0, desiredHealthy: 1 })],
    ...drain,
    category: 'pdb-blocking',
    culprit: 'PodDisruptionBudget/a',
    says: ['minAvailable 50%', 'rounded up to whole pods'],
  },
  {
    state: 'a budget that waits for pods which are not ready',
    objects: [
      ...deployment('web', { status: unready }),
      budget('a', { app: 'web' }, { disruptionsAllowed: 0, currentHealthy: 0, desiredHealthy: 1 }),
    ],
    target: { kind: 'PodDisruptionBudget', name: 'a' },
    ...drain,
    category: 'pdb-blocking',
    culprit: 'PodDisruptionBudget/a',
    says: ['0 of 1 pods are healthy and 1 have to be'],
  },
];

describe('budgetSelections', () => {
  it.each(CASES.map(each => [each.state, each] as const))('%s', async (_state, each) => {
    expect((await expectDiagnosis(each)).rootCause).not.toBe('');
  });
});
