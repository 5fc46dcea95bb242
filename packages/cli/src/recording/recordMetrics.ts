import { ClusterReader, ClusterReadError, KubernetesObject, resourceTypes } from '@triage/diagnosis';
import { RecordingFolder } from './RecordingFolder';

export interface RecordMetricsOptions {
  reader: ClusterReader;
  folder: RecordingFolder;
  namespaces?: string[];
  signal?: AbortSignal;
}

/** Writes `metrics.json` where the cluster has metrics; many have none, so that their absence says nothing. */
export async function recordMetrics({ reader, folder, namespaces, signal }: RecordMetricsOptions): Promise<void> {
  const nodes = await quietly(() => reader.list(resourceTypes.NodeMetrics, { signal }));
  const pods = await Promise.all(
    (namespaces ?? [undefined]).map(namespace =>
      quietly(() => reader.list(resourceTypes.PodMetrics, { namespace, signal })),
    ),
  );
  if (nodes || pods.some(Boolean)) {
    await folder.writeJson('metrics.json', {
      nodes: { items: nodes ?? [] },
      pods: { items: pods.flatMap(items => items ?? []) },
    });
  }
}

async function quietly(read: () => Promise<KubernetesObject[]>): Promise<KubernetesObject[] | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ClusterReadError)) throw error;
    return undefined;
  }
}
