export interface DiffLine {
  side: 'before' | 'after' | 'same';
  text: string;
}

function parseObject(text: string): Record<string, unknown> | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // A long quotation is cut, and then it is no JSON any more.
    return undefined;
  }
}

/** The leaves of an object by their path: `requests.cpu` -> `"200m"`. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[path, JSON.stringify(value)]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key));
}

/** Of two objects only the fields that differ. */
function objectDiff(field: string, before: Record<string, unknown>, after: Record<string, unknown>): DiffLine[] {
  const old = new Map(leaves(before));
  const now = new Map(leaves(after));
  const line = (side: DiffLine['side'], mark: string, path: string, value: string): DiffLine => ({
    side,
    text: `${mark} ${path}: ${value}`,
  });
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter(path => old.get(path) !== now.get(path));
  return [
    { side: 'same', text: field },
    ...changed.flatMap(path => [
      ...(old.has(path) ? [line('before', '-', path, old.get(path)!)] : []),
      ...(now.has(path) ? [line('after', '+', path, now.get(path)!)] : []),
    ]),
  ];
}

/** Reads both `- old` / `+ new` lines and the short form `field: old -> new`, where the two may be JSON objects. */
export function diffLines(text: string): DiffLine[] {
  return text.split('\n').flatMap((line): DiffLine[] => {
    if (/^\s*-\s/.test(line)) return [{ side: 'before', text: line }];
    if (/^\s*\+\s/.test(line)) return [{ side: 'after', text: line }];
    const short = /^(\S[^:]*):\s+(.+?)\s*(?:->|→)\s*(.+)$/.exec(line);
    if (!short) return [{ side: 'same', text: line }];
    const [, field, before, after] = short;
    const old = parseObject(before);
    const now = parseObject(after);
    if (old && now) return objectDiff(field, old, now);
    return [
      { side: 'before', text: `- ${field}: ${before}` },
      { side: 'after', text: `+ ${field}: ${after}` },
    ];
  });
}
