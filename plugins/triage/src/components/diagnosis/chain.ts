import type { Diagnosis, Finding } from '@triage/plugin-triage-common';

export interface SortedFindings {
  /** The first root cause. */
  primary: Finding;
  /** What it causes, directly or not, nearest first. */
  explained: Finding[];
  /** Causes of the same trouble that are nearly as likely as the first. */
  alternatives: Finding[];
  /** What it has nothing to do with. */
  others: Finding[];
}

/** Confidence by which a second cause of the same object may be behind the first and still be worth a look. */
const NEARLY = 0.25;

function isAlternative(finding: Finding, primary: Finding): boolean {
  const sameObject =
    finding.resource.kind === primary.resource.kind &&
    finding.resource.name === primary.resource.name &&
    finding.resource.namespace === primary.resource.namespace;
  return sameObject && finding.confidence >= primary.confidence - NEARLY;
}

/** Splits the findings by their relation to the first one; `undefined` when there is none. */
export function sortFindings({ findings }: Diagnosis): SortedFindings | undefined {
  const [primary, ...rest] = findings;
  if (!primary) return undefined;
  const byId = new Map(rest.map(finding => [finding.id, finding]));
  const explained: Finding[] = [];
  const queue = [...primary.explains];
  while (queue.length > 0) {
    const id = queue.shift()!;
    const finding = byId.get(id);
    if (finding) {
      byId.delete(id);
      explained.push(finding);
      queue.push(...finding.explains);
    }
  }
  const unexplained = [...byId.values()];
  const alternatives = unexplained.filter(finding => isAlternative(finding, primary));
  return { primary, explained, alternatives, others: unexplained.filter(finding => !alternatives.includes(finding)) };
}

/** Nodes of the picture. */
const MAX_NODES = 6;

/** The longest way from a cause to a symptom, cut in the middle when it has more than six nodes. */
export function causalChain(primary: Finding, explained: Finding[]): Finding[] {
  const byId = new Map(explained.map(finding => [finding.id, finding]));
  const walk = (finding: Finding, seen: Set<string>): Finding[] => {
    const tails = finding.explains
      .filter(id => byId.has(id) && !seen.has(id))
      .map(id => walk(byId.get(id)!, new Set([...seen, id])));
    const longest = tails.reduce<Finding[]>((best, tail) => (tail.length > best.length ? tail : best), []);
    return [finding, ...longest];
  };
  const chain = walk(primary, new Set([primary.id]));
  return chain.length <= MAX_NODES ? chain : [...chain.slice(0, MAX_NODES - 1), chain[chain.length - 1]];
}
