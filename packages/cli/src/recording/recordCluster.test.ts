/** @jest-environment node */
import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSnapshot, ReplayedCluster, Snapshot } from '@triage/cluster-replay';
import { clusterHealth, createClusterReader, createRedactor, diagnose, KubernetesFetch } from '@triage/diagnosis';
import { SHOP } from '../testing/runTriage';
import { recordCluster, RecordOptions } from './recordCluster';
import { RecordingProgress } from './RecordingProgress';

let folder: string;
let source: string;
const opened: Snapshot[] = [];

async function clusterOf(path: string): Promise<ReplayedCluster> {
  const snapshot = await openSnapshot(path);
  opened.push(snapshot);
  return ReplayedCluster.create(snapshot, { name: 'shop' });
}

function record(fetch: KubernetesFetch, out: string, options: Partial<RecordOptions> = {}) {
  const progress = new RecordingProgress({ write: () => {} });
  return recordCluster({ cluster: 'shop', fetch, out, maxLogBytes: 1e7, maxBytes: 1e8, progress, ...options });
}

function readerOf(fetch: KubernetesFetch) {
  return createClusterReader({ cluster: 'shop', fetch, redactor: createRedactor() });
}

/** The answer without what differs from run to run: placeholders count what the reader has met. */
async function answer(fetch: KubernetesFetch, namespace: string, target?: string) {
  const { timings, requestId, ...diagnosis } = await diagnose(
    { requestId: 'x', namespace, target: target ? { kind: 'Deployment', name: target, namespace } : undefined },
    { reader: readerOf(fetch) },
  );
  return JSON.parse(JSON.stringify(diagnosis).replace(/(\[redacted:[a-z-]+)#\d+/g, '$1'));
}

/** The cluster, but some paths are refused. */
function refusing(cluster: ReplayedCluster, paths: RegExp, status = 403): KubernetesFetch {
  return async (path, init) =>
    paths.test(path)
      ? Response.json({ kind: 'Status', status: 'Failure', message: 'no', code: status }, { status })
      : cluster.fetch(path, init);
}

async function allFiles(path: string): Promise<string> {
  const names = await readdir(path, { recursive: true, withFileTypes: true });
  const files = names.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  return (await Promise.all(files.map(file => readFile(file, 'utf8')))).join('\n');
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'triage-record-'));
  source = join(folder, 'source');
  await cp(SHOP, source, { recursive: true });
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map(snapshot => snapshot.close()));
  await rm(folder, { recursive: true, force: true });
});

describe('recordCluster', () => {
  it.each(['copy', 'copy.tar.gz'])('makes a recording (%s) that is diagnosed as the cluster is', async name => {
    const live = await clusterOf(source);
    const summary = await record(live.fetch, join(folder, name));
    expect(summary).toMatchObject({ unreadable: [], cut: [], namespaces: undefined });
    expect((await readdir(folder)).sort()).toEqual([name, 'source']);

    const replayed = await clusterOf(join(folder, name));
    for (const [namespace, target] of [['shop'], ['data'], ['batch'], ['shop', 'cart'], ['shop', 'hooks']]) {
      const [then, now] = [
        await answer(live.fetch, namespace, target),
        await answer(replayed.fetch, namespace, target),
      ];
      expect(now).toEqual(then);
    }
    expect((await answer(replayed.fetch, 'shop')).findings).not.toEqual([]);
    expect(await clusterHealth(readerOf(replayed.fetch))).toEqual(await clusterHealth(readerOf(live.fetch)));
  });

  it('has of the namespaces that were asked for all, and of others nothing', async () => {
    const live = await clusterOf(source);
    const { namespaces } = await record(live.fetch, join(folder, 'copy'), { namespaces: ['shop'] });
    expect(namespaces).toEqual(['shop']);
    const replayed = await clusterOf(join(folder, 'copy'));
    expect(await answer(replayed.fetch, 'shop', 'cart')).toEqual(await answer(live.fetch, 'shop', 'cart'));
    const { items } = JSON.parse(await readFile(join(folder, 'copy/objects.json'), 'utf8'));
    const kept = new Set(items.map((item: any) => item.metadata.namespace ?? '-'));
    expect(kept).toEqual(new Set(['shop', '-']));
    const elsewhere = await answer(replayed.fetch, 'data');
    expect(elsewhere.blindSpots.length).toBeGreaterThan(0);
  });

  it('asks for no Secret, and writes down no secret', async () => {
    const objects = JSON.parse(await readFile(join(source, 'objects.json'), 'utf8'));
    const pod = objects.items.find((item: any) => item.kind === 'Pod' && item.metadata.name.startsWith('cart-'));
    pod.spec.containers[0].env = [{ name: 'DB_PASSWORD', value: 'zq9-Canary-Env' }];
    pod.metadata.annotations = { note: 'password=zq9-Canary-Note' };
    objects.items.find((item: any) => item.kind === 'Event').message = 'token=zq9-Canary-Event-77';
    await writeFile(join(source, 'objects.json'), JSON.stringify(objects));
    await appendFile(join(source, 'logs/shop', pod.metadata.name, 'cart.log'), 'postgres://u:zq9-Canary-Log@db/x\n');
    const live = await clusterOf(source);
    const paths: string[] = [];
    const fetch: KubernetesFetch = (path, init) => {
      paths.push(path);
      return live.fetch(path, init);
    };
    await record(fetch, join(folder, 'copy'));
    expect(paths.filter(path => /secrets/i.test(path))).toEqual([]);
    const written = await allFiles(join(folder, 'copy'));
    expect(written).toContain('[redacted:');
    expect(written).not.toContain('zq9-Canary');
  });

  it('goes on where it was cut, and keeps what was complete', async () => {
    const live = await clusterOf(source);
    const out = join(folder, 'copy');
    let left = 30;
    const broken: KubernetesFetch = (path, init) => {
      left -= 1;
      return left < 0 ? Promise.reject(new Error('socket hang up')) : live.fetch(path, init);
    };
    await expect(record(broken, out)).rejects.toThrow(/cannot be reached/);
    const before = (await readdir(join(out, 'unfinished'))).filter(name => name.endsWith('.ndjson'));
    expect(before.length).toBeGreaterThan(5);
    expect(await readdir(out)).not.toContain('recording.json');
    await expect(record(live.fetch, out, { namespaces: ['shop'] })).rejects.toThrow(/go on with the same options/);

    const paths: string[] = [];
    const rest: KubernetesFetch = (path, init) => {
      paths.push(path);
      return live.fetch(path, init);
    };
    await record(rest, out);
    const read = paths.map(path =>
      path
        .split('?')[0]
        .replace(/^\/apis?\//, '')
        .replace(/\//g, '_'),
    );
    for (const part of before) expect(read).not.toContain(part.replace('.ndjson', ''));
    expect(await answer((await clusterOf(out)).fetch, 'shop')).toEqual(await answer(live.fetch, 'shop'));
  });

  it('notes what is refused, and the replay refuses it, too', async () => {
    const live = refusing(await clusterOf(source), /\/(events|pods\/[^/]+\/log)\b/);
    const summary = await record(live, join(folder, 'copy'), { namespaces: ['shop'] });
    expect(summary.unreadable.map(({ resource, namespace, code }) => [resource, namespace, code])).toEqual(
      expect.arrayContaining([
        ['events', 'shop', 403],
        ['pods/log', 'shop', 403],
      ]),
    );
    const replayed = await clusterOf(join(folder, 'copy'));
    const [then, now] = [await answer(live, 'shop'), await answer(replayed.fetch, 'shop')];
    expect(now.blindSpots).toEqual(then.blindSpots);
    expect(now.findings).toEqual(then.findings);
  });

  it('stays within its bounds, says what was cut, and does not take the rest for all', async () => {
    const live = await clusterOf(source);
    const log = 'logs/shop/cart-754d589f59-fztj9/cart.previous.log';
    await appendFile(join(source, log), 'all is well\n'.repeat(20_000));
    const cut = await record(live.fetch, join(folder, 'a'), { maxLogBytes: 10_000 });
    expect(cut.cut).toEqual([{ file: log, bytes: expect.any(Number), kept: expect.any(Number) }]);
    expect(cut.cut[0].bytes).toBeGreaterThan(240_000);
    expect((await readFile(join(folder, 'a', log), 'utf8')).length).toBeLessThan(10_200);

    const none = await record(live.fetch, join(folder, 'b'), { maxBytes: 1 });
    expect(none.logs).toBe(0);
    expect(none.cut.every(({ kept }) => kept === 0)).toBe(true);
    const { blindSpots } = await answer((await clusterOf(join(folder, 'b'))).fetch, 'shop');
    expect(blindSpots.some(({ what }: { what: string }) => what.startsWith('logs of container'))).toBe(true);
  });

  it('takes no place that is taken, and records no namespace that is not there', async () => {
    const { fetch } = await clusterOf(source);
    await record(fetch, join(folder, 'copy'));
    await record(fetch, join(folder, 'copy.tar.gz'));
    await expect(record(fetch, join(folder, 'copy'))).rejects.toThrow(/is a finished recording/);
    await expect(record(fetch, join(folder, 'copy.tar.gz'))).rejects.toThrow(/is there already/);
    await expect(record(fetch, folder)).rejects.toThrow(/is not empty/);
    await expect(record(fetch, join(folder, 'copy', 'version.json'))).rejects.toThrow(/Nothing can be recorded into/);
    await expect(record(fetch, join(folder, 'x'), { namespaces: ['shopp'] })).rejects.toThrow(/has no namespace shopp/);
  });

  it('knows the kinds of a cluster that does not tell them in the aggregated form', async () => {
    const live = refusing(await clusterOf(source), /^\/apis?$/, 406);
    await record(live, join(folder, 'copy'));
    const replayed = await clusterOf(join(folder, 'copy'));
    expect((await answer(replayed.fetch, 'shop')).findings).toEqual((await answer(live, 'shop')).findings);
  });
});
