import { ago, deployment, event, object, waiting } from '../../testing/cluster';
import { DiagnosisCase, expectDiagnosis } from '../../testing/expectDiagnosis';

const configMap = (data: object) =>
  object('ConfigMap', 'web-config', { data, metadata: { creationTimestamp: ago(900), lastUpdateTime: ago(60) } });
const env = (key: string) => [{ name: 'DB_HOST', valueFrom: { configMapKeyRef: { name: 'web-config', key } } }];
const running = {
  ready: false,
  started: true,
  restartCount: 0,
  state: { running: { startedAt: ago(600) } },
};
const readinessProbe = { httpGet: { path: '/ready', port: 80 } };

const CASES: DiagnosisCase[] = [
  {
    state: 'a running container that has the value from before the change',
    objects: [
      ...deployment('web', { status: running, container: { env: env('host'), readinessProbe } }),
      configMap({ host: 'new-db' }),
      event('Pod', 'web-7d4b9-x2x4z', 'Unhealthy', 'Readiness probe failed: HTTP probe failed with statuscode: 503'),
    ],
    logs: { 'shop/web-7d4b9-x2x4z/app': 'ERROR DB_HOST old-db refuses connections\n'.repeat(30) },
    category: ['readiness-probe', 'dependency-down', 'crash-loop-app-error', 'log-needle'],
    culprit: 'Deployment/web',
    says: ['ConfigMap web-config was changed at', 'so DB_HOST still has its old value'],
  },
  {
    state: 'a container that cannot start for want of a key, beside an older one that runs',
    objects: [
      ...deployment('web', {
        status: waiting('CreateContainerConfigError', "couldn't find key host in ConfigMap shop/web-config"),
        container: { env: env('host') },
      }),
      object(
        'Pod',
        'web-5c5c5-older',
        {
          spec: { containers: [{ name: 'app', image: 'shop/app:0.9', env: env('host') }] },
          status: {
            phase: 'Running',
            conditions: [{ type: 'Ready', status: 'True' }],
            containerStatuses: [{ name: 'app', ready: true, restartCount: 0, state: running.state }],
          },
        },
        { owner: ['ReplicaSet', 'web-7d4b9'], labels: { app: 'web' } },
      ),
      configMap({ server: 'new-db' }),
    ],
    category: ['create-container-config', 'secret-missing-key'],
    culprit: 'Deployment/web',
    never: ['still has its old value'],
  },
];

describe('stale configuration', () => {
  it.each(CASES)('$state', async each => {
    const { findings } = await expectDiagnosis(each);
    const quoted = findings[0].evidence.map(({ source, text }) => `${source} ${text}`);
    expect(quoted).toEqual([...new Set(quoted)]);
  });
});
