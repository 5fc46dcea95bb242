import { healthy, object } from '../testing/cluster';
import { DiagnosisCase, expectDiagnosis } from '../testing/expectDiagnosis';

const hpa = (name: string, current: number, replicas = 4) =>
  object('HorizontalPodAutoscaler', name, {
    spec: {
      scaleTargetRef: { kind: 'Deployment', name: 'web' },
      minReplicas: 1,
      maxReplicas: 4,
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { averageUtilization: 70 } } }],
    },
    status: {
      currentReplicas: replicas,
      currentMetrics: [{ type: 'Resource', resource: { name: 'cpu', current: { averageUtilization: current } } }],
      conditions: [
        { type: 'AbleToScale', status: 'True' },
        { type: 'ScalingActive', status: 'True' },
        { type: 'ScalingLimited', status: 'True', reason: 'TooManyReplicas', message: 'more than the maximum' },
      ],
    },
  });
const target = { kind: 'Deployment', name: 'web' };

const CASES: DiagnosisCase[] = [
  {
    state: 'at its maximum under load',
    objects: [...healthy('web'), hpa('web', 140)],
    target,
    question: 'web is slow under load',
    category: 'hpa-misconfig',
    culprit: 'HorizontalPodAutoscaler/web',
    says: ['maxReplicas is 4', 'cpu at 140 % of the request (target 70 %)'],
  },
  {
    state: 'at its maximum, when nobody asks about load',
    objects: [...healthy('web'), hpa('web', 140)],
    target,
    question: 'web loses mails',
  },
  {
    state: 'at its maximum with the usage below',
    objects: [...healthy('web'), hpa('web', 60)],
    target,
    question: 'web is slow under load',
  },
  {
    state: 'below its maximum',
    objects: [...healthy('web'), hpa('web', 140, 3)],
    target,
    question: 'web is slow under load',
  },
  {
    state: 'two on one target',
    objects: [...healthy('web'), hpa('a', 60), hpa('b', 60)],
    target,
    category: 'hpa-misconfig',
    culprit: 'HorizontalPodAutoscaler/a',
    says: ['a and b have the same target, Deployment web'],
  },
];

describe('autoscalingLimits', () => {
  it.each(CASES.map(each => [each.state, each] as const))('%s', async (_state, each) => {
    expect((await expectDiagnosis(each)).rootCause).not.toBe('');
  });
});
