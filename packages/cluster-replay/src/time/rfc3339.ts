/** A string that is a time and nothing else, as Kubernetes writes `Time` (seconds) and `MicroTime` (six digits). */
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

/** Milliseconds since the epoch; undefined when the value is no time. */
export function parseTime(value: unknown): number | undefined {
  if (typeof value !== 'string' || value.length < 20 || value.length > 35 || !RFC3339.test(value)) {
    return undefined;
  }
  const ms = Date.parse(value);
  return Number.isNaN(ms) ? undefined : ms;
}

/**
 * The same time moved, written with as many digits as before.
 *
 * @param deltaMs - whole seconds in milliseconds, so that digits below a millisecond stay as they are
 */
export function moveTime(value: string, deltaMs: number): string {
  const ms = parseTime(value);
  if (ms === undefined) {
    return value;
  }
  const fraction = /\.\d+/.exec(value)?.[0] ?? '';
  return `${new Date(ms + deltaMs).toISOString().slice(0, 19)}${fraction}Z`;
}
