import { UnreadablePart } from '@triage/cluster-replay';
import { ClusterReader, ClusterReadError, KubernetesObject, ResourceType, resourceTypes } from '@triage/diagnosis';
import { allSettled } from './allSettled';
import { PartContent, RecordingFolder } from './RecordingFolder';
import { RecordingProgress } from './RecordingProgress';

/** Served by another API and kept in a file of their own. */
const METRICS = [resourceTypes.PodMetrics, resourceTypes.NodeMetrics] as ResourceType[];

/** All kinds that a diagnosis may read. Secrets are not among them. */
const KINDS = (Object.values(resourceTypes) as ResourceType[]).filter(type => !METRICS.includes(type));

export interface RecordObjectsOptions {
  reader: ClusterReader;
  folder: RecordingFolder;
  namespaces?: string[];
  progress: RecordingProgress;
  signal?: AbortSignal;
}

/** Writes a part for each kind that is not there yet. What the cluster refuses is noted; what it does not have is not. */
export async function recordObjects({ reader, folder, namespaces, progress, signal }: RecordObjectsOptions) {
  let done = 0;
  const parts = await allSettled(
    KINDS.map(async type => {
      const part = await folder.part(`${type.apiVersion.replace('/', '_')}_${type.plural}`, () =>
        readKind(reader, type, namespaces, signal),
      );
      done += 1;
      const count = part.items.length;
      progress.step(`${count} ${type.plural}`, { done, total: KINDS.length, unit: 'kinds', quiet: count === 0 });
      part.unreadable.forEach(({ message }) => progress.note(message));
      return { type, part };
    }),
  );
  return {
    count: parts.reduce((sum, { part }) => sum + part.items.length, 0),
    pods: parts.find(({ type }) => type === resourceTypes.Pod)!.part.items,
    unreadable: parts.flatMap(({ part }) => part.unreadable),
  };
}

async function readKind(
  reader: ClusterReader,
  type: ResourceType,
  namespaces: string[] | undefined,
  signal?: AbortSignal,
): Promise<PartContent> {
  const content: PartContent = { items: [], unreadable: [] };
  const reads = namespaces && scopedReads(reader, type, namespaces, signal);
  for (const { namespace, read } of reads ?? [{ namespace: undefined, read: () => reader.list(type, { signal }) }]) {
    try {
      content.items.push(...(await read()));
    } catch (error) {
      const refusal = refusalOf(error, type.apiVersion, type.plural, namespace);
      content.unreadable.push(...(refusal ? [refusal] : []));
    }
  }
  return content;
}

/** One namespace's own object is a smaller right than the list of all, and others are not in the recording. */
function scopedReads(reader: ClusterReader, type: ResourceType, namespaces: string[], signal?: AbortSignal) {
  if (!type.namespaced && type !== resourceTypes.Namespace) {
    return undefined;
  }
  return namespaces.map(namespace => ({
    namespace,
    read: async (): Promise<KubernetesObject[]> =>
      type.namespaced
        ? reader.list(type, { namespace, signal })
        : [await reader.get(type, { name: namespace }, signal)],
  }));
}

/**
 * How a refusal stands in the recording; undefined for what the cluster does not have.
 *
 * @throws the error itself when reading on makes no sense: the cluster is out of reach, or knows the user no more
 */
export function refusalOf(
  error: unknown,
  apiVersion: string,
  resource: string,
  namespace?: string,
  name?: string,
): UnreadablePart | undefined {
  if (!(error instanceof ClusterReadError)) throw error;
  const { failure, message, status } = error;
  if (failure === 'unauthorized' || (failure === 'unreachable' && status === undefined)) throw error;
  if (failure === 'not-found') return undefined;
  return { apiVersion, resource, namespace, name, code: status ?? (failure === 'timeout' ? 504 : 500), message };
}
