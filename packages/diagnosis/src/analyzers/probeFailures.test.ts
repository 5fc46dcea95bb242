import { ago, crashing, deployment, event, healthy, object } from '../testing/cluster';
import { DiagnosisCase, expectDiagnosis } from '../testing/expectDiagnosis';

const POD = 'web-7d4b9-x2x4z';
const culprit = 'Deployment/web';
const category = 'readiness-probe';
const running = { ready: false, started: true, restartCount: 0, state: { running: { startedAt: ago(300) } } };
const noFile = (program: string) =>
  `errored and resulted in unknown state: rpc error: code = Unknown desc = failed to exec in container: failed to start exec "a1": OCI runtime exec failed: exec failed: unable to start container process: exec: "${program}": executable file not found in $PATH`;
const unready = (readinessProbe: object, message: string, { container = {}, ...rest }: any = {}) => [
  ...deployment('web', { status: running, container: { readinessProbe, ...container }, ...rest }),
  event('Pod', POD, 'Unhealthy', `Readiness probe ${message}`),
];
const http = { httpGet: { path: '/ready', port: 8080 } };
const refused = 'failed: Get "http://10.1.0.4:8080/ready": dial tcp 10.1.0.4:8080: connect: connection refused';
const says = (line: string) => ({ [`shop/${POD}/app`]: line });

const CASES: DiagnosisCase[] = [
  {
    state: 'a command that is not in the image',
    objects: unready({ exec: { command: ['curl', '-f', 'localhost'] } }, noFile('curl')),
    category,
    culprit,
    says: ['fails: rpc error', 'The image has no curl', 'whatever the state of the program'],
  },
  {
    state: 'a shell that does not find what it calls',
    objects: unready({ exec: { command: ['sh', '-c', 'wget -q localhost'] } }, 'failed: sh: 1: wget: not found'),
    category,
    culprit,
    says: ['The image has no wget'],
  },
  {
    state: 'HTTPS to a program that speaks HTTP',
    objects: unready(
      { httpGet: { path: '/', port: 8080, scheme: 'HTTPS' } },
      'failed: Get "https://10.1.0.4:8080/": http: server gave HTTP response to HTTPS client',
    ),
    category,
    culprit,
    says: ['speaks plain HTTP on port 8080'],
  },
  {
    state: 'HTTP to a program that speaks TLS',
    objects: unready({ httpGet: { path: '/', port: 8443 } }, 'failed: HTTP probe failed with statuscode: 400'),
    category,
    culprit,
    says: ['speaks TLS on port 8443', 'scheme HTTPS'],
  },
  {
    state: 'a program that listens on the loopback address',
    objects: unready(http, refused),
    logs: says('boot\nlistening on 127.0.0.1:8080'),
    category,
    culprit,
    says: ['listens on 127.0.0.1:8080, the loopback address', '0.0.0.0'],
  },
  {
    state: 'a program that listens on another port',
    objects: unready(http, refused, { container: { ports: [{ containerPort: 8080 }] } }),
    logs: says('Server listening on :3000'),
    category,
    culprit,
    says: ['listens on port 3000, the probe asks port 8080'],
  },
  {
    state: 'a program that listens where it is asked and is not ready all the same',
    objects: unready(http, 'failed: HTTP probe failed with statuscode: 503'),
    logs: says('Server listening on :8080'),
    category,
    culprit,
    says: ['says itself that it is not ready'],
    never: ['the probe asks port'],
  },
  {
    state: 'the port of another container',
    objects: unready(http, refused, {
      pod: {
        spec: {
          containers: [
            { name: 'app', readinessProbe: http, ports: [{ containerPort: 9000 }] },
            { name: 'proxy', ports: [{ containerPort: 8080 }] },
          ],
        },
      },
    }),
    category,
    culprit,
    says: ['Port 8080 is that of container proxy, this one declares 9000'],
  },
  {
    state: 'a port name that the container has not',
    objects: unready({ httpGet: { port: 'http' } }, 'errored: strconv.Atoi: parsing "http": invalid syntax', {
      container: { ports: [{ name: 'web', containerPort: 80 }] },
    }),
    category,
    culprit,
    says: ['no port named http (it has web 80)'],
  },
  {
    state: 'a gRPC health service that is not there',
    objects: unready(
      { grpc: { port: 9000 } },
      'failed: error: this server does not implement the grpc health protocol',
    ),
    category,
    culprit,
    says: ['grpc.health.v1.Health'],
  },
  {
    state: 'a liveness command that is not in the image, in a pod that looks well',
    objects: [
      ...healthy('web', { container: { livenessProbe: { exec: { command: ['/bin/health'] } } } }),
      event('Pod', POD, 'Unhealthy', `Liveness probe ${noFile('/bin/health')}`),
    ],
    category: 'liveness-probe',
    culprit,
    says: ['The image has no /bin/health', 'nobody watches'],
  },
  {
    state: 'a liveness command that failed once while the container started',
    objects: [
      ...healthy('web', { container: { livenessProbe: { exec: { command: ['/bin/health'] } } } }),
      event('Pod', POD, 'Unhealthy', 'Liveness probe failed: not yet', { count: 1 }),
    ],
  },
  {
    state: 'a startup command that is not in the image',
    objects: [
      ...deployment('web', {
        status: { ...running, started: false },
        container: { startupProbe: { exec: { command: ['pg_isready'] } } },
      }),
      event('Pod', POD, 'Unhealthy', `Startup probe ${noFile('pg_isready')}`),
    ],
    category: 'startup-probe',
    culprit,
    says: ['The image has no pg_isready', 'does not count as started'],
  },
  {
    state: 'a liveness probe that kills during the start',
    objects: [
      ...deployment('web', {
        status: crashing(137, 'Error', { startedAt: ago(90), finishedAt: ago(55) }),
        container: { livenessProbe: { ...http, periodSeconds: 5 } },
      }),
      event('Pod', POD, 'Killing', 'Container app failed liveness probe, will be restarted'),
      event('Pod', POD, 'Unhealthy', `Liveness probe ${refused}`),
    ],
    logs: says('loading the catalogue'),
    category: 'liveness-probe',
    culprit,
    says: ['ended 35 s after its start', 'a startup probe has to give it the time'],
  },
  {
    state: 'a liveness probe that kills after hours',
    objects: [
      ...deployment('web', {
        status: crashing(137, 'Error', { startedAt: ago(9_000), finishedAt: ago(55) }),
        container: { livenessProbe: { ...http, periodSeconds: 5 } },
      }),
      event('Pod', POD, 'Killing', 'Container app failed liveness probe, will be restarted'),
      event('Pod', POD, 'Unhealthy', 'Liveness probe failed: context deadline exceeded'),
    ],
    logs: says('serving'),
    category: 'liveness-probe',
    culprit,
    never: ['after its start'],
  },
  {
    state: 'a probe that asks the wrong port, while the log complains of something else',
    objects: [
      ...unready(http, refused, { container: { env: [{ name: 'C', value: 'redis://cache:6379' }] } }),
      object('Service', 'cache', { spec: { selector: { app: 'cache' }, ports: [{ port: 6379 }] } }),
    ],
    logs: says('Server listening on :3000\nwarn could not reach cache:6379: connection refused, continuing without'),
    category,
    culprit,
    says: ['the probe asks port 8080'],
  },
];

describe('probes that cannot succeed', () => {
  it.each(CASES.map(each => [each.state, each] as const))('%s', async (_state, each) => {
    expect((await expectDiagnosis(each)).rootCause).not.toBe('');
  });
});
