import { FindingDraft } from '../analyzers/Analyzer';
import { ClusterGraph, keyOf, refOf } from '../cluster/ClusterGraph';
import { ResourceRef } from '../Diagnosis';
import { SYMPTOMS } from './symptoms';

/** Drops what was only to be said for want of something better, where something better is said of the same thing. */
export function dropAnswered(drafts: FindingDraft[], graph: ClusterGraph): FindingDraft[] {
  const exact = drafts.filter(({ fallback, latent }) => !fallback && !latent);
  const needed = drafts.filter(draft => draft.fallback && !exact.some(other => answers(other, draft, graph)));
  return drafts
    .filter(draft => (draft.fallback ? needed.includes(draft) : !needed.some(each => saysMore(each, draft))))
    .map(({ fallback: _fallback, ...draft }) => draft);
}

function answers(other: FindingDraft, draft: FindingDraft, graph: ClusterGraph): boolean {
  // "The rollout is stuck" does not say why: what is reported may.
  if (SYMPTOMS.includes(other.category)) return false;
  const names = new Set(namesOf(draft.resource, graph));
  if (namesOf(other.resource, graph).some(name => names.has(name))) return true;
  return !isAside(other) && Boolean(other.affects?.some(ref => names.has(keyOf(ref))));
}

/** Of two that only say that something is stuck, the one that quotes why. */
function saysMore(fallback: FindingDraft, other: FindingDraft): boolean {
  return (
    fallback.category === other.category &&
    SYMPTOMS.includes(other.category) &&
    keyOf(fallback.resource) === keyOf(other.resource)
  );
}

/** An autoscaler or a budget that names a workload says nothing about why its pods do not run. */
function isAside({ category }: FindingDraft): boolean {
  return category === 'hpa-misconfig' || category === 'pdb-blocking';
}

/** The object and the workload that it belongs to. */
function namesOf(ref: ResourceRef, graph: ClusterGraph): string[] {
  const object = graph.find(ref);
  return object ? [keyOf(ref), keyOf(refOf(graph.workloadOf(object)))] : [keyOf(ref)];
}
