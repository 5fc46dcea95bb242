import { crashing, deployment, healthy, object } from '../../testing/cluster';
import { DiagnosisCase, expectDiagnosis } from '../../testing/expectDiagnosis';

const database = [
  ...healthy('orders'),
  object('Service', 'orders', {
    spec: { selector: { app: 'orders' }, clusterIP: '10.0.0.9', ports: [{ port: 5432 }] },
  }),
];
const env = [{ name: 'DB', value: 'postgres://orders:5432/x' }];
const api = deployment('api', { status: crashing(1), container: { env } });
const reports = healthy('reports', { container: { env } });
const log = (text: string) => ({ 'shop/api-7d4b9-x2x4z/app': `${text}\n` });

const CASES: DiagnosisCase[] = [
  {
    state: 'another caller of a database without free connections',
    objects: [...api, ...reports, ...database],
    logs: log('FATAL:  sorry, too many clients already'),
    category: 'dependency-down',
    culprit: 'Deployment/api',
    says: ['Deployment reports calls orders too and may hold the connections.'],
  },
  {
    state: 'another caller of a database that refuses the password',
    objects: [...api, ...reports, ...database],
    logs: log('FATAL:  password authentication failed for user "api"'),
    category: ['crash-loop-config', 'permission-denied'],
    culprit: 'Deployment/api',
    never: ['may hold the connections'],
  },
];

describe('shared connections', () => {
  it.each(CASES)('$state', async each => {
    await expectDiagnosis(each);
  });
});
