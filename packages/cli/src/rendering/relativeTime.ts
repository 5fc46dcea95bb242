const UNITS: [number, string][] = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
];

/** `14:02 (6 min before)`, with the day when it was another one; UTC, as the cluster's own times. */
export function relativeTime(at: string, now: string): string {
  const seconds = Math.round((Date.parse(now) - Date.parse(at)) / 1_000);
  if (!Number.isFinite(seconds)) {
    return at;
  }
  const clock = at.slice(0, 10) === now.slice(0, 10) ? at.slice(11, 16) : `${at.slice(0, 10)} ${at.slice(11, 16)}`;
  return `${clock} UTC (${duration(Math.max(seconds, 0))} ago)`;
}

function duration(seconds: number): string {
  const [size, unit] = UNITS.find(([length]) => seconds >= length) ?? [1, 's'];
  return `${Math.floor(seconds / size)} ${unit}`;
}
