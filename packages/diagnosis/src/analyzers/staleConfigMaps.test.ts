import { ago, healthy, object } from '../testing/cluster';
import { DiagnosisCase, expectDiagnosis } from '../testing/expectDiagnosis';

const env = [{ name: 'LIMIT', valueFrom: { configMapKeyRef: { name: 'settings', key: 'limit' } } }];
const settings = (seconds: number) =>
  object('ConfigMap', 'settings', { data: { limit: '5' }, metadata: { lastUpdateTime: ago(seconds) } });
const asked = {
  target: { kind: 'Deployment', name: 'web' },
  question: 'I changed the limit in the config, web still uses the old one',
};

const CASES: DiagnosisCase[] = [
  {
    state: 'a variable that was changed after the start',
    objects: [...healthy('web', { container: { env } }), settings(60)],
    ...asked,
    category: 'config-invalid',
    culprit: 'Deployment/web',
    says: ['ConfigMap settings was changed at', 'variable LIMIT', 'has no effect yet'],
    command: 'rollout restart deployment/web',
  },
  {
    state: 'a variable that was changed before the start',
    objects: [...healthy('web', { container: { env } }), settings(900)],
    ...asked,
  },
  {
    state: 'a mounted directory, which follows',
    objects: [
      ...healthy('web', {
        container: { volumeMounts: [{ name: 'settings', mountPath: '/etc/web' }] },
        pod: { spec: { volumes: [{ name: 'settings', configMap: { name: 'settings' } }] } },
      }),
      settings(60),
    ],
    ...asked,
  },
  {
    state: 'a change that nobody asks about',
    objects: [...healthy('web', { container: { env } }), settings(60)],
    target: asked.target,
    question: 'web is slow',
  },
];

describe('staleConfigMaps', () => {
  it.each(CASES.map(each => [each.state, each] as const))('%s', async (_state, each) => {
    expect((await expectDiagnosis(each)).rootCause).not.toBe('');
  });
});
