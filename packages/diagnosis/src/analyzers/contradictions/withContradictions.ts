import { ClusterGraph } from '../../cluster/ClusterGraph';
import { asArray } from '../../cluster/pods';
import { FindingDraft } from '../Analyzer';
import { Contradiction, ContradictionFinder, Failure } from './Contradiction';
import { accessRules } from './accessRules';
import { calledProducts } from './calledProducts';
import { governingService } from './governingService';
import { hiddenFiles } from './hiddenFiles';
import { nameServers } from './nameServers';
import { refusedWrites } from './refusedWrites';
import { calledHosts } from './calledHosts';
import { memoryTakers } from './memoryTakers';
import { staleConfiguration } from './staleConfiguration';
import { variables } from './variables';

const FINDERS: ContradictionFinder[] = [
  accessRules,
  hiddenFiles,
  refusedWrites,
  variables,
  calledHosts,
  calledProducts,
  nameServers,
  governingService,
  memoryTakers,
  staleConfiguration,
];

/** More than these would bury the failure itself. */
const MAX_CONTRADICTIONS = 3;

/** Adds to each failure of a workload what contradicts itself in its objects and explains it; the others stay as they are. */
export function withContradictions(drafts: FindingDraft[], graph: ClusterGraph): FindingDraft[] {
  return drafts.map(draft => {
    const failure = failureOf(draft, graph);
    const found = failure ? FINDERS.flatMap(find => find(failure, graph)).slice(0, MAX_CONTRADICTIONS) : [];
    return found.reduce(add, draft);
  });
}

function add(draft: FindingDraft, { sentence, evidence, fixes = [] }: Contradiction): FindingDraft {
  const [proof, ...others] = draft.evidence;
  return {
    ...draft,
    rootCause: `${draft.rootCause} ${sentence}`,
    confidence: Math.max(draft.confidence, 0.9),
    // Beside the decisive line, where it is not cut off.
    evidence: [...(proof ? [proof] : []), ...evidence, ...others],
    fixes: [...fixes, ...(draft.fixes ?? [])],
  };
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
