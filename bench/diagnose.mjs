import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countingFetch } from './lib/countingFetch.mjs';
import { loadEngine } from './lib/engine.mjs';
import { inChild, percentile, serveSubjects, timed } from './lib/measure.mjs';

const scenarios = join(dirname(fileURLToPath(import.meta.url)), '../scenarios');

/** All recorded failures, each diagnosed over HTTP from its replay. */
export async function run() {
  const { times, slowest, rssMb } = await inChild(import.meta.url, 'diagnose');
  const [half, most] = [percentile(times, 0.5), percentile(times, 0.95)];
  return {
    rows: [
      {
        scenarios: times.length,
        'P50 ms': half,
        'P95 ms': most,
        'slowest ms': Math.max(...times),
        slowest,
        'RSS MB': rssMb,
      },
    ],
    goals: [
      { goal: 'P50 at most 300 ms', measured: `${half} ms`, met: half <= 300 },
      { goal: 'P95 at most 1 s', measured: `${most} ms`, met: most <= 1_000 },
    ],
  };
}

await serveSubjects(import.meta.url, {
  async diagnose() {
    const { createClusterReader, createRedactor, diagnose, openSnapshot, startReplayServer } = loadEngine();
    const ids = readdirSync(scenarios).filter(id => existsSync(join(scenarios, id, 'snapshot.tar.gz')));
    const times = [];
    let slowest;
    for (const id of ids) {
      const { namespace, question, target } = JSON.parse(readFileSync(join(scenarios, id, 'expected.json'), 'utf8'));
      const snapshot = await openSnapshot(join(scenarios, id, 'snapshot.tar.gz'));
      const server = await startReplayServer({ clusters: [{ name: id, snapshot }] });
      const { fetch, close } = countingFetch(server.clusters[0].url);
      const reader = createClusterReader({ cluster: id, fetch, redactor: createRedactor() });
      const { ms } = await timed(() => diagnose({ namespace, question, target: target ?? undefined }, { reader }));
      if (ms > Math.max(0, ...times)) slowest = id;
      times.push(ms);
      close();
      await server.close();
      await snapshot.close();
    }
    return { times, slowest };
  },
});
