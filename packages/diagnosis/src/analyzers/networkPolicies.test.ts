import { crashing, deployment, healthy, object } from '../testing/cluster';
import { DiagnosisCase, expectDiagnosis } from '../testing/expectDiagnosis';

const POD = 'web-7d4b9-x2x4z';
const target = { kind: 'Deployment', name: 'web' };
const timeout = { [`shop/${POD}/app`]: 'Error: connect ETIMEDOUT db:80' };
const noName = { [`shop/${POD}/app`]: 'Error: getaddrinfo EAI_AGAIN db' };

/** web calls db:80, which its pods serve on 5432 (named `pg`). */
function callers(policies: object[], podIP = '10.1.0.7') {
  const [deploy, replicaSet, pod] = healthy('db', { container: { ports: [{ name: 'pg', containerPort: 5432 }] } });
  return [
    ...deployment('web', { status: crashing(1), container: { env: [{ name: 'DB', value: 'http://db:80' }] } }),
    deploy,
    replicaSet,
    { ...pod, status: { ...pod.status, podIP } },
    object('Service', 'db', {
      spec: { clusterIP: '10.0.0.1', selector: { app: 'db' }, ports: [{ port: 80, targetPort: 'pg' }] },
    }),
    object('Namespace', 'shop', { metadata: { labels: { team: 'shop' } } }),
    ...policies.map((spec, index) => object('NetworkPolicy', `policy-${index}`, { spec })),
  ];
}

const toDb = { podSelector: { matchLabels: { app: 'db' } }, policyTypes: ['Ingress'] };
const ofWeb = { podSelector: { matchLabels: { app: 'web' } }, policyTypes: ['Egress'] };
const dns = { ports: [{ port: 53, protocol: 'UDP' }] };
const fromWeb = { from: [{ podSelector: { matchLabels: { app: 'web' } } }] };

const blocked = { target, category: 'network-policy', culprit: 'NetworkPolicy/policy-0' };
const open = { target, category: 'dependency-down', culprit: 'Deployment/web', never: ['NetworkPolicy'] };

const CASES: DiagnosisCase[] = [
  {
    state: 'another port than that of the pod',
    objects: callers([{ ...toDb, ingress: [{ ...fromWeb, ports: [{ port: 80 }] }] }]),
    logs: timeout,
    ...blocked,
    says: ['on port 5432: it only allows port 80', 'Policies see the port of the pod, 5432, and not port 80'],
  },
  {
    state: 'the port of the pod by its name',
    objects: callers([{ ...toDb, ingress: [{ ...fromWeb, ports: [{ port: 'pg' }] }] }]),
    logs: timeout,
    ...open,
  },
  {
    state: 'a name that no port has',
    objects: callers([{ ...toDb, ingress: [{ ...fromWeb, ports: [{ port: 'postgres' }] }] }]),
    logs: timeout,
    ...blocked,
    says: ['it only allows port postgres'],
  },
  {
    state: 'the port over UDP only',
    objects: callers([{ ...toDb, ingress: [{ ...fromWeb, ports: [{ port: 5432, protocol: 'UDP' }] }] }]),
    logs: timeout,
    ...blocked,
    says: ['5432 UDP'],
  },
  {
    state: 'a namespace label that the namespace has not',
    objects: callers([{ ...toDb, ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: 'web' } } }] }] }]),
    logs: timeout,
    ...blocked,
    says: ['in namespaces labelled team=web', 'namespace shop is labelled', 'team=shop'],
  },
  {
    state: 'a namespace label that every namespace has',
    objects: callers([
      {
        ...toDb,
        ingress: [{ from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } }] }],
      },
    ]),
    logs: timeout,
    ...open,
  },
  {
    state: 'an address range with the pod excepted',
    objects: callers([
      { ...ofWeb, egress: [dns, { to: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }] }] },
    ]),
    logs: timeout,
    ...blocked,
    says: ['does not let Deployment web out to db', '10.0.0.0/8 except 10.1.0.0/16'],
  },
  {
    state: 'an address range that holds the pod',
    objects: callers([
      { ...ofWeb, egress: [dns, { to: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.2.0.0/16'] } }] }] },
    ]),
    logs: timeout,
    ...open,
  },
  {
    state: 'egress without DNS',
    objects: callers([{ ...ofWeb, egress: [{ to: [{ podSelector: { matchLabels: { app: 'db' } } }] }] }]),
    logs: noName,
    ...blocked,
    says: ['out to DNS (port 53, UDP and TCP)', 'no host name resolves'],
  },
  {
    state: 'egress with DNS over TCP only',
    objects: callers([{ ...ofWeb, egress: [{ ports: [{ port: 53 }, { port: 5432 }] }] }]),
    logs: noName,
    ...blocked,
    says: ['over UDP; it allows TCP only'],
  },
  {
    state: 'egress with DNS, in a namespace whose labels are not known',
    objects: callers([
      {
        ...ofWeb,
        egress: [
          { to: [{ podSelector: { matchLabels: { app: 'db' } } }] },
          {
            to: [{ namespaceSelector: { matchLabels: { name: 'kube-system' } } }],
            ports: [{ port: 53, protocol: 'UDP' }],
          },
        ],
      },
    ]),
    logs: noName,
    target,
    category: 'dns',
    culprit: 'Deployment/web',
    never: ['NetworkPolicy'],
  },
  {
    state: 'the egress of the client closed, the ingress of the server open',
    objects: callers([
      { ...ofWeb, egress: [] },
      { ...toDb, ingress: [fromWeb] },
    ]),
    logs: timeout,
    ...blocked,
    says: ['out to db on port 5432: it allows no egress at all'],
  },
  {
    state: 'two policies of which one lets it in',
    objects: callers([
      { podSelector: {}, policyTypes: ['Ingress'] },
      { ...toDb, ingress: [fromWeb] },
    ]),
    logs: timeout,
    ...open,
  },
  {
    state: 'a default-deny without a rule beside it',
    objects: [
      ...healthy('web'),
      object('Service', 'web', { spec: { selector: { app: 'web' }, ports: [{ port: 80 }] } }),
      object('NetworkPolicy', 'policy-0', { spec: { podSelector: {}, policyTypes: ['Ingress'] } }),
    ],
    question: 'web times out for everybody',
    ...blocked,
    says: ['allows no ingress at all', 'every connection to Service web is dropped'],
  },
  {
    state: 'a default-deny that nobody complains about',
    objects: [
      ...healthy('web'),
      object('Service', 'web', { spec: { selector: { app: 'web' }, ports: [{ port: 80 }] } }),
      object('NetworkPolicy', 'policy-0', { spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] } }),
    ],
    target,
  },
  {
    state: 'a crash that has nothing to do with the policy',
    objects: callers([{ ...toDb, ingress: [] }]),
    logs: { [`shop/${POD}/app`]: 'SyntaxError: Unexpected token in JSON at position 4' },
    target,
    category: ['crash-loop-app-error', 'config-invalid', 'crash-loop-config'],
    culprit: 'Deployment/web',
  },
];

describe('networkPolicies', () => {
  it.each(CASES.map(each => [each.state, each] as const))('%s', async (_state, each) => {
    expect((await expectDiagnosis(each)).rootCause).not.toBe('');
  });
});
