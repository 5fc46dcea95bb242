import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadEngine } from './engine.mjs';
import { makeCluster } from './makeCluster.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Serves a cluster of `makeCluster` over HTTP from a process of its own, so that its memory and time are not ours.
 *
 * @returns {Promise<{ url: string, broken: object[], close(): void }>}
 */
export async function serveCluster(size) {
  const child = fork(fileURLToPath(import.meta.url), [JSON.stringify(size)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const answer = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', code => reject(new Error(`The replayed cluster ended with exit code ${code}.`)));
  });
  return { ...answer, close: () => child.disconnect() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { openSnapshot, startReplayServer } = loadEngine();
  const { objects, logs, broken } = makeCluster(JSON.parse(process.argv[2]));
  const folder = mkdtempSync(join(tmpdir(), 'triage-bench-'));
  const discovery = join(here, '../../packages/cluster-replay/src/__fixtures__/shop/discovery');
  mkdirSync(join(folder, 'discovery'), { recursive: true });
  for (const name of ['api.json', 'apis.json'])
    writeFileSync(join(folder, 'discovery', name), readFileSync(join(discovery, name)));
  writeFileSync(join(folder, 'version.json'), JSON.stringify({ major: '1', minor: '34', gitVersion: 'v1.34.4' }));
  writeFileSync(
    join(folder, 'objects.json'),
    JSON.stringify({ apiVersion: 'v1', kind: 'List', metadata: {}, items: objects }),
  );
  for (const [key, text] of logs) {
    const [namespace, pod, container, previous] = key.split('/');
    mkdirSync(join(folder, 'logs', namespace, pod), { recursive: true });
    writeFileSync(join(folder, 'logs', namespace, pod, `${container}${previous ? '.previous' : ''}.log`), text);
  }
  const snapshot = await openSnapshot(folder);
  const { clusters } = await startReplayServer({ clusters: [{ name: 'bench', snapshot }] });
  process.on('disconnect', () => {
    rmSync(folder, { recursive: true });
    process.exit();
  });
  process.send({ url: clusters[0].url, broken });
}
