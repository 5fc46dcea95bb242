/** The kubelet's time before a line: always nine digits of a second (RFC3339NanoFixed), then a space. */
export const LOG_TIMESTAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{9})(Z|[+-]\d\d:\d\d) /;

/** Bytes of the longest such prefix, space included: `2026-01-02T03:04:05.123456789+02:00 `. */
export const LOG_TIMESTAMP_BYTES = 36;

/** Milliseconds since the epoch of a line's prefix; undefined when it has none. */
export function parseLogTimestamp(line: string): number | undefined {
  const match = LOG_TIMESTAMP.exec(line);
  return match ? Date.parse(`${match[1]}${match[2].slice(0, 4)}${match[3]}`) : undefined;
}

/** The kubelet's way of writing a time before a line, without the space. */
export function formatLogTimestamp(ms: number, nanos = '000000'): string {
  return `${new Date(ms).toISOString().slice(0, -1)}${nanos}Z`;
}
