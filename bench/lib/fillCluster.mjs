import https from 'node:https';
import { createRequire } from 'node:module';
import { Random } from './Random.mjs';

/**
 * node bench/lib/fillCluster.mjs KUBECONFIG fill|empty [PODS] [NAMESPACES]: puts pods that no scheduler takes into
 * namespaces bench-0, bench-1, … of a test cluster and writes their status, as a kubelet would: ready, but for each
 * two-hundredth in a crash loop. `empty` deletes the namespaces.
 */
const [kubeconfig, order, pods = '10000', namespaces = '40'] = process.argv.slice(2);
const IN_FLIGHT = 32;

const { KubeConfig } = createRequire(import.meta.url)('@kubernetes/client-node');
const config = new KubeConfig();
config.loadFromFile(kubeconfig);
const options = {};
await config.applyToHTTPSOptions(options);
const agent = new https.Agent({
  keepAlive: true,
  maxSockets: IN_FLIGHT,
  ca: options.ca,
  cert: options.cert,
  key: options.key,
});

function send(method, path, body, type = 'application/json') {
  return new Promise((resolve, reject) => {
    const headers = { ...options.headers, 'content-type': type };
    const request = https.request(
      new URL(path, config.getCurrentCluster().server),
      { method, headers, agent },
      response => {
        let text = '';
        response.on('data', chunk => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode, text }));
      },
    );
    request.on('error', reject);
    request.end(body && JSON.stringify(body));
  });
}

/** Again while the server is busy, or a namespace has no service account yet. */
async function must(method, path, body, type) {
  for (let attempt = 0; ; attempt++) {
    const { status, text } = await send(method, path, body, type);
    if (status < 300 || status === 409 || status === 404) return;
    if (attempt === 20) throw new Error(`${method} ${path}: ${status} ${text.slice(0, 300)}`);
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}

async function inParallel(count, work) {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
}

const placeOf = i => `bench-${i % Number(namespaces)}`;

function container(i) {
  return {
    name: 'app',
    image: `registry.example/app-${i % 500}:1.0`,
    command: ['/bin/app', '--listen=:8080'],
    env: Array.from({ length: 12 }, (_, n) => ({ name: `SETTING_${n}`, value: `value-${n}` })),
    ports: [{ name: 'http', containerPort: 8080 }],
    resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } },
    readinessProbe: { httpGet: { path: '/ready', port: 'http' } },
    livenessProbe: { httpGet: { path: '/live', port: 'http' } },
  };
}

function statusOf(i) {
  const ready = i % 200 !== 0;
  const now = new Date().toISOString();
  const condition = (type, status) => ({ type, status, lastTransitionTime: now });
  return {
    phase: 'Running',
    startTime: now,
    podIP: `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`,
    conditions: [
      condition('Initialized', 'True'),
      condition('Ready', ready ? 'True' : 'False'),
      condition('ContainersReady', ready ? 'True' : 'False'),
      condition('PodScheduled', 'True'),
    ],
    containerStatuses: [
      {
        name: 'app',
        image: container(i).image,
        imageID: '',
        ready,
        restartCount: ready ? 0 : 9,
        ...(ready
          ? { state: { running: { startedAt: now } } }
          : {
              state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 5m0s restarting failed container' } },
              lastState: { terminated: { exitCode: 1, reason: 'Error', startedAt: now, finishedAt: now } },
            }),
      },
    ],
  };
}

if (order === 'empty') {
  await inParallel(Number(namespaces), i => must('DELETE', `/api/v1/namespaces/bench-${i}`));
} else {
  const random = new Random(20261120);
  const names = Array.from({ length: Number(pods) }, (_, i) => `app-${i}-${random.suffix(9)}-${random.suffix()}`);
  await inParallel(Number(namespaces), i => must('POST', '/api/v1/namespaces', { metadata: { name: `bench-${i}` } }));
  await inParallel(names.length, async i => {
    const path = `/api/v1/namespaces/${placeOf(i)}/pods`;
    const metadata = { name: names[i], labels: { 'app.kubernetes.io/name': `app-${i % 500}` } };
    const spec = { schedulerName: 'none', terminationGracePeriodSeconds: 0, containers: [container(i)] };
    await must('POST', path, { metadata, spec });
    await must('PATCH', `${path}/${names[i]}/status`, { status: statusOf(i) }, 'application/merge-patch+json');
  });
}
agent.destroy();
