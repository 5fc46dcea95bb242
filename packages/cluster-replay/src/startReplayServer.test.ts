import {
  CoreV1Api,
  KubeConfig,
  Log,
  Metrics,
  AppsV1Api,
  AuthorizationV1Api,
  makeInformer,
  topPods,
} from '@kubernetes/client-node';
import { request } from 'node:http';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { kubeconfigFor } from './kubeconfigFor';
import { openSnapshot } from './snapshot/openSnapshot';
import { Snapshot } from './snapshot/Snapshot';
import { ReplayServer, ReplayServerOptions, startReplayServer } from './startReplayServer';

const FIXTURE = join(__dirname, '__fixtures__/shop');

let snapshot: Snapshot;
let server: ReplayServer | undefined;
beforeAll(async () => {
  snapshot = await openSnapshot(FIXTURE);
});
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function start(cluster: Partial<ReplayServerOptions['clusters'][0]> = {}) {
  server = await startReplayServer({ clusters: [{ name: 'shop', snapshot, ...cluster }] });
  return server.clusters[0].url;
}

function configFor(url: string, token?: string): KubeConfig {
  const config = new KubeConfig();
  config.loadFromString(kubeconfigFor([{ name: 'shop', url, token }]));
  return config;
}

function get(url: string, headers: Record<string, string> = {}): Promise<{ status?: number; body: string }> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, response => {
      text(response).then(body => resolve({ status: response.statusCode, body }), reject);
    })
      .on('error', reject)
      .end();
  });
}

describe('startReplayServer', () => {
  it('serves several clusters, each on its port', async () => {
    server = await startReplayServer({
      clusters: [
        { name: 'a', snapshot },
        { name: 'b', snapshot, port: 0 },
      ],
    });
    const [a, b] = server.clusters;
    expect([a.name, b.name]).toEqual(['a', 'b']);
    expect(a.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(a.url).not.toBe(b.url);
    for (const { url } of server.clusters) {
      expect(JSON.parse((await get(`${url}/version`)).body)).toMatchObject({ gitVersion: 'v1.34.4' });
    }
  });

  it('says in one sentence that a port is taken, and leaves nothing running', async () => {
    const url = await start();
    const port = Number(new URL(url).port);
    const other = startReplayServer({
      clusters: [
        { name: 'free', snapshot },
        { name: 'taken', snapshot, port },
      ],
    });
    await expect(other).rejects.toThrow(
      `Port ${port} of 127.0.0.1 is taken: stop what listens there, or choose another port.`,
    );
  });

  it('answers under loopback names only', async () => {
    const url = await start();
    expect((await get(`${url}/version`, { host: 'localhost:1' })).status).toBe(200);
    expect((await get(`${url}/version`, { host: '[::1]:1' })).status).toBe(200);
    expect((await get(`${url}/version`, { host: 'shop.example.test' })).status).toBe(403);
  });

  it('ends open watches when it is closed', async () => {
    const url = await start();
    const watch = get(`${url}/api/v1/pods?watch=true&resourceVersion=5`).catch(error => error);
    await get(`${url}/version`);
    await server!.close();
    expect(await watch).toMatchObject({ code: 'ECONNRESET' });
  });
});

describe('with @kubernetes/client-node', () => {
  it('lists, gets and selects', async () => {
    const config = configFor(await start());
    const core = config.makeApiClient(CoreV1Api);
    const pods = await core.listNamespacedPod({ namespace: 'shop', fieldSelector: 'status.phase=Pending' });
    expect(pods.items.map(pod => pod.metadata?.name)).toEqual(['prices-5bc849b9bb-t5ppb', 'video-769c49584b-wxhkl']);
    const deployment = await config
      .makeApiClient(AppsV1Api)
      .readNamespacedDeployment({ namespace: 'shop', name: 'web' });
    expect(deployment.spec?.replicas).toBe(2);
    await expect(core.readNamespacedPod({ namespace: 'shop', name: 'nope' })).rejects.toMatchObject({ code: 404 });
  });

  it('reads logs', async () => {
    const config = configFor(await start());
    const stream = new PassThrough();
    const content = text(stream);
    await new Log(config).log('shop', 'hooks-7bd8fd98fb-kjlsk', 'hooks', stream, { tailLines: 2 });
    expect((await content).trim().split('\n')).toHaveLength(2);
  });

  it('keeps an informer in step', async () => {
    const config = configFor(await start());
    const core = config.makeApiClient(CoreV1Api);
    const informer = makeInformer(config, '/api/v1/namespaces/data/pods', () =>
      core.listNamespacedPod({ namespace: 'data' }),
    );
    const added: string[] = [];
    informer.on('add', pod => added.push(pod.metadata!.name!));
    informer.on('error', () => {});
    await informer.start();
    expect(added).toEqual(['jobs-0', 'users-0']);
    await informer.stop();
  });

  it('reads metrics as the kubernetes plugin of Backstage does', async () => {
    const config = configFor(await start());
    const pods = await topPods(config.makeApiClient(CoreV1Api), new Metrics(config), 'shop');
    expect(pods.length).toBeGreaterThan(0);
    expect(pods.some(pod => Number(pod.Memory.CurrentUsage) > 0)).toBe(true);
  });

  it('sends the token of a user', async () => {
    const url = await start({
      tokens: [
        {
          name: 'dev',
          token: 'dev/token',
          allow: [{ verbs: ['list'], apiGroups: [''], resources: ['pods'], namespaces: ['shop'] }],
        },
      ],
    });
    const config = configFor(url, 'dev/token');
    const core = config.makeApiClient(CoreV1Api);
    expect((await core.listNamespacedPod({ namespace: 'shop' })).items.length).toBeGreaterThan(0);
    await expect(core.listNamespacedPod({ namespace: 'data' })).rejects.toMatchObject({ code: 403 });
    const review = await config.makeApiClient(AuthorizationV1Api).createSelfSubjectAccessReview({
      body: { spec: { resourceAttributes: { verb: 'list', resource: 'pods', namespace: 'shop' } } },
    });
    expect(review.status?.allowed).toBe(true);
    await expect(
      configFor(url, 'other').makeApiClient(CoreV1Api).listNamespacedPod({ namespace: 'shop' }),
    ).rejects.toMatchObject({ code: 401 });
  });
});
