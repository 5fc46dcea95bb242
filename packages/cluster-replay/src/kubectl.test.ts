import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kubeconfigFor } from './kubeconfigFor';
import { openSnapshot } from './snapshot/openSnapshot';
import { ReplayServer, startReplayServer } from './startReplayServer';

/** Another program than the one on the PATH, to try other versions. */
const KUBECTL = process.env.KUBECTL || 'kubectl';

const installed = spawnSync(KUBECTL, ['version', '--client']).status === 0;
if (!installed) {
  // eslint-disable-next-line no-console
  console.warn(`SKIPPED: the tests with real kubectl, because "${KUBECTL}" is not installed.`);
}
const withKubectl = installed ? describe : describe.skip;

withKubectl('with kubectl (skipped where it is not installed)', () => {
  let folder: string;
  let server: ReplayServer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'replay-kubectl-'));
    const snapshot = await openSnapshot(join(__dirname, '__fixtures__/shop'));
    const rule = { verbs: ['get', 'list'], apiGroups: [''], resources: ['pods'], namespaces: ['shop'] };
    server = await startReplayServer({
      clusters: [
        { name: 'open', snapshot },
        { name: 'guarded', snapshot, tokens: [{ name: 'dev', token: 'dev-token', allow: [rule] }] },
      ],
    });
    const [open, guarded] = server.clusters;
    const config = kubeconfigFor([
      open,
      { ...guarded, token: 'dev-token' },
      { ...guarded, name: 'stranger', token: 'no-token' },
    ]);
    await writeFile(join(folder, 'config'), config);
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  function kubectl(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const common = ['--kubeconfig', join(folder, 'config'), '--cache-dir', join(folder, 'cache'), '-n', 'shop'];
    return new Promise(resolve => {
      execFile(KUBECTL, [...common, ...args], { timeout: 20_000 }, (error, out, err) => {
        resolve({ code: error ? Number(error.code ?? -1) : 0, out, err });
      });
    });
  }

  async function succeeds(...args: string[]): Promise<string> {
    const { code, out, err } = await kubectl(...args);
    // What else kubectl says (defaults it took, nothing found) differs by version
    expect({ args, code, err }).toMatchObject({ code: 0, err: expect.not.stringMatching(/error/i) });
    return out;
  }

  it('gets pods', async () => {
    const out = await succeeds('get', 'pods', '-o', 'wide');
    expect(out).toMatch(/^NAME +READY +STATUS +RESTARTS +AGE +IP +NODE +NOMINATED NODE +READINESS GATES$/m);
    expect(out).toMatch(/^cart-754d589f59-fztj9 +0\/1 +CrashLoopBackOff +3 \(\d+s ago\)/m);
    expect(await succeeds('get', 'pods', '-l', 'app in (x),!y')).toBe('');
    const running = await succeeds('get', 'pods', '--field-selector', 'status.phase=Running', '-o', 'name');
    expect(running).toContain('pod/web-bf86ff4c7-6zd9f\n');
    expect(running).not.toContain('pod/video');
    expect(await succeeds('get', 'po', '--chunk-size=2', '-o', 'name')).toBe(await succeeds('get', 'po', '-o', 'name'));
  }, 60_000);

  it('gets all of everything', async () => {
    const out = await succeeds('get', 'all', '-A');
    for (const part of [
      'pod/',
      'service/',
      'deployment.apps/',
      'replicaset.apps/',
      'statefulset.apps/',
      'job.batch/',
    ]) {
      expect(out).toContain(part);
    }
    expect(await succeeds('get', 'events', '-A')).toMatch(/^NAMESPACE +LAST SEEN +TYPE +REASON +OBJECT +MESSAGE$/m);
    expect(await succeeds('get', 'node,ing,hpa,pvc,ep,endpointslices,cm,secrets,clusterroles', '-A')).toContain(
      'node/node-1',
    );
    expect(await succeeds('api-resources')).toMatch(/^deployments +deploy +apps\/v1 +true +Deployment$/m);
  }, 60_000);

  it('describes, with events', async () => {
    const pod = await succeeds('describe', 'pod', 'cart-754d589f59-fztj9');
    expect(pod).toMatch(/Reason: +CrashLoopBackOff/);
    expect(pod).toMatch(/Events:\n +Type +Reason/);
    expect(await succeeds('describe', 'deploy', 'web')).toMatch(/NewReplicaSet: +web-bf86ff4c7/);
    expect(await succeeds('describe', 'node', 'node-1')).toMatch(/Non-terminated Pods:/);
    expect(await succeeds('explain', 'pod.spec.containers')).toMatch(/imagePullPolicy/);
  }, 60_000);

  it('reads logs', async () => {
    const log = await succeeds('logs', 'hooks-7bd8fd98fb-kjlsk', '-c', 'hooks');
    expect(log).toContain('listening on');
    expect((await succeeds('logs', 'hooks-7bd8fd98fb-kjlsk', '-c', 'hooks', '--tail=1')).trim()).toBe(
      log.trim().split('\n').pop(),
    );
    expect(await succeeds('logs', 'cart-754d589f59-fztj9', '--previous', '--tail=3')).not.toBe('');
    expect(await succeeds('logs', 'deploy/hooks', '--all-containers', '--timestamps')).toMatch(
      /^2026-11-18T11:\d\d:\d\d\.\d{9}Z /m,
    );
    expect((await kubectl('logs', 'web-bf86ff4c7-6zd9f', '--previous')).err).toContain(
      'previous terminated container "web"',
    );
  }, 60_000);

  it('watches until the time is over', async () => {
    const { out } = await kubectl('get', 'pods', '-w', '--request-timeout=2s');
    expect(out.match(/^cart-/gm)).toHaveLength(1);
  }, 60_000);

  it('shows metrics', async () => {
    expect(await succeeds('top', 'pods')).toMatch(/^web-bf86ff4c7-6zd9f +4m +9Mi/m);
    expect(await succeeds('top', 'nodes')).toMatch(/^node-1/m);
  }, 60_000);

  it('is told what is not there, and that nothing can be changed', async () => {
    expect((await kubectl('get', 'pod', 'nope')).err).toBe('Error from server (NotFound): pods "nope" not found\n');
    expect((await kubectl('get', 'nosuch')).err).toBe('error: the server doesn\'t have a resource type "nosuch"\n');
    expect((await kubectl('delete', 'pod', 'cart-754d589f59-fztj9')).err).toMatch(
      /^Error from server \(MethodNotAllowed\): delete is not supported on resources of kind "pods"/,
    );
  }, 60_000);

  it('is asked who it is', async () => {
    expect(await succeeds('auth', 'can-i', 'delete', 'pods')).toBe('yes\n');
    const dev = ['--context', 'guarded'];
    expect(await succeeds(...dev, 'get', 'pods', '-o', 'name')).toContain('pod/cart');
    expect(await succeeds(...dev, 'auth', 'can-i', 'list', 'pods')).toBe('yes\n');
    expect((await kubectl(...dev, 'auth', 'can-i', 'list', 'secrets')).out).toBe('no\n');
    expect((await kubectl(...dev, 'get', 'secrets')).err).toBe(
      'Error from server (Forbidden): secrets is forbidden: User "dev" cannot list resource "secrets" in API group "" in the namespace "shop"\n',
    );
    expect((await kubectl('--context', 'stranger', 'get', 'pods')).err).toContain(
      'You must be logged in to the server',
    );
  }, 60_000);
});
