import { KubernetesObject } from '../snapshot/KubernetesObject';
import { Snapshot } from '../snapshot/Snapshot';
import { parseTime } from './rfc3339';
import { shiftTimestamps } from './shiftTimestamps';

/**
 * Fields that say when something has happened. Others may lie in the future (a certificate's end, the deadline of a
 * graceful deletion) and would put the clock wrong.
 */
const PAST_FIELDS = new Set([
  'creationTimestamp',
  'firstTimestamp',
  'lastTimestamp',
  'eventTime',
  'lastObservedTime',
  'lastTransitionTime',
  'lastUpdateTime',
  'lastHeartbeatTime',
  'lastProbeTime',
  'lastScheduleTime',
  'lastSuccessfulTime',
  'lastScaleTime',
  'startedAt',
  'finishedAt',
  'startTime',
  'completionTime',
  'time',
  'timestamp',
]);

/** Parts of an object that say what someone wants, not what has happened. */
const WISHES = new Set(['spec', 'data', 'annotations', 'labels', 'fieldsV1']);

/** How long ago the newest event of a recording has happened under `asOf: 'now'`, in milliseconds. */
const NEWEST_EVENT_AGE_MS = 2 * 60_000;

/** What time it is in a recording, and by how much its times are moved. */
export class RecordingClock {
  private readonly moved = new WeakMap<object, object>();

  /**
   * Reads the newest time of a recording.
   *
   * @param asOf - `now`: as if it had just been recorded, and time goes on; `recorded`: time stands still
   * @param realNow - milliseconds since the epoch
   */
  static async of(
    snapshot: Snapshot,
    asOf: 'now' | 'recorded',
    realNow: () => number = Date.now,
  ): Promise<RecordingClock> {
    const { nodes = [], pods = [] } = snapshot.metrics ?? {};
    const times = [
      newestTime([...snapshot.objects, ...nodes, ...pods]),
      await snapshot.newestLogTime(),
      // quiet clusters are older than the newest thing in them, and that counts for "how long ago"
      asOf === 'recorded' ? parseTime(snapshot.notes?.recordedAt ?? '') : undefined,
    ];
    const newest = times.reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a));
    if (asOf === 'recorded' || newest === undefined) {
      const stopped = newest ?? realNow();
      return new RecordingClock(0, stopped, () => stopped);
    }
    const delta = Math.floor((realNow() - NEWEST_EVENT_AGE_MS - newest) / 1000) * 1000;
    return new RecordingClock(delta, newest + delta, realNow);
  }

  private constructor(
    /** Whole seconds, in milliseconds. */
    readonly deltaMs: number,
    /** When the recording was made, on this clock: nothing in it is newer. Milliseconds since the epoch. */
    readonly recordedAt: number,
    /** Milliseconds since the epoch. */
    readonly now: () => number,
  ) {}

  /** The object with its times moved; made once, when it is first asked for. */
  apply<T extends object>(object: T): T {
    if (this.deltaMs === 0) {
      return object;
    }
    let moved = this.moved.get(object);
    if (!moved) {
      moved = shiftTimestamps(object, this.deltaMs);
      this.moved.set(object, moved);
    }
    return moved as T;
  }
}

/** Milliseconds since the epoch; undefined in a recording without any time. */
function newestTime(objects: KubernetesObject[]): number | undefined {
  let newest: number | undefined;
  const visit = (value: unknown) => {
    if (Array.isArray(value)) {
      value.forEach(visit);
    } else if (value && typeof value === 'object') {
      for (const [key, entry] of Object.entries(value)) {
        if (typeof entry === 'string') {
          const time = PAST_FIELDS.has(key) ? parseTime(entry) : undefined;
          if (time !== undefined && (newest === undefined || time > newest)) newest = time;
        } else if (!WISHES.has(key)) {
          visit(entry);
        }
      }
    }
  };
  objects.forEach(visit);
  return newest;
}
