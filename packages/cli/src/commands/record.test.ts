/** @jest-environment node */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kubeconfigFor, openSnapshot, ReplayedCluster, startReplayServer } from '@triage/cluster-replay';
import { runTriage, SHOP } from '../testing/runTriage';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'triage-record-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

jest.setTimeout(60_000);

describe('triage record, triage scenario new', () => {
  it('make a scenario of a running cluster', async () => {
    const snapshot = await openSnapshot(SHOP);
    const server = await startReplayServer({ clusters: [{ name: 'shop', snapshot }] });
    const kubeconfig = join(folder, 'kubeconfig');
    await writeFile(kubeconfig, kubeconfigFor(server.clusters));
    const recording = join(folder, 'incident.tar.gz');
    try {
      const recorded = await runTriage(['record', recording, '--kubeconfig', kubeconfig, '-n', 'shop', 'data']);
      expect(recorded.code).toBe(0);
      expect(recorded.stdout).toMatch(/incident\.tar\.gz: \d+ objects and \d+ logs of namespace shop, data/);
      expect(recorded.stderr).toMatch(/^\d+ of \d+ kinds: 9 pods$/m);
    } finally {
      await server.close();
      await snapshot.close();
    }
    expect((await readdir(folder)).sort()).toEqual(['incident.tar.gz', 'kubeconfig']);

    const scenarios = join(folder, 'scenarios');
    const made = await runTriage([
      ...['scenario', 'new', join(scenarios, 'cart'), '-s', recording, '-n', 'shop', '-t', 'deploy/cart'],
    ]);
    expect({ code: made.code, stderr: made.stderr }).toEqual({ code: 0, stderr: '' });
    expect(made.stdout).toContain('expected.json');
    expect(made.stdout).not.toContain('was not made by triage record');
    const file = join(scenarios, 'cart', 'expected.json');
    const { draft, ...expected } = JSON.parse(await readFile(file, 'utf8'));
    expect(draft).toBe(true);
    expect(expected).toMatchObject({
      id: 'cart',
      namespace: 'shop',
      target: { kind: 'Deployment', name: 'cart' },
      healthy: false,
      rootCause: { category: 'startup-probe', resource: { kind: 'Deployment', name: 'cart' } },
    });
    const drafted = await runTriage(['eval', scenarios, '--min', '0']);
    expect(drafted).toMatchObject({ code: 4, stdout: expect.stringContaining('draft: not judged') });

    await writeFile(file, JSON.stringify(expected));
    await expect(runTriage(['eval', scenarios, '--min', '1'])).resolves.toMatchObject({ code: 0, stderr: '' });
  });

  it('can be interrupted, and go on', async () => {
    const snapshot = await openSnapshot(SHOP);
    const cluster = await ReplayedCluster.create(snapshot, { name: 'shop' });
    let interrupt: (() => void) | undefined;
    const server = createServer(async (request, response) => {
      if (interrupt && request.url!.includes('/events')) {
        // never answered
        setTimeout(interrupt, 200);
        return;
      }
      const answer = await cluster.fetch(request.url!, { headers: request.headers as Record<string, string> });
      response
        .writeHead(answer.status, Object.fromEntries(answer.headers))
        .end(Buffer.from(await answer.arrayBuffer()));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const kubeconfig = join(folder, 'kubeconfig');
    await writeFile(kubeconfig, kubeconfigFor([{ name: 'shop', url }]));
    const args = ['record', join(folder, 'out'), '--kubeconfig', kubeconfig, '-n', 'shop'];
    try {
      const stopped = await runTriage(args, '', {
        onStart: kill => {
          interrupt = kill;
        },
      });
      expect(stopped).toMatchObject({ code: 130, stdout: '' });
      expect(stopped.stderr).toContain('Interrupted. What is complete is kept');
      expect(await readdir(join(folder, 'out', 'unfinished'))).toContain('v1_pods.ndjson');

      interrupt = undefined;
      await expect(runTriage(args)).resolves.toMatchObject({ code: 0, stdout: expect.stringContaining('objects and') });
      expect(await readdir(join(folder, 'out'))).toContain('recording.json');
    } finally {
      server.closeAllConnections();
      server.close();
      await snapshot.close();
    }
  });

  it('say what a recording of others may hold, and overwrite nothing', async () => {
    const scenario = join(folder, 'cart');
    const made = await runTriage(['scenario', 'new', scenario, '--snapshot', SHOP, '-n', 'shop']);
    expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining('was not made by triage record') });
    await expect(runTriage(['scenario', 'new', scenario, '-s', SHOP, '-n', 'shop'])).resolves.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('has an expected.json already'),
    });
    await expect(runTriage(['record', scenario, '--snapshot', SHOP])).resolves.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is not empty'),
    });
  });

  it.each([
    [2, /This recording has no namespace shopp/, ['scenario', 'new', 'x', '-s', SHOP, '-n', 'shopp']],
    [2, /Say which namespace it is about/, ['scenario', 'new', 'x', '-s', SHOP]],
    [2, /required option '-s, --snapshot/, ['scenario', 'new', 'x']],
    [3, /There is no snapshot at \/nope/, ['scenario', 'new', 'x', '-s', '/nope']],
    [3, /has no namespace shopp/, ['record', 'x', '-s', SHOP, '-n', 'shopp']],
    [2, /cannot be used with/, ['record', 'x', '-s', SHOP, '-n', 'shop', '--all-namespaces']],
    [2, /a whole number from 1/, ['record', 'x', '-s', SHOP, '--max-log-bytes', '0']],
    [2, /missing required argument 'out'/, ['record', '-s', SHOP]],
  ])('end with %d and the sentence %p', async (expected, sentence, args) => {
    const named = args.map(arg => (arg === 'x' ? join(folder, 'x') : arg));
    const { code, stdout, stderr } = await runTriage(named);
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(await readdir(folder)).toEqual([]);
  });
});
