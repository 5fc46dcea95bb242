import { FindingDraft } from '../analyzers/Analyzer';
import { keyOf } from '../cluster/ClusterGraph';

/** More quotations than these prove nothing more. */
const MAX_EVIDENCE = 8;

/** Replicas that fail in the same way become one finding with a count; the proof of the first stands for all. */
export function fold(drafts: FindingDraft[]): FindingDraft[] {
  const folded = new Map<string, FindingDraft>();
  for (const draft of drafts) {
    // Names of pods and times differ between replicas; the category and the object do not.
    const key = `${draft.category}|${keyOf(draft.resource)}|${draft.container ?? ''}`;
    const first = folded.get(key);
    folded.set(
      key,
      first
        ? merge(first, draft)
        : { ...draft, count: draft.count ?? 1, evidence: draft.evidence.slice(0, MAX_EVIDENCE) },
    );
  }
  return [...folded.values()];
}

function merge(first: FindingDraft, next: FindingDraft): FindingDraft {
  const [best, other] = next.confidence > first.confidence ? [next, first] : [first, next];
  return {
    ...best,
    count: (first.count ?? 1) + (next.count ?? 1),
    since: [first.since, next.since].filter(Boolean).sort()[0],
    latent: first.latent && next.latent,
    affects: [...(best.affects ?? []), ...(other.affects ?? [])],
    blames: [...(best.blames ?? []), ...(other.blames ?? [])],
    evidence: best.evidence.slice(0, MAX_EVIDENCE),
  };
}
