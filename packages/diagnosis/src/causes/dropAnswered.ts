import { FindingDraft } from '../analyzers/Analyzer';
import { ClusterGraph, keyOf, refOf } from '../cluster/ClusterGraph';
import { ResourceRef } from '../Diagnosis';
import { SYMPTOMS } from './symptoms';

/** Drops what was only to be said for want of something better, where something better is said of the same thing. */
export function dropAnswered(drafts: FindingDraft[], graph: ClusterGraph): FindingDraft[] {
  // "The rollout is stuck" does not say why: what is reported may.
  const exact = drafts.filter(({ fallback, latent, category }) => !fallback && !latent && !SYMPTOMS.includes(category));
  const answered = new Set(exact.flatMap(draft => [...namesOf(draft.resource, graph), ...affectedBy(draft)]));
  const needed = new Set(
    drafts.filter(draft => draft.fallback && !namesOf(draft.resource, graph).some(name => answered.has(name))),
  );
  const said = new Set([...needed].map(sameSaying));
  return drafts
    .filter(draft => (draft.fallback ? needed.has(draft) : !isOutdone(draft, said)))
    .map(({ fallback: _fallback, ...draft }) => draft);
}

/** An autoscaler or a budget that names a workload says nothing about why its pods do not run. */
function affectedBy({ category, affects = [] }: FindingDraft): string[] {
  return category === 'hpa-misconfig' || category === 'pdb-blocking' ? [] : affects.map(keyOf);
}

/** Of two that only say that something is stuck, the one that quotes why is enough. */
function isOutdone(draft: FindingDraft, said: Set<string>): boolean {
  return SYMPTOMS.includes(draft.category) && said.has(sameSaying(draft));
}

function sameSaying({ category, resource }: FindingDraft): string {
  return `${category}|${keyOf(resource)}`;
}

/** The object and the workload that it belongs to. */
function namesOf(ref: ResourceRef, graph: ClusterGraph): string[] {
  const object = graph.find(ref);
  return object ? [keyOf(ref), keyOf(refOf(graph.workloadOf(object)))] : [keyOf(ref)];
}
