import { FindingDraft } from '../analyzers/Analyzer';
import { Category } from '../categories';
import { ClusterGraph, keyOf, refOf } from '../cluster/ClusterGraph';
import { Scope } from '../cluster/Scope';
import { ResourceRef } from '../Diagnosis';
import { CauseGraph } from './CauseGraph';
import { isSymptomOf } from './symptoms';

/** What a dropped connection can look like from the caller's side. */
const SIGNS_OF_DROPPED_CALLS: Category[] = [
  'dependency-down',
  'dns',
  'readiness-probe',
  'liveness-probe',
  'startup-probe',
  'crash-loop-app-error',
  'init-container',
  'job-failed',
  'log-needle',
  'rollout-stuck',
  'statefulset-stuck',
  'clock-or-deadlock',
  'crash-loop-config',
  'service-no-endpoints',
  'service-port-mismatch',
  'ingress-misconfig',
];

/** What stands between a caller and what it calls: only calls suffer from it. */
const HINDER_CALLS: Category[] = [
  'network-policy',
  'service-no-endpoints',
  'service-port-mismatch',
  'ingress-misconfig',
];

/** Whether they come from a call, only the line in the log can tell. */
const BY_LOG: Category[] = ['crash-loop-app-error', 'crash-loop-config', 'job-failed', 'log-needle', 'init-container'];
const OF_A_CALL =
  /time[d-]? ?-?out|refused|unreachable|reset by|connect|resolv|lookup|host|dns|eai_again|enotfound|unavailable|upstream|\b50[234]\b|network|socket|deadline|handshake|wait|retry/i;

const UNRESOLVED =
  /no such host|resolv|name or service not known|not found address|unknown ?host|enotfound|eai_again|nxdomain/i;

/** They hinder scaling and draining; they break nothing that runs. */
const HARMLESS_TO_PODS: Category[] = ['hpa-misconfig', 'pdb-blocking'];

/**
 * Relates findings: one that explains another stands above it. The links are facts, not guesses: the object that a
 * failing call needs, the owner of the pods, the node they are on, what an analyzer said is affected.
 */
export function correlate(findings: FindingDraft[], graph: ClusterGraph): CauseGraph {
  const causes = new CauseGraph(findings);
  const related = findings.map(finding => relationsOf(finding, graph));
  for (const symptom of related) {
    for (const cause of related) {
      if (explains(cause, symptom)) causes.link(cause.finding, symptom.finding);
    }
  }
  return causes;
}

/**
 * A fact that is no fault by itself counts when it explains something, is the very thing that was asked about, or hinders
 * that while somebody complains about it and it shows no other fault.
 */
export function dropIdleFacts(causes: CauseGraph, scope: Scope, graph: ClusterGraph): CauseGraph {
  const asked = new Set(scope.focus.map(object => keyOf(refOf(object))));
  const focus = new Set([...asked, ...scope.focus.map(object => keyOf(refOf(graph.workloadOf(object))))]);
  const hinders = ({ resource, affects }: FindingDraft) =>
    [resource, ...(affects ?? [])].some(ref => focus.has(keyOf(ref)));
  const unexplained =
    scope.complaint &&
    !causes.findings.some(finding => !finding.latent && finding.severity !== 'INFO' && hinders(finding));
  return causes.restrictedTo(
    finding =>
      !finding.latent ||
      (asked.has(keyOf(finding.resource)) && (scope.complaint || finding.category !== 'dependency-down')) ||
      causes.explainedBy(finding).some(other => !other.latent) ||
      (unexplained && !HARMLESS_TO_PODS.includes(finding.category) && hinders(finding)),
  );
}

/** A finding with the keys of all that it is about, affects and blames: worked out once, compared with every other. */
interface Related {
  finding: FindingDraft;
  key: string;
  names: Set<string>;
  affected: string[];
  blamed: string[];
}

function relationsOf(finding: FindingDraft, graph: ClusterGraph): Related {
  return {
    finding,
    key: keyOf(finding.resource),
    names: allNamesOf(finding.resource, graph),
    affected: finding.affects?.map(keyOf) ?? [],
    blamed: finding.blames?.map(keyOf) ?? [],
  };
}

function explains(cause: Related, symptom: Related): boolean {
  if (cause.key === symptom.key) return isSymptomOf(symptom.finding.category, cause.finding.category);
  const isRelated =
    cause.affected.some(key => symptom.names.has(key)) ||
    symptom.blamed.some(key => cause.names.has(key) || cause.affected.includes(key));
  return isRelated && canCause(cause.finding, symptom.finding);
}

/** A dropped packet does not make a program exit with a parse error, nor does a wrong selector make it run out of memory. */
function canCause(cause: FindingDraft, symptom: FindingDraft): boolean {
  if (HARMLESS_TO_PODS.includes(cause.category)) return false;
  if (cause.latent && cause.category === 'dns' && !isAboutNames(symptom)) return false;
  if (!HINDER_CALLS.includes(cause.category)) return true;
  return SIGNS_OF_DROPPED_CALLS.includes(symptom.category) && speaksOfCalls(symptom);
}

/** Names that do not resolve hinder only who looks one up. */
function isAboutNames({ category, rootCause, evidence }: FindingDraft): boolean {
  return category === 'dns' || UNRESOLVED.test([rootCause, ...evidence.map(({ text }) => text)].join('\n'));
}

/** A log that tells of something else than a call is believed; one that tells nothing may hide a call that hangs. */
function speaksOfCalls({ evidence, category }: FindingDraft): boolean {
  const lines = evidence.filter(({ kind, source }) => kind === 'log' && !source.endsWith('last lines'));
  return !BY_LOG.includes(category) || lines.length === 0 || lines.some(({ text }) => OF_A_CALL.test(text));
}

/** The object itself, its workload and its pods: people and analyzers name either. */
function allNamesOf(ref: ResourceRef, graph: ClusterGraph): Set<string> {
  const object = graph.find(ref);
  if (!object) return new Set([keyOf(ref)]);
  const workload = graph.workloadOf(object);
  return new Set([ref, refOf(workload), ...graph.podsOf(workload).map(refOf)].map(keyOf));
}
