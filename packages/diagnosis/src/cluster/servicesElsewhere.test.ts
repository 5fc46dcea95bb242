import { crashing, deployment, object } from '../testing/cluster';
import { DiagnosisCase, expectDiagnosis } from '../testing/expectDiagnosis';

const web = deployment('web', {
  status: crashing(1),
  container: { env: [{ name: 'DB_HOST', value: 'catalog-db' }] },
});
const logs = {
  'shop/web-7d4b9-x2x4z/app': 'could not translate host name "catalog-db" to address: Name or service not known\n',
};
const service = (name: string, namespace: string) =>
  object('Service', name, { metadata: { namespace }, spec: { ports: [{ port: 5432 }] } });
const base = { logs, category: 'dns', culprit: 'Deployment/web' };

const CASES: DiagnosisCase[] = [
  {
    ...base,
    state: 'a short name whose Service is in another namespace',
    objects: [...web, service('catalog-db', 'data')],
    says: ['there is one in namespace data'],
  },
  {
    ...base,
    state: 'a short name that no Service has',
    objects: [...web, service('orders-db', 'data')],
    never: ['data'],
  },
];

describe('Services of other namespaces', () => {
  it.each(CASES)('$state', async each => {
    await expectDiagnosis(each);
  });
});
