import { ClusterGraph } from '../../cluster/ClusterGraph';
import { asArray } from '../../cluster/pods';
import { FindingDraft } from '../Analyzer';
import { Contradiction, ContradictionFinder, Failure } from './Contradiction';
import { accessRules } from './accessRules';
import { aliasedHosts } from './aliasedHosts';
import { apiAccess } from './apiAccess';
import { calledHosts } from './calledHosts';
import { calledProducts } from './calledProducts';
import { governingService } from './governingService';
import { handMadeEndpoints } from './handMadeEndpoints';
import { hiddenFiles } from './hiddenFiles';
import { memoryTakers } from './memoryTakers';
import { nameServers } from './nameServers';
import { pinnedHosts } from './pinnedHosts';
import { refusedWrites } from './refusedWrites';
import { sharedSecrets } from './sharedSecrets';
import { sharedConnections } from './sharedConnections';
import { staleConfiguration } from './staleConfiguration';
import { throttledProbes } from './throttledProbes';
import { variables } from './variables';

const FINDERS: ContradictionFinder[] = [
  throttledProbes,
  accessRules,
  apiAccess,
  hiddenFiles,
  refusedWrites,
  variables,
  calledHosts,
  calledProducts,
  sharedConnections,
  pinnedHosts,
  handMadeEndpoints,
  nameServers,
  governingService,
  aliasedHosts,
  sharedSecrets,
  memoryTakers,
  staleConfiguration,
];

/** More than these would bury the failure itself. */
const MAX_CONTRADICTIONS = 3;

/**
 * Adds to each failure of a workload what contradicts itself in its objects and explains it. Where another object is to
 * blame, that becomes a finding of its own, which the failure follows from.
 */
export function withContradictions(drafts: FindingDraft[], graph: ClusterGraph): FindingDraft[] {
  return drafts.flatMap(draft => {
    const failure = failureOf(draft, graph);
    const found = failure ? FINDERS.flatMap(find => find(failure, graph)).slice(0, MAX_CONTRADICTIONS) : [];
    const elsewhere = found.find(({ culprit }) => culprit !== undefined);
    const own = found.filter(({ culprit }) => culprit === undefined).reduce(add, draft);
    return elsewhere ? [own, causeOf(own, elsewhere)] : [own];
  });
}

function add(draft: FindingDraft, { sentence, evidence, fixes = [] }: Contradiction): FindingDraft {
  return {
    ...draft,
    rootCause: `${draft.rootCause} ${sentence}`,
    confidence: Math.max(draft.confidence, 0.9),
    evidence: besideTheFirst(draft, evidence),
    fixes: [...fixes, ...(draft.fixes ?? [])],
  };
}

function causeOf(draft: FindingDraft, { sentence, evidence, fixes, culprit }: Contradiction): FindingDraft {
  return {
    ...culprit!,
    severity: draft.severity,
    confidence: Math.max(draft.confidence, 0.93),
    rootCause: `${sentence} ${draft.rootCause}`,
    explanation: draft.explanation,
    evidence: besideTheFirst(draft, evidence),
    since: draft.since,
    affects: [draft.resource],
    fixes,
  };
}

/** Beside the decisive line, where it is not cut off. */
function besideTheFirst({ evidence: [proof, ...others] }: FindingDraft, evidence: FindingDraft['evidence']) {
  return [...(proof ? [proof] : []), ...evidence, ...others];
}

function failureOf(draft: FindingDraft, graph: ClusterGraph): Failure | undefined {
  const workload = draft.latent ? undefined : graph.find(draft.resource);
  const spec = workload && graph.templateOf(workload).spec;
  if (!workload || !spec) return undefined;
  const containers = [...asArray(spec.initContainers), ...asArray(spec.containers)];
  return {
    draft,
    text: [
      draft.title,
      draft.rootCause,
      ...draft.evidence.filter(({ kind }) => kind === 'log' || kind === 'event').map(({ text }) => text),
    ].join('\n'),
    workload,
    spec,
    containers: draft.container ? containers.filter(({ name }) => name === draft.container) : containers,
    namespace: workload.metadata.namespace,
  };
}
