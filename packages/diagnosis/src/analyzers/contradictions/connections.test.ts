import { crashing, deployment, object } from '../../testing/cluster';
import { DiagnosisCase, expectDiagnosis } from '../../testing/expectDiagnosis';

const logs = (text: string) => ({ 'shop/api-7d4b9-x2x4z/app': `${text}\n` });
const refused = logs('dial tcp: connect to pay:443: connection refused');

function api(hostAliases: object[] = []) {
  const [deploy, ...rest] = deployment('api', { status: crashing(1) });
  const { template } = deploy.spec;
  return [
    {
      ...deploy,
      spec: { ...deploy.spec, template: { ...template, spec: { ...template.spec, hostAliases } } },
    },
    ...rest,
  ];
}
const service = (spec: object) =>
  object('Service', 'pay', { spec: { clusterIP: '10.96.0.7', ports: [{ name: 'https', port: 443 }], ...spec } });
const slice = (managedBy: string, port: object = { name: 'https', port: 8443 }) =>
  object(
    'EndpointSlice',
    'pay-vm',
    { endpoints: [{ addresses: ['10.1.2.3'] }], ports: [port] },
    { labels: { 'kubernetes.io/service-name': 'pay', 'endpointslice.kubernetes.io/managed-by': managedBy } },
  );
const selecting = service({ selector: { app: 'api' } });
const pin = (ip: string, host = 'pay') => [{ ip, hostnames: [host] }];

const CASES: DiagnosisCase[] = [
  {
    state: 'a host that hostAliases pin elsewhere',
    objects: [...api(pin('10.9.9.9')), selecting],
    logs: refused,
    category: 'dependency-down',
    culprit: 'Deployment/api',
    says: ['pins pay to 10.9.9.9', '/etc/hosts', 'Service pay has the address 10.96.0.7'],
  },
  {
    state: 'a host that hostAliases pin to the address of its Service',
    objects: [...api(pin('10.96.0.7')), selecting],
    logs: refused,
    category: 'dependency-down',
    culprit: 'Deployment/api',
    never: ['hostAliases'],
  },
  {
    state: 'hostAliases of another host',
    objects: [...api(pin('10.9.9.9', 'mail')), selecting],
    logs: refused,
    category: 'dependency-down',
    culprit: 'Deployment/api',
    never: ['hostAliases'],
  },
  {
    state: 'addresses set by hand that do not answer',
    objects: [...api(), service({}), slice('payments-team')],
    logs: refused,
    category: 'dependency-down',
    culprit: 'Service/pay',
    says: ['Service pay has no selector', 'EndpointSlice pay-vm', '10.1.2.3 port 8443'],
  },
  {
    state: 'a mirror of Endpoints set by hand',
    objects: [...api(), service({}), slice('endpointslicemirroring-controller.k8s.io')],
    logs: refused,
    category: 'dependency-down',
    culprit: 'Service/pay',
    says: ['Endpoints pay, made by hand'],
  },
  {
    state: 'addresses set by hand under another name of the port',
    objects: [...api(), service({}), slice('payments-team', { name: 'web', port: 443 })],
    logs: refused,
    category: 'dependency-down',
    culprit: 'Service/pay',
    says: ['Its port https has no port of that name there (web)'],
  },
  {
    state: 'a Service without selector and without addresses',
    objects: [...api(), service({})],
    logs: refused,
    category: 'service-no-endpoints',
    culprit: 'Service/pay',
    says: ['it has no endpoints'],
  },
  {
    state: 'addresses set by hand, and a failure that is not about them',
    objects: [...api(), service({}), slice('payments-team')],
    logs: logs('panic: pay: index out of range [3] with length 3'),
    category: 'crash-loop-app-error',
    culprit: 'Deployment/api',
    never: ['has no selector'],
  },
];

describe('connections that fail', () => {
  it.each(CASES)('$state', async each => {
    await expectDiagnosis(each);
  });
});
