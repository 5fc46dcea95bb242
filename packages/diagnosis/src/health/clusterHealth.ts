import { ClusterReader, ClusterReadError, TableRow } from '../cluster/ClusterReader';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { resourceTypes } from '../cluster/resourceTypes';
import { BlindSpot } from '../Diagnosis';
import { ClusterHealth, ClusterStatus, WorkloadHealth } from './HealthModel';
import { foldWarnings } from './foldWarnings';
import { isNodeReady, nodeIssues } from './nodeIssues';
import { readPodRow, stuckPods } from './PodTable';
import {
  assignPods,
  judge,
  needsObject,
  newestOfCronJobs,
  readWorkloadRow,
  WORKLOAD_KINDS,
  WorkloadKind,
  WorkloadRow,
} from './workloadHealth';

export interface ClusterHealthOptions {
  signal?: AbortSignal;
  /** Only these. Absent: all. */
  namespaces?: string[];
}

/** Up to this many workloads of a kind in a namespace are read one by one, more as one list. */
const SINGLE_READS = 8;

/** In clusters with fewer namespaces than these, to ask first which kinds are in use saves nothing. */
const MANY_NAMESPACES = 4;

/** Fewer failing workloads than these are not a failing cluster, however small it is. */
const CRITICAL_FAILURES = 3;

const ORDER: WorkloadHealth['status'][] = ['failing', 'progressing', 'healthy', 'scaled-to-zero', 'completed'];

/** Collects what could not be read. A cluster that is gone makes one blind spot, not one for each question. */
class BlindSpots {
  readonly spots: BlindSpot[] = [];
  private unreachable = false;

  constructor(private readonly signal: AbortSignal | undefined) {}

  async guard<T>(read: () => Promise<T>, what: string): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      this.signal?.throwIfAborted();
      const gone = error instanceof ClusterReadError && error.failure === 'unreachable' && error.status === undefined;
      if (!(gone && this.unreachable) && !(error instanceof ClusterReadError && error.failure === 'not-found')) {
        this.spots.push({
          what: gone ? 'the cluster' : what,
          why: error instanceof Error ? error.message : String(error),
        });
      }
      this.unreachable ||= gone;
      return undefined;
    }
  }
}

/**
 * How a cluster stands. Reads the server's own tables, namespace by namespace, which are some fifty times smaller than
 * the objects; in full it reads only workloads that are not as they should be.
 *
 * Never throws because the cluster is unreachable or refuses: that stands in `blindSpots`.
 *
 * @throws the reason of the signal when it is aborted
 */
export async function clusterHealth(reader: ClusterReader, options: ClusterHealthOptions = {}): Promise<ClusterHealth> {
  const blind = new BlindSpots(options.signal);
  const { signal } = options;
  const [nodes, seen] = await Promise.all([
    blind.guard(() => reader.list(resourceTypes.Node, { signal }), 'nodes'),
    readNamespaces(reader, blind, options),
  ]);
  const now = await reader.now();

  const workloads = seen
    .flatMap(view => view.workloads)
    .sort(
      (a, b) =>
        ORDER.indexOf(a.status) - ORDER.indexOf(b.status) ||
        a.namespace.localeCompare(b.namespace) ||
        a.name.localeCompare(b.name),
    );
  const readyNodes = nodes?.filter(isNodeReady).length ?? 0;
  const issues = nodes?.flatMap(nodeIssues) ?? [];
  const nothingRead = !nodes && !seen.some(({ read }) => read);
  return {
    cluster: reader.cluster,
    clusterStatus: nothingRead ? 'UNKNOWN' : statusOf(nodes?.length ?? 0, readyNodes, issues.length, workloads),
    totalNodes: nodes?.length ?? 0,
    readyNodes,
    nodeIssues: issues,
    workloads,
    warnings: foldWarnings(
      seen.flatMap(view => view.warnings),
      now,
    ),
    blindSpots: blind.spots,
    checkedAt: now.toISOString(),
  };
}

/** CRITICAL: a third of the nodes is gone, or half of what should run does not. */
function statusOf(nodes: number, readyNodes: number, issues: number, workloads: WorkloadHealth[]): ClusterStatus {
  const failing = workloads.filter(({ status }) => status === 'failing');
  const meantToRun = workloads.filter(({ status }) => status !== 'completed' && status !== 'scaled-to-zero');
  if (
    (nodes > 0 && (nodes - readyNodes) * 3 >= nodes) ||
    (failing.length >= CRITICAL_FAILURES && failing.length * 2 >= meantToRun.length)
  ) {
    return 'CRITICAL';
  }
  return issues > 0 || failing.length > 0 ? 'DEGRADED' : 'HEALTHY';
}

interface NamespaceView {
  read: boolean;
  workloads: WorkloadHealth[];
  warnings: TableRow[];
}

async function readNamespaces(
  reader: ClusterReader,
  blind: BlindSpots,
  { namespaces, signal }: ClusterHealthOptions,
): Promise<NamespaceView[]> {
  const rows = namespaces
    ? namespaces.map(name => ({ cells: { name } }))
    : await blind.guard(() => reader.table(resourceTypes.Namespace, { signal }), 'workloads of all namespaces');
  const kinds = namespaces ? WORKLOAD_KINDS : await kindsInUse(reader, rows?.length ?? 0, signal);
  return Promise.all((rows ?? []).map(({ cells }) => readNamespace(reader, cells.name, kinds, blind, signal)));
}

/**
 * Workload kinds of which the cluster has any: one row tells, and spares a request for each namespace. A kind that may
 * not be asked for at large counts as in use.
 */
async function kindsInUse(
  reader: ClusterReader,
  namespaces: number,
  signal?: AbortSignal,
): Promise<readonly WorkloadKind[]> {
  if (namespaces < MANY_NAMESPACES) return WORKLOAD_KINDS;
  const rows = await Promise.all(
    WORKLOAD_KINDS.map(kind => reader.table(resourceTypes[kind], { max: 1, signal }).catch(() => undefined)),
  );
  signal?.throwIfAborted();
  return WORKLOAD_KINDS.filter((_, index) => rows[index]?.length !== 0);
}

async function readNamespace(
  reader: ClusterReader,
  namespace: string,
  kinds: readonly WorkloadKind[],
  blind: BlindSpots,
  signal?: AbortSignal,
): Promise<NamespaceView> {
  const table = (kind: keyof typeof resourceTypes, fieldSelector?: string) =>
    blind.guard(
      () => reader.table(resourceTypes[kind], { namespace, fieldSelector, signal }),
      `${resourceTypes[kind].plural} of namespace ${namespace}`,
    );
  const [pods, warnings, ...tables] = await Promise.all([
    table('Pod'),
    table('Event', 'type=Warning'),
    ...kinds.map(kind => table(kind)),
  ]);
  const controlled = kinds.flatMap((kind, index) =>
    (tables[index] ?? []).map(row => readWorkloadRow(kind, namespace, row)),
  );
  const stuck = stuckPods(warnings ?? []);
  const rows = assignPods(
    controlled,
    (pods ?? []).map(row => readPodRow(row, stuck)),
    namespace,
  );
  const current = new Set(newestOfCronJobs(rows.filter(({ kind }) => kind === 'Job')));
  const counted = rows.filter(row => row.kind !== 'Job' || current.has(row));
  const objects = await readObjects(reader, counted.filter(needsObject), namespace, blind, signal);
  return {
    read: pods !== undefined,
    workloads: counted.map(row => judge(row, objects.get(row))),
    warnings: (warnings ?? []).map(row => ({ ...row, namespace })),
  };
}

async function readObjects(
  reader: ClusterReader,
  rows: WorkloadRow[],
  namespace: string,
  blind: BlindSpots,
  signal?: AbortSignal,
): Promise<Map<WorkloadRow, KubernetesObject>> {
  const found = new Map<WorkloadRow, KubernetesObject>();
  await Promise.all(
    WORKLOAD_KINDS.map(async kind => {
      const ofKind = rows.filter(row => row.kind === kind);
      const type = resourceTypes[kind];
      if (ofKind.length > SINGLE_READS) {
        const all = await blind.guard(
          () => reader.list(type, { namespace, signal }),
          `${type.plural} of namespace ${namespace}`,
        );
        const byName = new Map(all?.map(object => [object.metadata.name, object]));
        ofKind.forEach(row => byName.has(row.name) && found.set(row, byName.get(row.name)!));
        return;
      }
      await Promise.all(
        ofKind.map(async row => {
          const object = await blind.guard(
            () => reader.get(type, { namespace, name: row.name }, signal),
            `${kind} ${row.name} of namespace ${namespace}`,
          );
          if (object) {
            found.set(row, object);
          }
        }),
      );
    }),
  );
  return found;
}
