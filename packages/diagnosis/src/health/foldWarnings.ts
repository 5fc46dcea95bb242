import { TableRow } from '../cluster/ClusterReader';
import { ClusterWarning } from './HealthModel';
import { secondsBefore, secondsOfAge } from './tableTimes';

/** Seconds. Older warnings are history. */
const WINDOW = 3_600;
const LIMIT = 50;

/**
 * Folds the rows of events tables by what they say: the same reason and message, names and numbers aside, is one cause
 * however many replicas report it. Latest first.
 */
export function foldWarnings(rows: TableRow[], now: Date): ClusterWarning[] {
  const byCause = new Map<string, ClusterWarning>();
  for (const { namespace = '', cells } of rows) {
    const age = secondsOfAge(cells['last seen']) ?? 0;
    if (age > WINDOW) {
      continue;
    }
    const { reason = '', object = '', message = '' } = cells;
    const warning = {
      reason,
      namespace,
      object,
      message,
      // a column of its own that kubectl shows with -o wide; "2m (x14 over 6m)" in servers that fold it into the age
      count: Number(cells.count) || Number(/\(x(\d+)/.exec(cells['last seen'] ?? '')?.[1] ?? 1),
      lastSeen: secondsBefore(now, age),
    };
    const cause = [namespace, reason, withoutInstance(object), withoutNumbers(message)].join('\n');
    const known = byCause.get(cause);
    if (!known) {
      byCause.set(cause, warning);
    } else {
      const latest = warning.lastSeen > known.lastSeen ? warning : known;
      byCause.set(cause, { ...latest, count: known.count + warning.count });
    }
  }
  return [...byCause.values()].sort((a, b) => b.lastSeen.localeCompare(a.lastSeen)).slice(0, LIMIT);
}

/** `pod/api-7d9f8b6c5-x2b9p` and its siblings are one thing. */
function withoutInstance(object: string): string {
  return object.replace(/(?:-[a-z0-9]{6,10})?-[a-z0-9]{5}$|-\d+$/, '');
}

/** Also pods that a message quotes: `pods "api-7d9f8b6c5-nt2dl" is forbidden`. */
function withoutNumbers(message: string): string {
  return message
    .replace('(combined from similar events): ', '')
    .replace(/(?:-[a-z0-9]{6,10})?-[a-z0-9]{5}\b/g, '-#')
    .replace(/[0-9a-f]{8,}|\d+/g, '#');
}
