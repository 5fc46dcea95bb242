import { Category } from './categories';

/** From worst to mildest; INFO never means that something is broken. */
export const SEVERITIES = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFO'] as const;
export type Severity = (typeof SEVERITIES)[number];

export type PatchVerb = 'add' | 'remove' | 'replace' | 'test';
export type RiskLevel = 'LOW' | 'MEDIUM' | 'HIGH';

/** Names one object of a cluster. */
export interface ResourceRef {
  kind: string;
  namespace?: string;
  name: string;
}

/** What somebody asks. At least one of question, errorMessage, target and namespace is set. */
export interface DiagnosisRequest {
  /** Echoed in the answer, so that logs and answers can be matched. Made up when absent. */
  requestId?: string;
  question?: string;
  /** Pasted error text: a log excerpt, an event, the output of a CI job. */
  errorMessage?: string;
  namespace?: string;
  target?: ResourceRef;
  /** Narrows the answer to workloads with these labels (`backstage.io/kubernetes-label-selector`). */
  labelSelector?: string;
}

/** A quotation that proves a claim. `text` is redacted and at most 500 characters. */
export interface Evidence {
  /** Unique within the diagnosis: `e1`, `e2`, … */
  id: string;
  kind: 'object' | 'event' | 'log' | 'change';
  /** Where to look it up: `pod/checkout-5d9c-x2b container app (previous)`, `configmap/checkout-config`. */
  source: string;
  text: string;
  /** RFC 3339. */
  at?: string;
  /** Of a log line: its number in the stream, counted from 1, and its neighbours. */
  log?: { line: number; before: string[]; after: string[] };
}

/** One safe step. Only `src/fixes` makes them; nothing else in Triage produces a command. */
export interface Fix {
  /** Exact text for a terminal; `undefined` when the step is not one for kubectl. */
  command?: string;
  description: string;
  riskLevel: RiskLevel;
  /** What it changes, and what that brings about. */
  changes?: string;
  /** The exact command back, or why there is none. */
  undo?: string;
  /** A command that only reads, and shows whether it helped. */
  verify?: string;
  /** What {@link verify} then shows. */
  expect?: string;
  /** The same change for a manifest in Git; absent when nothing in a manifest changes. */
  patch?: ManifestPatch;
  /** Ids of the evidence that justifies it. */
  evidence: string[];
}

/** A step of an RFC 6902 patch. */
export interface PatchOperation {
  op: PatchVerb;
  path: string;
  value?: any;
}

/** What to change in a manifest. Either `manifest`, or `target` with `operations`. */
export interface ManifestPatch {
  /** The fields that change, or a new object: apiVersion, kind, metadata and what differs (a strategic merge). */
  manifest?: { [field: string]: any };
  target?: PatchTarget;
  /** Where a place in a list is needed. */
  operations?: PatchOperation[];
}

export interface PatchTarget {
  apiVersion: string;
  kind: string;
  name: string;
  namespace?: string;
}

/** Something that is wrong, with its proof. */
export interface Finding {
  id: string;
  severity: Severity;
  category: Category;
  /** 0..1 */
  confidence: number;
  resource: ResourceRef;
  title: string;
  rootCause: string;
  explanation: string;
  evidence: Evidence[];
  /** Ids of the findings that this one causes. */
  explains: string[];
  /** RFC 3339. */
  since?: string;
  /** How many replicas, pods or objects show it. */
  count: number;
  fixes: Fix[];
}

/** Something that could not be read, and what it might hide. */
export interface BlindSpot {
  what: string;
  why: string;
}

export interface RelatedRunbook {
  title: string;
  filename: string;
  /** 0..1 */
  relevanceScore: number;
  section?: string;
}

export interface ClassifiedError {
  category: Category;
  severity: Severity;
  /** The line that decided. */
  matched: string;
}

export interface FixCommand {
  command: string;
  description: string;
  riskLevel: RiskLevel;
  evidence: string[];
  changes?: string;
  undo?: string;
  verify?: string;
  expect?: string;
  patch?: ManifestPatch;
}

/** A compact summary of what was read. */
export interface KubernetesContext {
  kubernetesVersion?: string;
  /** That were read: the one asked about, and those that its failing calls lead to. Empty: the whole cluster, or none. */
  namespaces: string[];
  /** Objects read, by kind. */
  objects: Record<string, number>;
  workloads: WorkloadSummary[];
  /** One sentence each: what was looked at and is fine. */
  checked: string[];
  logs: { containers: number; lines: number; bytes: number };
}

export interface WorkloadSummary {
  kind: string;
  namespace: string;
  name: string;
  desired: number;
  ready: number;
  restarts: number;
  status: 'healthy' | 'failing' | 'progressing' | 'scaled-to-zero' | 'completed';
}

/** The answer. Also the JSON of `triage diagnose -o json`. */
export interface Diagnosis {
  requestId: string;
  cluster: string;
  namespace?: string;
  target?: ResourceRef;
  question?: string;
  /** RFC 3339. */
  createdAt: string;
  severity: Severity;
  /** Of the first finding; `none` when nothing is wrong. */
  errorCategory: Category;
  rootCause: string;
  explanation: string;
  /** Root causes first, best first; empty on a healthy scope. */
  findings: Finding[];
  fixCommands: FixCommand[];
  preventionTips: string[];
  /** "This is fixed when …" */
  verification?: string;
  relatedRunbooks: RelatedRunbook[];
  k8sContext: KubernetesContext;
  classifiedErrors: ClassifiedError[];
  blindSpots: BlindSpot[];
  narration?: { model: string; text: string; citations: string[] };
  /** Milliseconds by step. */
  timings: Record<string, number>;
}
