import { Category } from '../categories';
import { ClusterGraph } from '../cluster/ClusterGraph';
import { Evidence, ResourceRef, Severity } from '../Diagnosis';
import { FixAction } from '../fixes/FixAction';
import { LogBook } from '../logs/LogBook';
import { Scope } from '../cluster/Scope';

/** What an analyzer may look at. Everything in it is already redacted. */
export interface AnalysisContext {
  graph: ClusterGraph;
  scope: Scope;
  /** The cluster's clock. */
  now: Date;
  /** Reads and mines the log of one container; asking twice costs nothing. */
  logs: LogBook;
}

export type EvidenceDraft = Omit<Evidence, 'id'>;

/** A finding before it is related to the others: whether it is a symptom or a cause is not yet known. */
export interface FindingDraft {
  category: Category;
  severity: Severity;
  /** 0..1: how sure the analyzer is that this is what is wrong with `resource`. */
  confidence: number;
  resource: ResourceRef;
  /** Of a pod, when one of them is to blame: two that fail alike are two findings. */
  container?: string;
  title: string;
  rootCause: string;
  explanation: string;
  evidence: EvidenceDraft[];
  /** RFC 3339. */
  since?: string;
  count?: number;
  fixes?: FixAction[];
  /** Counts only when it explains another finding, or when it is what was asked about: a fact that is no fault by itself. */
  latent?: boolean;
  /** To be said only when nothing more exact is said of the same workload. */
  fallback?: boolean;
  /** Objects that do not work because of this: a finding about one of them is explained by this one. */
  affects?: ResourceRef[];
  /** Objects that this one depends on: a finding about one of them explains this one. */
  blames?: ResourceRef[];
}

/** One family of failures. It neither reads nor writes anything but the context, and it may be wrong about nothing else. */
export interface Analyzer {
  readonly name: string;
  /** One sentence for `docs/analyzers.md`: what it sees. */
  readonly sees: string;
  analyze(context: AnalysisContext): Promise<FindingDraft[]> | FindingDraft[];
}
