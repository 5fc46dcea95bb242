import { crashing, deployment, object } from '../../testing/cluster';
import { DiagnosisCase, expectDiagnosis } from '../../testing/expectDiagnosis';

const service = (name: string, port: number) =>
  object('Service', name, { spec: { selector: { app: name }, clusterIP: '10.0.0.9', ports: [{ port }] } });
const api = (env: object[]) => deployment('api', { status: crashing(1), container: { env } });
const logs = {
  'shop/api-7d4b9-x2x4z/app': 'redis.exceptions.AuthenticationError: WRONGPASS invalid username-password pair\n',
};
const base = {
  logs,
  category: ['crash-loop-config', 'permission-denied', 'dependency-down'],
  culprit: 'Deployment/api',
};

const CASES: DiagnosisCase[] = [
  {
    ...base,
    state: 'the only Redis of the configuration',
    objects: [
      ...api([
        { name: 'SESSIONS', value: 'redis://sessions:6379/0' },
        { name: 'DB', value: 'postgres://orders:5432/x' },
      ]),
      service('sessions', 6379),
      service('orders', 5432),
    ],
    says: ['What it calls is sessions:6379 (env SESSIONS).'],
  },
  {
    ...base,
    state: 'two of them: which one is not known',
    objects: [
      ...api([
        { name: 'A', value: 'redis://sessions:6379/0' },
        { name: 'B', value: 'redis://carts:6379/0' },
      ]),
      service('sessions', 6379),
      service('carts', 6379),
    ],
    never: ['What it calls is'],
  },
];

describe('called products', () => {
  it.each(CASES)('$state', async each => {
    await expectDiagnosis(each);
  });
});
