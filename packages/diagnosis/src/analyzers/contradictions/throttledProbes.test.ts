import { ago, deployment, event } from '../../testing/cluster';
import { DiagnosisCase, expectDiagnosis } from '../../testing/expectDiagnosis';

const KILLED = [
  event(
    'Pod',
    'web-7d4b9-x2x4z',
    'Unhealthy',
    'Liveness probe failed: Get "http://10.0.0.1:8080/": context deadline exceeded',
  ),
  event('Pod', 'web-7d4b9-x2x4z', 'Killing', 'Container app failed liveness probe, will be restarted'),
];
const web = (cpu: string) =>
  deployment('web', {
    status: {
      ready: false,
      restartCount: 4,
      state: { running: { startedAt: ago(20) } },
      lastState: { terminated: { exitCode: 137, reason: 'Error', startedAt: ago(80), finishedAt: ago(21) } },
    },
    container: { resources: { limits: { cpu } }, livenessProbe: { httpGet: { path: '/', port: 8080 } } },
  });
const logs = { 'shop/web-7d4b9-x2x4z/app': 'up\n', 'shop/web-7d4b9-x2x4z/app/previous': 'up\n' };
const base = { logs, category: 'liveness-probe' as const, culprit: 'Deployment/web' };

const CASES: DiagnosisCase[] = [
  {
    ...base,
    state: 'a probe that is slow on 20m of CPU',
    objects: [...web('20m'), ...KILLED],
    says: ['Its CPU limit is 20m'],
  },
  { ...base, state: 'a probe that is slow on two cores', objects: [...web('2'), ...KILLED], never: ['CPU limit'] },
];

describe('throttled probes', () => {
  it.each(CASES)('$state', async each => {
    await expectDiagnosis(each);
  });
});
