import { ago, healthy, object } from '../testing/cluster';
import { DiagnosisCase, expectDiagnosis } from '../testing/expectDiagnosis';

const target = { kind: 'Ingress', name: 'web' };
const service = (name: string) => object('Service', name, { spec: { selector: { app: name }, ports: [{ port: 80 }] } });
const base = [...healthy('web', { container: { ports: [{ containerPort: 80 }] } }), service('web')];
const ingressClass = (name: string, annotations = {}) =>
  object(
    'IngressClass',
    name,
    { spec: { controller: 'example.com/ingress' }, metadata: { namespace: undefined } },
    { annotations },
  );
const ingress = (name: string, spec: object = {}, more: object = {}) =>
  object('Ingress', name, {
    spec: {
      ingressClassName: 'nginx',
      rules: [
        {
          host: 'shop.example.com',
          http: { paths: [{ path: '/', backend: { service: { name: 'web', port: { number: 80 } } } }] },
        },
      ],
      ...spec,
    },
    ...more,
  });
const toApi = {
  rules: [
    {
      host: 'shop.example.com',
      http: { paths: [{ path: '/', backend: { service: { name: 'api', port: { number: 80 } } } }] },
    },
  ],
};
const api = [...healthy('api', { container: { ports: [{ containerPort: 80 }] } }), service('api')];
const found = { category: 'ingress-misconfig', culprit: 'Ingress/web' };

const CASES: DiagnosisCase[] = [
  {
    state: 'a class that does not exist',
    objects: [...base, ingressClass('nginx-public'), ingress('web')],
    ...found,
    says: ['IngressClass nginx, which does not exist', 'there is nginx-public'],
  },
  {
    state: 'a class that exists',
    objects: [...base, ingressClass('nginx'), ingress('web')],
    target,
    question: 'no answer from web',
  },
  {
    state: 'a class where none could be read',
    objects: [...base, ingress('web')],
    target,
    question: 'no answer from web',
  },
  {
    state: 'no class, and none by default',
    objects: [...base, ingressClass('nginx'), ingress('web', { ingressClassName: undefined })],
    target,
    ...found,
    says: ['no IngressClass is marked as the default (there is nginx)'],
  },
  {
    state: 'no class, and one by default',
    objects: [
      ...base,
      ingressClass('nginx', { 'ingressclass.kubernetes.io/is-default-class': 'true' }),
      ingress('web', { ingressClassName: undefined }),
    ],
    target,
    question: 'no answer from web',
  },
  {
    state: 'two with one host and path',
    objects: [
      ...base,
      ...api,
      ingress('web', {}, { metadata: { creationTimestamp: ago(60) } }),
      ingress('other', toApi),
    ],
    target,
    question: 'shop.example.com shows another application',
    category: 'ingress-misconfig',
    culprit: 'Ingress/other',
    says: ['both route shop.example.com/', 'to api:80 and to web:80'],
  },
  {
    state: 'a canary of one host and path',
    objects: [
      ...base,
      ...api,
      ingress('web'),
      ingress('other', toApi, { metadata: { annotations: { 'nginx.ingress.kubernetes.io/canary': 'true' } } }),
    ],
    target,
    question: 'shop.example.com shows another application',
  },
  {
    state: 'a host without a certificate',
    objects: [...base, ingress('web', { tls: [{ hosts: ['example.com', '*.shop.example.com'], secretName: 'cert' }] })],
    target,
    question: 'browsers reject the certificate of shop.example.com',
    category: 'tls-certificate',
    culprit: 'Ingress/web',
    says: ['no certificate for shop.example.com', 'names only example.com and *.shop.example.com'],
  },
  {
    state: 'a certificate of which only the Secret can be wrong',
    objects: [...base, ingress('web', { tls: [{ hosts: ['*.example.com'], secretName: 'cert' }] })],
    target,
    question: 'browsers reject the certificate of shop.example.com',
    ...found,
    says: ['from Secret cert', 'likely and not proven'],
    never: ['has no certificate for'],
    command: 'kubectl -n shop describe secret/cert',
  },
  {
    state: 'a certificate that nobody complains about',
    objects: [...base, ingress('web', { tls: [{ hosts: ['*.example.com'], secretName: 'cert' }] })],
    target,
    question: 'is the certificate of web all right?',
  },
];

describe('ingressRouting', () => {
  it.each(CASES.map(each => [each.state, each] as const))('%s', async (_state, each) => {
    expect((await expectDiagnosis(each)).rootCause).not.toBe('');
  });
});
