import { countingFetch } from './countingFetch.mjs';
import { loadEngine } from './engine.mjs';
import { inChild, serveSubjects, timed } from './measure.mjs';
import { serveCluster } from './serveCluster.mjs';

/** Diagnoses a generated cluster over HTTP, in a process of its own, the second time in it: the first one compiles. */
export async function diagnoseWide(size, namespace) {
  const cluster = await serveCluster(size);
  try {
    const { ms, calls, mb, findings, rssMb } = await inChild(import.meta.url, 'diagnose', cluster.url, namespace);
    // a finding blames the Deployment, or its pod
    const blamed = name => findings.some(({ resource }) => resource === name || resource.startsWith(`${name}-`));
    const found = cluster.broken.filter(({ namespace: place, name }) => blamed(`${place}/${name}`)).length;
    return {
      pods: size.pods,
      broken: size.broken,
      found,
      findings: findings.length,
      ms,
      calls,
      'MB read': mb,
      'RSS MB': rssMb,
    };
  } finally {
    cluster.close();
  }
}

await serveSubjects(import.meta.url, {
  async diagnose(url, namespace) {
    const { createClusterReader, createRedactor, diagnose } = loadEngine();
    const once = async () => {
      const { fetch, counted, close } = countingFetch(url);
      const reader = createClusterReader({ cluster: 'bench', fetch, redactor: createRedactor() });
      const { ms, result } = await timed(() =>
        diagnose({ namespace: namespace ?? undefined, question: 'What is broken?' }, { reader }),
      );
      close();
      return { ms, counted, result };
    };
    await once();
    const { ms, counted, result } = await once();
    return {
      ms,
      calls: counted.calls,
      mb: Number((counted.bytes / 1e6).toFixed(1)),
      findings: result.findings.map(({ resource, title }) => ({
        resource: `${resource.namespace}/${resource.name}`,
        title,
      })),
    };
  },
});
