import { createRequire } from 'node:module';
import { countingFetch } from './lib/countingFetch.mjs';
import { loadEngine } from './lib/engine.mjs';
import { inChild, serveSubjects, timed } from './lib/measure.mjs';
import { serveCluster } from './lib/serveCluster.mjs';

const TIMES = 5;

/**
 * The health of a cluster against one plain list of all its pods, best of five, in turn. The cluster is a replayed one of
 * 10,000 pods in 40 namespaces, or, with TRIAGE_BENCH_KUBECONFIG, a real one as it is.
 */
export async function run() {
  const kubeconfig = process.env.TRIAGE_BENCH_KUBECONFIG;
  const cluster = kubeconfig ? undefined : await serveCluster({ namespaces: 40, pods: 10_000, broken: 50 });
  try {
    const { list, health, pods, failing, rssMb } = await inChild(import.meta.url, 'health', cluster?.url, kubeconfig);
    const [time, bytes] = [list.ms / health.ms, list.bytes / health.bytes];
    const row = (what, { ms, bytes: size, calls }) => ({ what, ms, MB: Number((size / 1e6).toFixed(2)), calls });
    // a pod that was killed for its memory and is ready again is none that fails now
    const visible = cluster?.broken.filter(({ trouble }) => trouble !== 'out of memory');
    const missed = visible?.filter(({ namespace, name }) => !failing.includes(`${namespace}/${name}`)) ?? [];
    return {
      rows: [row(`list of ${pods} pods`, list), { ...row('cluster health', health), 'RSS MB': rssMb }],
      goals: [
        { goal: 'a fifth of the time', measured: `1/${time.toFixed(1)}`, met: time >= 5 },
        { goal: 'a fifteenth of the bytes', measured: `1/${bytes.toFixed(1)}`, met: bytes >= 15 },
        {
          goal: 'nothing broken overlooked',
          measured: `${failing.length} failing, ${missed.length} missed`,
          met: missed.length === 0,
        },
      ],
    };
  } finally {
    cluster?.close();
  }
}

/** Where and as whom a kubeconfig's current context asks. */
async function connectionOf(kubeconfig) {
  const { KubeConfig } = createRequire(import.meta.url)('@kubernetes/client-node');
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  const options = {};
  await config.applyToHTTPSOptions(options);
  const { ca, cert, key } = options;
  return { server: config.getCurrentCluster().server, options: { ca, cert, key }, headers: options.headers ?? {} };
}

await serveSubjects(import.meta.url, {
  async health(url, kubeconfig) {
    const { clusterHealth, createClusterReader, createRedactor } = loadEngine();
    const { server, options, headers } = kubeconfig
      ? await connectionOf(kubeconfig)
      : { server: url, options: {}, headers: {} };
    const connect = () => {
      const { fetch, counted, close } = countingFetch(server, options);
      const asUser = (path, init = {}) => fetch(path, { ...init, headers: { ...headers, ...init.headers } });
      return { fetch: asUser, counted, close };
    };
    const best = { list: { ms: Infinity }, health: { ms: Infinity } };
    let pods;
    let failing;
    for (let i = 0; i < TIMES; i++) {
      const plain = connect();
      const list = await timed(async () => {
        const response = await plain.fetch('/api/v1/pods', { headers: { Accept: 'application/json' } });
        return JSON.parse(await response.text()).items.length;
      });
      plain.close();
      pods = list.result;
      if (list.ms < best.list.ms) best.list = { ms: list.ms, ...plain.counted };

      const ours = connect();
      const reader = createClusterReader({ cluster: 'bench', fetch: ours.fetch, redactor: createRedactor() });
      const { ms, result } = await timed(() => clusterHealth(reader));
      ours.close();
      failing = result.workloads
        .filter(({ status }) => status === 'failing')
        .map(({ namespace, name }) => `${namespace}/${name}`);
      if (ms < best.health.ms) best.health = { ms, ...ours.counted };
    }
    return { ...best, pods, failing };
  },
});
