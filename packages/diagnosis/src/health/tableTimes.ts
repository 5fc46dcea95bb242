const UNIT_SECONDS: Record<string, number> = { y: 31_536_000, d: 86_400, h: 3_600, m: 60, s: 1 };

/** The seconds of an age as the server's tables write it: `5m`, `3d4h`, `2y117d`; `undefined` for anything else. */
export function secondsOfAge(age: string | undefined): number | undefined {
  const parts = /^(?:\d+[ydhms])+/.exec(age?.trim() ?? '')?.[0].match(/\d+[ydhms]/g);
  return parts?.reduce((sum, part) => sum + Number(part.slice(0, -1)) * UNIT_SECONDS[part.slice(-1)], 0);
}

/** The moment that many seconds before another one, in RFC 3339. */
export function secondsBefore(now: Date, seconds: number): string {
  return new Date(now.getTime() - seconds * 1_000).toISOString();
}
