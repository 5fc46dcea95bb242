/** What a recording says about itself (`recording.json`); recordings of other tools have none. */
export interface RecordingNotes {
  /** By the cluster's clock, RFC 3339. */
  recordedAt: string;
  /** Only these were recorded; absent: all. */
  namespaces?: string[];
  /** What the cluster refused to show while it was recorded. */
  unreadable: UnreadablePart[];
  /** Logs that are not whole, or not there at all. */
  cut: CutLog[];
}

export interface UnreadablePart {
  /** `v1`, `apps/v1`. */
  apiVersion: string;
  /** Plural, with its subresource: `deployments`, `pods/log`. */
  resource: string;
  /** Absent: everywhere. */
  namespace?: string;
  /** Of one object; absent: all. */
  name?: string;
  /** HTTP status of the refusal. */
  code: number;
  /** A sentence for people. */
  message: string;
}

export interface CutLog {
  /** Inside of the recording: `logs/NAMESPACE/POD/CONTAINER.log`. */
  file: string;
  /** Bytes of the whole log as far as it was read; absent: it was not read at all. */
  bytes?: number;
  /** Bytes of it in the recording. */
  kept: number;
}
