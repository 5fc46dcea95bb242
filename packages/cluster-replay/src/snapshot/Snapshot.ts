import { ApiGroupDiscoveryList } from './Discovery';
import { KubernetesObject } from './KubernetesObject';
import { RecordingNotes } from './RecordingNotes';

/** Names one log of a recording. */
export interface RecordedLogRef {
  namespace: string;
  pod: string;
  container: string;
  /** The run before the present one. */
  previous?: boolean;
}

/** A recorded cluster, opened: objects are in memory, logs stay on disk. */
export interface Snapshot {
  /** What the caller opened: a folder or a `.tar.gz`. */
  readonly path: string;
  /** What `/version` answered. */
  readonly version: Record<string, string>;
  /** Aggregated discovery of `/api` and `/apis`. */
  readonly discovery: { api: ApiGroupDiscoveryList; apis: ApiGroupDiscoveryList };
  readonly objects: KubernetesObject[];
  /** `metrics.k8s.io`, where the cluster served it. */
  readonly metrics?: { nodes: KubernetesObject[]; pods: KubernetesObject[] };
  /** What the recording says about itself. */
  readonly notes?: RecordingNotes;
  /** The file with that log; undefined when it was not recorded. */
  logFile(ref: RecordedLogRef): Promise<string | undefined>;
  /** Whether the logs were recorded with a time before each line (`record --timestamps`). */
  hasLogTimestamps(): Promise<boolean>;
  /** Of the last lines of all logs, milliseconds since the epoch; undefined when the logs have no timestamps. */
  newestLogTime(): Promise<number | undefined>;
  /** Removes what opening it put on disk. */
  close(): Promise<void>;
}
