import { randomId } from './randomId';
import { Category } from '../categories';
import { EvidenceDraft, FindingDraft } from '../analyzers/Analyzer';
import { fromChange } from '../analyzers/evidence';
import { Classification } from '../classify/classifyText';
import { ClusterGraph, keyOf, nameOf, refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { Scope } from '../cluster/Scope';
import { CauseGraph } from '../causes/CauseGraph';
import { configChanges, lastChange } from '../causes/changes';
import { canComeFrom } from '../causes/rolloutCauses';
import {
  BlindSpot,
  ClassifiedError,
  Diagnosis,
  DiagnosisRequest,
  Evidence,
  Finding,
  FixCommand,
  SEVERITIES,
  Severity,
} from '../Diagnosis';
import { fixesFor } from '../fixes/fixesFor';
import { LogBook } from '../logs/LogBook';
import { checkedSentences } from './checked';
import { equalCauses } from './equalCauses';
import { preventionTips } from './prevention';
import { textFinding } from './textFinding';
import { clip, list, plural } from './words';
import { summarize } from './workloads';

/** What the runbook search is asked with: what the cluster says, beside the user's own words. */
export interface AdviceFacts {
  category: Category;
  /** The user's words. */
  text: string;
  kind?: string;
  reason?: string;
  message?: string;
}

interface Material {
  request: DiagnosisRequest;
  cluster?: string;
  namespaces: string[];
  scope: Scope;
  graph: ClusterGraph;
  causes: CauseGraph;
  ranked: FindingDraft[];
  now: Date;
  logs: LogBook;
  blindSpots: BlindSpot[];
  classification?: Classification;
}

/** More findings than these about one namespace are a list of everything, not a diagnosis. */
const MAX_FINDINGS = 20;
/** A whole cluster has many owners; each wants to find theirs. */
const MAX_FINDINGS_OF_CLUSTER = 100;
const MAX_COMMANDS = 8;
/** A rollout counts as the cause's neighbour in time when it came at most this long before. Milliseconds. */
const CHANGE_WINDOW = 15 * 60_000;

export function explain(material: Material): Diagnosis {
  const { request, scope, graph, causes, now, logs, classification } = material;
  const ranked = material.ranked.slice(0, request.namespace ? MAX_FINDINGS : MAX_FINDINGS_OF_CLUSTER);
  const ids = new Map(ranked.map((draft, index) => [draft, `f${index + 1}`]));
  const nextEvidence = counter('e');
  const findings = ranked.map(draft => toFinding(draft, material, ids, nextEvidence));
  const fromText =
    findings.length === 0 && classification ? textFinding(classification, request, nextEvidence) : undefined;
  if (fromText) findings.push(fromText);

  const first = findings[0];
  const workloads = inView(scope, graph);
  const checked = checkedSentences(workloads, findings, graph, scope, now);
  const blindSpots = [
    ...material.blindSpots,
    ...missingTarget(scope),
    ...notShown(material.ranked.length - ranked.length),
  ];
  return {
    requestId: request.requestId ?? randomId(),
    cluster: material.cluster ?? 'none',
    namespace: request.namespace,
    target: scope.target,
    question: request.question,
    createdAt: now.toISOString(),
    severity: first?.severity ?? 'INFO',
    errorCategory: first?.category ?? 'none',
    rootCause: first?.rootCause ?? nothingFound(material, workloads),
    explanation: first ? explanationOf(first, findings, causes, ranked) : checked.join(' '),
    findings,
    fixCommands: uniqueCommands(findings).slice(0, MAX_COMMANDS),
    preventionTips: first ? preventionTips(first.category) : [],
    verification: first && verificationOf(first),
    relatedRunbooks: [],
    k8sContext: {
      namespaces: material.namespaces,
      objects: Object.fromEntries(graph.kinds()),
      workloads: summarize(workloads, graph),
      checked,
      logs: { containers: logs.containers, lines: logs.lines, bytes: logs.bytes },
    },
    classifiedErrors: classifiedErrors(findings, classification),
    blindSpots,
    timings: {},
  };
}

function notShown(count: number): BlindSpot[] {
  if (count === 0) return [];
  const why = 'Only the gravest are shown. Ask for one namespace or workload to see the others.';
  return [{ what: count === 1 ? 'one more finding' : `${count} more findings`, why }];
}

function toFinding(
  draft: FindingDraft,
  { causes, graph }: Material,
  ids: Map<FindingDraft, string>,
  nextEvidence: () => string,
): Finding {
  const {
    fixes: actions = [],
    affects: _affects,
    blames: _blames,
    latent: _latent,
    container: _container,
    ...rest
  } = draft;
  const workload = graph.find(draft.resource);
  const change = workload && (relevantChange(workload, draft, graph) ?? relevantConfigChange(workload, draft, graph));
  const withId = (each: EvidenceDraft): Evidence => ({ ...each, id: nextEvidence() });
  const stated = [...draft.evidence, ...(change?.evidence ?? [])].map(withId);
  const { fixes, proofs } = fixesFor({ draft, ofRollout: change?.fixes ?? [], actions, graph, stated, withId });
  const evidence = [...stated, ...proofs];
  const symptoms = causes.explainedBy(draft).filter(other => ids.has(other));
  const elsewhere = symptoms.filter(other => keyOf(other.resource) !== keyOf(draft.resource));
  return {
    ...rest,
    severity: worst([draft, ...symptoms]),
    id: ids.get(draft)!,
    evidence,
    explanation: [draft.explanation, change?.sentence, alsoExplains(elsewhere)].filter(Boolean).join(' '),
    explains: symptoms.map(other => ids.get(other)!),
    count: draft.count ?? 1,
    fixes,
  };
}

/** A cause is as bad as what it brings about. */
function worst(findings: FindingDraft[]): Severity {
  return SEVERITIES[Math.min(...findings.map(({ severity }) => SEVERITIES.indexOf(severity)))];
}

/** The last rollout, when the trouble began with it. */
function relevantChange(workload: KubernetesObject, draft: FindingDraft, graph: ClusterGraph) {
  const change = lastChange(workload, graph);
  if (!change || change.lines.length === 0 || !change.at) return undefined;
  const onset = Date.parse(draft.since ?? '');
  const made = Date.parse(change.at);
  if (!Number.isNaN(onset) && (onset < made - 60_000 || onset > made + CHANGE_WINDOW)) return undefined;
  const what = change.lines.slice(0, 4).join('; ');
  const evidence = [
    fromChange(
      `${nameOf(refOf(workload))} revision ${change.from} -> ${change.to}`,
      change.lines.slice(0, 8).join('\n'),
      change.at,
    ),
  ];
  if (!canComeFrom(change.lines, draft.category, `${draft.title} ${draft.rootCause}`)) {
    return {
      sentence: `It began when revision ${change.to} was rolled out, which only changed: ${what}. That does not explain it.`,
      evidence,
      fixes: [],
    };
  }
  return {
    sentence: `It began with the rollout of revision ${change.to} (before: ${change.from}), which changed: ${what}.`,
    evidence,
    fixes: [
      {
        type: 'roll-back' as const,
        workload: refOf(workload),
        revision: change.from,
        present: change.to,
        why: `revision ${change.to} brought the failure`,
      },
    ],
  };
}

/** Failures that a changed configuration file or variable can bring about. */
const FROM_CONFIGURATION: Category[] = [
  'config-invalid',
  'crash-loop-config',
  'crash-loop-app-error',
  'dns',
  'dependency-down',
  'readiness-probe',
  'liveness-probe',
  'startup-probe',
  'init-container',
  'port-conflict',
  'log-needle',
];

/** A ConfigMap that was changed since the trouble began, or shortly before. */
function relevantConfigChange(workload: KubernetesObject, draft: FindingDraft, graph: ClusterGraph) {
  const [change] = configChanges(workload, graph);
  const onset = Date.parse(draft.since ?? '');
  if (!change || Number.isNaN(onset) || !FROM_CONFIGURATION.includes(draft.category)) return undefined;
  if (Date.parse(change.at) < onset - CHANGE_WINDOW) return undefined;
  const name = change.configMap.metadata.name;
  return {
    sentence: `ConfigMap ${name}, which its pods read, was changed at ${change.at}.`,
    evidence: [fromChange(nameOf(refOf(change.configMap)), `changed at ${change.at}`, change.at)],
    fixes: [],
  };
}

function alsoExplains(symptoms: FindingDraft[]): string {
  const named = [...new Set(symptoms.map(({ resource }) => `${resource.kind} ${resource.name}`))];
  if (named.length === 0) return '';
  const [symptom] = symptoms;
  const how = symptoms.length === 1 ? `: ${clip(symptom.title, 160)}` : '';
  return `This is why ${list(named)} ${named.length === 1 ? 'does' : 'do'} not work${how}.`;
}

function explanationOf(first: Finding, findings: Finding[], causes: CauseGraph, ranked: FindingDraft[]): string {
  const otherRoots = ranked.filter((draft, index) => index > 0 && causes.causesOf(draft).length === 0).length;
  if (otherRoots === 0 || findings.length < 2) return first.explanation;
  const equal = equalCauses(ranked, findings, causes);
  if (equal) return `${first.explanation} ${equal}`;
  return `${first.explanation} ${plural(otherRoots, 'other finding')} ${
    otherRoots === 1 ? 'has its' : 'have their'
  } own cause.`;
}

function verificationOf(finding: Finding): string {
  if (finding.resource.kind === 'Text') return 'This is fixed when the same step runs again without that error.';
  const { kind, name } = finding.resource;
  const symptom = {
    Deployment: 'all its pods are ready',
    StatefulSet: 'all its pods are ready',
    DaemonSet: 'it runs on every node it should',
    Job: 'a new run completes',
    CronJob: 'its next run completes',
    PersistentVolumeClaim: 'it is Bound',
    Service: 'it has ready endpoints',
    Node: 'its Ready condition is True',
  }[kind];
  return `This is fixed when ${
    symptom ? `${kind} ${name} is well again: ${symptom}` : `${kind} ${name} no longer shows it`
  } and no new warning event appears for 2 minutes.`;
}

/** Of root causes only: a symptom goes with its cause. One command for two findings is shown once. */
function uniqueCommands(findings: Finding[]): FixCommand[] {
  const explained = new Set(findings.flatMap(({ explains }) => explains));
  const commands = new Map<string, FixCommand>();
  for (const fix of findings.filter(({ id }) => !explained.has(id)).flatMap(commandsOf))
    if (!commands.has(fix.command)) commands.set(fix.command, fix);
  return [...commands.values()];
}

function commandsOf(finding: Finding): FixCommand[] {
  return finding.fixes.flatMap(({ command, ...rest }) => (command ? [{ command, ...rest }] : []));
}

function classifiedErrors(findings: Finding[], classification: Classification | undefined): ClassifiedError[] {
  const pasted =
    classification && classification.category !== 'none'
      ? [{ category: classification.category, severity: classification.severity, matched: classification.matched }]
      : [];
  const seen = findings.map(({ category, severity, evidence, title }) => ({
    category,
    severity,
    matched: evidence[0]?.text ?? title,
  }));
  const known = new Set<Category>(pasted.map(({ category }) => category));
  return [...pasted, ...seen.filter(({ category }) => !known.has(category))].slice(0, 10);
}

/** The workloads that the answer speaks of. */
function inView(scope: Scope, graph: ClusterGraph): KubernetesObject[] {
  if (scope.focus.length === 0) return graph.workloads(scope.namespace);
  const workloads = scope.focus.flatMap(object => {
    if (object.kind === 'Service') return graph.podsBehind(object).map(pod => graph.workloadOf(pod));
    return [
      'ConfigMap',
      'Ingress',
      'Node',
      'PersistentVolumeClaim',
      'NetworkPolicy',
      'HorizontalPodAutoscaler',
      'PodDisruptionBudget',
      'CronJob',
    ].includes(object.kind)
      ? []
      : [graph.workloadOf(object)];
  });
  return [...new Set(workloads)];
}

function nothingFound({ scope, request, blindSpots, cluster, graph }: Material, workloads: KubernetesObject[]): string {
  if (cluster === undefined) return 'The text names no failure that is known here.';
  if (graph.kinds().length === 0 && blindSpots.length > 0)
    return `The cluster ${cluster} could not be read, so nothing can be said about it.`;
  if (scope.missing) return missingTarget(scope)[0].what;
  const place = request.namespace ? `namespace ${request.namespace}` : `cluster ${cluster}`;
  const names = [...new Set(workloads.map(({ metadata }) => metadata.name))];
  const focus = scope.focus.length > 0 && names.length > 0 ? list(names.slice(0, 3)) : place;
  const what = scope.target ? `${scope.target.kind} ${scope.target.name}` : focus;
  if (workloads.length === 0 && !scope.target) return `There are no workloads in ${what}.`;
  const idle = summarize(workloads, graph);
  if (scope.target && idle.length > 0 && idle.every(({ status }) => status === 'scaled-to-zero'))
    return `Nothing is wrong with ${what}: it is scaled to 0, so no pods are meant to run.`;
  return `Nothing is wrong with ${what}${blindSpots.length > 0 ? ', as far as it could be read' : ''}.`;
}

function missingTarget(scope: Scope): BlindSpot[] {
  if (!scope.missing) return [];
  const { target, similar } = scope.missing;
  const where = target.namespace ? ` in namespace ${target.namespace}` : '';
  if (scope.missing.unread) {
    return [
      {
        what: `${target.kind} ${target.name}${where} could not be read, so nothing can be said about it.`,
        why: `Objects of kind ${target.kind} could not be listed.`,
      },
    ];
  }
  return [
    {
      what: `There is no ${target.kind} ${target.name}${where}.`,
      why: similar.length > 0 ? `Did you mean ${list(similar)}?` : 'Check the name, the namespace and the cluster.',
    },
  ];
}

export function adviceFacts(diagnosis: Diagnosis, request: DiagnosisRequest): AdviceFacts {
  const first = diagnosis.findings[0];
  return {
    category: diagnosis.errorCategory,
    text: [request.question, request.errorMessage].filter(Boolean).join('\n').slice(0, 2000),
    kind: first?.resource.kind,
    reason: first?.title,
    message: first?.evidence[0]?.text,
  };
}

function counter(prefix: string): () => string {
  let count = 0;
  return () => `${prefix}${++count}`;
}
