import { Category } from '../../categories';
import { ClusterGraph } from '../../cluster/ClusterGraph';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import { ResourceRef } from '../../Diagnosis';
import { FixAction } from '../../fixes/FixAction';
import { EvidenceDraft, FindingDraft } from '../Analyzer';

/** A failure that was found, with the specification of the containers that it is about. */
export interface Failure {
  draft: FindingDraft;
  /** What the finding says and quotes from logs and events: the names and paths of the failure stand in it. */
  text: string;
  workload: KubernetesObject;
  /** Of the pod template, with volumes. */
  spec: any;
  /** The container to blame, or all of them when the finding names none. */
  containers: any[];
  namespace?: string;
}

/**
 * What objects say against each other, and what explains the failure: a volume over the program that is not found, a
 * variable that names a host which no Service has. No event and no status tells it.
 */
export interface Contradiction {
  /** With a full stop. It follows the root cause that the analyzer gave. */
  sentence: string;
  evidence: EvidenceDraft[];
  fixes?: FixAction[];
  /** Another object than the failing workload that is itself wrong: it becomes the cause, and the failure its symptom. */
  culprit?: { resource: ResourceRef; category: Category; title: string };
}

export type ContradictionFinder = (failure: Failure, graph: ClusterGraph) => Contradiction[];
