import { podAsItsOwnerWantsIt } from './podAsItsOwnerWantsIt';
import { ClusterReader, ClusterReadError, ListOptions, TableRow } from './ClusterReader';
import { KubernetesObject } from './KubernetesObject';
import { resourceTypes } from './resourceTypes';

/** Up to so many pods are simply listed: more than most namespaces have. */
const LISTED = 500;
/** Up to so many pods of a namespace are read one by one; when more look ill, the namespace is listed. */
const SINGLE_READS = 60;
/** `7 (4h12m ago)`: what happened days ago is history, and its log is gone. */
const RECENT = /\((?:\d+[smh])+ ago\)$/;

export interface PodSurroundings {
  /** ReplicaSets, StatefulSets, DaemonSets, Jobs. */
  owners: Promise<KubernetesObject[]>;
  events: Promise<KubernetesObject[]>;
  /** Of the whole cluster, when that is what is read; `undefined` when they are not known. */
  namespaces: Promise<string[] | undefined>;
}

/**
 * The pods of a namespace or cluster. Of many, the server's own table is read, which is fifty times smaller; in full only
 * those that are not plainly well: not ready, restarted within a day, named by a warning, or of no known owner. The
 * others stand in the answer as their owner's template has them, ready. So the number of requests depends on how many
 * are ill, not on how many there are.
 */
export async function readPods(
  reader: ClusterReader,
  options: Pick<ListOptions, 'namespace' | 'signal'>,
  around: PodSurroundings,
): Promise<KubernetesObject[]> {
  const { namespace } = options;
  const namespaces = namespace === undefined ? (await around.namespaces) ?? [] : [namespace];
  const tables = await Promise.all(namespaces.map(each => tableOf(reader, { ...options, namespace: each })));
  const known = tables.every(rows => rows !== undefined);
  const count = tables.reduce((sum, rows) => sum + (rows?.length ?? 0), 0);
  if (!known || namespaces.length === 0 || count <= LISTED) return reader.list(resourceTypes.Pod, options);

  const [owners, events, now] = await Promise.all([around.owners, around.events, reader.now()]);
  const byName = ownersByName(owners);
  const warned = podsWarnedOf(events);
  const pods = await Promise.all(
    namespaces.map((each, index) => {
      const rows = tables[index]!.map(row => {
        const pod = isPlainlyWell(row) && !warned.has(`${each}/${row.cells.name}`);
        const owner = pod ? ownerOf(row, each, byName) : undefined;
        return { name: row.cells.name, well: owner && podAsItsOwnerWantsIt(row, owner, now) };
      });
      return readNamespace(reader, each, rows, options.signal);
    }),
  );
  return pods.flat();
}

async function tableOf(reader: ClusterReader, options: ListOptions): Promise<TableRow[] | undefined> {
  try {
    return await reader.table(resourceTypes.Pod, options);
  } catch (error) {
    // the list will tell why
    if (error instanceof ClusterReadError) return undefined;
    throw error;
  }
}

async function readNamespace(
  reader: ClusterReader,
  namespace: string,
  rows: { name: string; well?: KubernetesObject }[],
  signal: AbortSignal | undefined,
): Promise<KubernetesObject[]> {
  const unclear = rows.filter(({ well }) => !well);
  if (unclear.length > SINGLE_READS) return reader.list(resourceTypes.Pod, { namespace, signal });
  const read = await Promise.all(unclear.map(({ name }) => readPod(reader, namespace, name, signal)));
  return [...rows.flatMap(({ well }) => well ?? []), ...read.flat()];
}

async function readPod(reader: ClusterReader, namespace: string, name: string, signal: AbortSignal | undefined) {
  try {
    return [await reader.get(resourceTypes.Pod, { namespace, name }, signal)];
  } catch (error) {
    // gone since the table was made
    if (error instanceof ClusterReadError && error.failure === 'not-found') return [];
    throw error;
  }
}

function isPlainlyWell({ cells: { ready = '', status, restarts = '0' } }: TableRow): boolean {
  if (status === 'Completed') return true;
  const [up, all] = ready.split('/').map(Number);
  return status === 'Running' && all > 0 && up === all && (restarts === '0' || isLongAgo(restarts));
}

/** `3 (9d ago)` */
function isLongAgo(restarts: string): boolean {
  return restarts.includes('ago)') && !RECENT.test(restarts);
}

function podsWarnedOf(events: KubernetesObject[]): Set<string> {
  const warned = new Set<string>();
  for (const { type, reason, involvedObject } of events) {
    if (involvedObject?.kind === 'Pod' && (type === 'Warning' || reason === 'Killing')) {
      warned.add(`${involvedObject.namespace}/${involvedObject.name}`);
    }
  }
  return warned;
}

function ownersByName(owners: KubernetesObject[]): Map<string, KubernetesObject[]> {
  const byName = new Map<string, KubernetesObject[]>();
  for (const owner of owners) {
    const key = `${owner.metadata.namespace}/${owner.metadata.name}`;
    byName.set(key, [...(byName.get(key) ?? []), owner]);
  }
  return byName;
}

/** What follows the owner's name in a pod's. */
const REST: Record<string, RegExp> = {
  ReplicaSet: /^-[a-z0-9]{5}$/,
  StatefulSet: /^-\d+$/,
  DaemonSet: /^-[a-z0-9]{5}$/,
  Job: /^-(?:\d+-)?[a-z0-9]{5}$/,
};

/** The one object by whose name and kind the pod can have its name; `undefined` when there are several. */
function ownerOf(
  { cells: { name, status } }: TableRow,
  namespace: string,
  byName: Map<string, KubernetesObject[]>,
): KubernetesObject | undefined {
  const dash = name.lastIndexOf('-');
  const candidates = [dash, name.lastIndexOf('-', dash - 1)]
    .filter(end => end > 0)
    .flatMap(end => byName.get(`${namespace}/${name.slice(0, end)}`) ?? [])
    .filter(({ kind, metadata }) => REST[kind]?.test(name.slice(metadata.name.length)));
  const [owner] = candidates;
  // what has ended well is a Job's
  return candidates.length === 1 && (status !== 'Completed' || owner.kind === 'Job') ? owner : undefined;
}
