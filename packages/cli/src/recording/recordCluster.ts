import { RecordingNotes } from '@triage/cluster-replay';
import {
  ClusterReader,
  ClusterReadError,
  createClusterReader,
  createRedactor,
  KubernetesFetch,
  Redactor,
  resourceTypes,
} from '@triage/diagnosis';
import { unreadable } from '../CliError';
import { readDiscovery, readVersion } from './discovery';
import { recordLogs } from './recordLogs';
import { recordMetrics } from './recordMetrics';
import { recordObjects } from './recordObjects';
import { RecordingFolder } from './RecordingFolder';
import { RecordingProgress } from './RecordingProgress';

export interface RecordOptions {
  /** The name by which people know the cluster. */
  cluster: string;
  fetch: KubernetesFetch;
  /** A folder, or a file that ends in `.tar.gz`. */
  out: string;
  /** Absent: all. */
  namespaces?: string[];
  /** Bytes kept of one log at most. */
  maxLogBytes: number;
  /** Bytes of the whole recording, before it is packed. Objects are never cut: logs have what they leave. */
  maxBytes: number;
  progress: RecordingProgress;
  signal?: AbortSignal;
  /** Default: a new one. */
  redactor?: Redactor;
}

export interface RecordingSummary extends RecordingNotes {
  objects: number;
  logs: number;
  /** Before packing. */
  bytes: number;
}

/** Reading for a recording may take longer than for an answer that somebody waits for. Milliseconds. */
const LIMITS = { listTimeout: 60_000, logTimeout: 300_000 };

/**
 * Writes down what a diagnosis reads of a cluster, redacted on the way: the values of Secrets are never asked for, and no
 * other secret reaches the disk. Each part is kept as soon as it is complete, so that a second call for the same place goes
 * on where the first was cut.
 *
 * @throws CliError when the place is taken by something else, or there is no such namespace
 * @throws ClusterReadError when the cluster is out of reach or does not accept the credentials
 */
export async function recordCluster(options: RecordOptions): Promise<RecordingSummary> {
  const { cluster, fetch, out, namespaces, progress, signal, redactor = createRedactor() } = options;
  const reader = createClusterReader({ cluster, fetch, redactor, limits: LIMITS });
  // before anything is written: a cluster that does not answer leaves no folder behind
  const gitVersion = await reader.version(signal).catch(ignoreForbidden);
  await assertThere(reader, namespaces, signal);
  const folder = await RecordingFolder.open(out, { cluster, namespaces: namespaces && [...namespaces].sort() });

  const objects = await recordObjects({ reader, folder, namespaces, progress, signal });
  await recordMetrics({ reader, folder, namespaces, signal });
  await folder.writeJson('version.json', await readVersion(fetch, gitVersion, signal));
  await folder.writeDiscovery(await readDiscovery(fetch, signal));
  const recordedAt = (await reader.now()).toISOString();
  await folder.assembleObjects();

  const logs = await recordLogs({ ...options, reader, folder, pods: objects.pods });
  const notes: RecordingNotes = {
    recordedAt,
    namespaces,
    unreadable: [...objects.unreadable, ...logs.unreadable],
    cut: await folder.cutLogs(),
  };
  const bytes = await folder.size();
  progress.step('finishing');
  await folder.finish(notes);
  progress.end();
  return { ...notes, objects: objects.count, logs: logs.count, bytes };
}

/** A mistyped name would give a recording of nothing, in which nothing is wrong. */
async function assertThere(reader: ClusterReader, namespaces: string[] = [], signal?: AbortSignal): Promise<void> {
  for (const name of namespaces) {
    const missing = await reader.get(resourceTypes.Namespace, { name }, signal).then(
      () => false,
      error => error instanceof ClusterReadError && error.failure === 'not-found',
    );
    if (missing) {
      throw unreadable(`Cluster ${reader.cluster} has no namespace ${name}.`);
    }
  }
}

/** Who may not see the version may see the pods all the same. */
function ignoreForbidden(error: any): undefined {
  if (error?.failure === 'forbidden' || error?.failure === 'not-found') {
    return undefined;
  }
  throw error;
}
