/** The candidate that is a likely misspelling of `name`, or shares its stem; `undefined` when none is near. */
export function closest(name: string, candidates: string[]): string | undefined {
  const ranked = candidates
    .filter(candidate => candidate !== name)
    .map(candidate => ({ candidate, distance: editDistance(name, candidate) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  // A third of the letters may differ; a shorter name may be the longer one's prefix (`web` and `web-svc`).
  if (best && best.distance <= Math.max(1, Math.floor(name.length / 3))) return best.candidate;
  return ranked.find(({ candidate }) => isStem(candidate, name) || isStem(name, candidate))?.candidate;
}

function isStem(short: string, long: string): boolean {
  return short.length >= 3 && (long.startsWith(`${short}-`) || long.endsWith(`-${short}`));
}

/** Levenshtein distance; names are at most 253 characters long. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      current[j] = Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    previous = current;
  }
  return previous[b.length];
}
