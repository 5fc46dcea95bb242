import { ago, crashing, deployment, healthy, object } from '../testing/cluster';
import { DiagnosisCase, expectDiagnosis } from '../testing/expectDiagnosis';

const web = { kind: 'Deployment', name: 'web' };
const complaint = 'some of the requests to web fail';
const service = (spec: object) =>
  object('Service', 'web', { spec: { clusterIP: '10.0.0.1', ports: [{ port: 80, targetPort: 8080 }], ...spec } });
const listening = { container: { image: 'shop/web:1', ports: [{ containerPort: 8080 }] } };
const worker = (image: string) => healthy('worker', { labels: { tier: 'shop' }, container: { image } });
const front = (image = 'shop/web:1') =>
  healthy('web', { labels: { tier: 'shop' }, container: { image, ports: [{ containerPort: 8080 }] } });
const canary = healthy('canary', {
  labels: { tier: 'shop' },
  container: { image: 'shop/web:2', ports: [{ containerPort: 8080 }] },
});
const statefulSet = (spec: object, status = {}) => {
  const labels = { app: 'queue' };
  const containers = [{ name: 'app', image: 'shop/queue:1' }];
  return [
    object('StatefulSet', 'queue', {
      spec: { replicas: 1, serviceName: 'queue', template: { metadata: { labels }, spec: { containers } }, ...spec },
    }),
    object(
      'Pod',
      'queue-0',
      {
        spec: { nodeName: 'node-1', containers },
        status: {
          phase: 'Running',
          conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: ago(600) }],
          containerStatuses: [
            {
              name: 'app',
              ready: true,
              restartCount: 0,
              state: { running: { startedAt: ago(600) } },
              lastState: {},
              ...status,
            },
          ],
        },
      },
      { owner: ['StatefulSet', 'queue'], labels },
    ),
  ];
};

const CASES: DiagnosisCase[] = [
  {
    state: 'a selector that matches two programs',
    objects: [...front(), ...worker('shop/worker:1'), service({ selector: { tier: 'shop' } })],
    target: web,
    question: complaint,
    category: 'service-port-mismatch',
    culprit: 'Service/web',
    says: ['also selects the pods of Deployment worker', '1 pod of 2', '50 % of the requests'],
    command: '{"selector":{"tier":"shop","app":"web"}}',
  },
  {
    state: 'a selector that matches two programs, and nobody complains',
    objects: [...front(), ...worker('shop/worker:1'), service({ selector: { tier: 'shop' } })],
    target: web,
    question: 'is web all right?',
  },
  {
    state: 'a canary beside the stable version',
    objects: [...front(), ...canary, service({ selector: { tier: 'shop' } })],
    target: web,
    question: complaint,
  },
  {
    state: 'a program that listens on the loopback address',
    objects: [...healthy('web', listening), service({ selector: { app: 'web' } })],
    logs: { 'shop/web-7d4b9-x2x4z/app': 'boot\nlistening on 127.0.0.1:8080' },
    target: { kind: 'Service', name: 'web' },
    question: 'calls to web get connection refused',
    category: 'service-port-mismatch',
    culprit: 'Deployment/web',
    says: ['listens on 127.0.0.1 only', 'has to listen on 0.0.0.0'],
  },
  {
    state: 'a program that listens on every address',
    objects: [...healthy('web', listening), service({ selector: { app: 'web' } })],
    logs: { 'shop/web-7d4b9-x2x4z/app': 'boot\nlistening on 0.0.0.0:8080\nadmin listening on 127.0.0.1:9000' },
    target: { kind: 'Service', name: 'web' },
    question: 'calls to web get connection refused',
  },
  {
    state: 'a program that says it listens elsewhere than declared',
    objects: [...healthy('web', listening), service({ selector: { app: 'web' } })],
    logs: { 'shop/web-7d4b9-x2x4z/app': 'Tomcat started on port 8081 (http)' },
    target: web,
    question: 'web refuses all connections',
    category: 'service-port-mismatch',
    culprit: 'Service/web',
    says: ['targetPort 8080', 'listen on 8081'],
    command: '"path":"/spec/ports/0/targetPort","value":8081',
  },
  {
    state: 'a caller that is refused by a program on the loopback address',
    objects: [
      ...healthy('web', listening),
      service({ selector: { app: 'web' } }),
      ...deployment('front', { status: crashing(1), container: { env: [{ name: 'API', value: 'http://web:80' }] } }),
    ],
    logs: {
      'shop/web-7d4b9-x2x4z/app': 'listening on 127.0.0.1:8080',
      'shop/front-7d4b9-x2x4z/app': 'Error: connect ECONNREFUSED web:80',
    },
    target: { kind: 'Deployment', name: 'front' },
    category: 'service-port-mismatch',
    culprit: 'Deployment/web',
    says: ['127.0.0.1:8080', 'This is why Deployment front does not work'],
  },
  {
    state: 'a port of another protocol',
    objects: [
      ...healthy('web', { container: { ports: [{ containerPort: 8080, protocol: 'UDP' }] } }),
      service({ selector: { app: 'web' } }),
    ],
    target: web,
    question: 'nobody reaches web',
    category: 'service-port-mismatch',
    culprit: 'Service/web',
    says: ['port 80 as TCP, its pods as UDP'],
  },
  {
    state: 'a second port that is not declared',
    objects: [
      ...healthy('web', listening),
      service({ selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }, { port: 9102 }] }),
    ],
  },
  {
    state: 'an alias of a Service that is not there',
    objects: [
      ...deployment('front', { status: crashing(1), container: { env: [{ name: 'API', value: 'http://web:80' }] } }),
      object('Service', 'web', { spec: { type: 'ExternalName', externalName: 'webb.shop.svc.cluster.local' } }),
    ],
    logs: { 'shop/front-7d4b9-x2x4z/app': 'Error: getaddrinfo ENOTFOUND web' },
    target: { kind: 'Deployment', name: 'front' },
    category: 'dns',
    culprit: 'Service/web',
    says: ['ExternalName', 'no Service webb in namespace shop'],
  },
  {
    state: 'an alias of a host outside',
    objects: [object('Service', 'web', { spec: { type: 'ExternalName', externalName: 'api.example.com' } })],
    target: { kind: 'Service', name: 'web' },
    question: 'nobody reaches web',
  },
  {
    state: 'a load balancer that nobody makes',
    objects: [...healthy('web', listening), service({ type: 'LoadBalancer', selector: { app: 'web' } })],
    target: { kind: 'Service', name: 'web' },
    question: 'web has no public address',
    category: 'service-no-endpoints',
    culprit: 'Service/web',
    says: ['EXTERNAL-IP is pending'],
  },
  {
    state: 'a load balancer that nobody misses',
    objects: [...healthy('web', listening), service({ type: 'LoadBalancer', selector: { app: 'web' } })],
  },
  {
    state: 'traffic to pods that are not ready',
    objects: [
      ...healthy('web', listening),
      ...deployment('slow', {
        labels: { app: 'web' },
        status: { ready: false, started: true, state: { running: { startedAt: ago(9) } } },
      }),
      service({ selector: { app: 'web' }, publishNotReadyAddresses: true }),
    ],
    target: { kind: 'Service', name: 'web' },
    question: complaint,
    category: 'service-no-endpoints',
    culprit: 'Service/web',
    says: ['publishNotReadyAddresses', '1 of its 2 pods'],
  },
  {
    state: 'a StatefulSet without its headless Service, called by the name of a pod',
    objects: [
      ...statefulSet({}),
      ...deployment('front', {
        status: crashing(1),
        container: { env: [{ name: 'QUEUE', value: 'amqp://queue-0.queue:5672' }] },
      }),
    ],
    logs: { 'shop/front-7d4b9-x2x4z/app': 'Error: getaddrinfo ENOTFOUND queue-0.queue' },
    target: { kind: 'Deployment', name: 'front' },
    category: 'dns',
    culprit: 'StatefulSet/queue',
    says: ['Service does not exist', 'queue-0.queue'],
  },
  {
    state: 'a StatefulSet whose Service is not headless, and whose members look for each other',
    objects: [
      ...statefulSet({}, crashing(1)),
      object('Service', 'queue', {
        spec: { clusterIP: '10.0.0.7', selector: { app: 'queue' }, ports: [{ port: 5672 }] },
      }),
    ],
    logs: { 'shop/queue-0/app': 'fatal: peer lookup failed: dial tcp: lookup queue-1.queue: no such host' },
    target: { kind: 'StatefulSet', name: 'queue' },
    category: ['dns', 'crash-loop-app-error'],
    culprit: 'StatefulSet/queue',
    says: ['is not headless', 'queue-0.queue'],
  },
  {
    state: 'a StatefulSet with a headless Service',
    objects: [
      ...statefulSet({}),
      object('Service', 'queue', { spec: { clusterIP: 'None', selector: { app: 'queue' }, ports: [{ port: 5672 }] } }),
    ],
    target: { kind: 'StatefulSet', name: 'queue' },
    question: 'queue is slow',
  },
  {
    state: 'a StatefulSet without its headless Service, which nobody misses',
    objects: statefulSet({}),
  },
];

describe('Services', () => {
  it.each(CASES.map(each => [each.state, each] as const))('%s', async (_state, each) => {
    expect((await expectDiagnosis(each)).rootCause).not.toBe('');
  });
});
