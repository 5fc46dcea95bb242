import { moveTime, parseTime } from './rfc3339';

/** Values that belong to the application or are prose: a time in there is not the cluster's. */
const NOT_OURS = new Set(['data', 'binaryData', 'stringData', 'env', 'args', 'command', 'message', 'note', 'labels']);

/**
 * A copy of a recorded value in which every string that is a time, and nothing but a time, is moved. What need not
 * change is shared with the original, which stays as it is.
 */
export function shiftTimestamps<T>(value: T, deltaMs: number): T {
  if (typeof value === 'string') {
    return (parseTime(value) === undefined ? value : moveTime(value, deltaMs)) as T;
  }
  if (Array.isArray(value)) {
    let copy: unknown[] | undefined;
    for (let i = 0; i < value.length; i++) {
      const moved = shiftTimestamps(value[i], deltaMs);
      if (moved !== value[i]) {
        copy ??= value.slice();
        copy[i] = moved;
      }
    }
    return (copy ?? value) as T;
  }
  if (value && typeof value === 'object') {
    let copy: Record<string, unknown> | undefined;
    for (const [key, entry] of Object.entries(value)) {
      if (NOT_OURS.has(key)) continue;
      const moved = shiftTimestamps(entry, deltaMs);
      if (moved !== entry) {
        copy ??= { ...value } as Record<string, unknown>;
        copy[key] = moved;
      }
    }
    return (copy ?? value) as T;
  }
  return value;
}
