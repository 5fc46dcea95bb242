import { DiagnosisRequest, ResourceRef } from '../Diagnosis';
import { ClusterGraph, nameOf, refOf } from './ClusterGraph';
import { KubernetesObject } from './KubernetesObject';
import { asArray } from './pods';
import { findResourceType } from './resourceTypes';
import { matchesSelectorText } from './selectors';

/** `deployments`, `deploy`, `deployment` -> `Deployment`; an unknown kind stays as it is. */
export function canonicalKind(kind: string): string {
  return findResourceType(kind)?.kind ?? kind;
}

/** What the question is about, found in the graph. */
export interface Scope {
  namespace?: string;
  /** The target as it was asked for, or as the question names it. */
  target?: ResourceRef;
  /** The objects asked about. Empty: the whole namespace (or cluster). */
  focus: KubernetesObject[];
  /** Lower-case words of the question: they tell what somebody cares about, never what is wrong. */
  words: Set<string>;
  /** Somebody says that it does not work, rather than asking whether it does. */
  complaint: boolean;
  /** The complaint is about what is over: "failed this morning for a few minutes". */
  past: boolean;
  /** A target that was not found: it is not there, or objects of its kind could not be read. */
  missing?: { target: ResourceRef; similar: string[]; unread: boolean };
}

const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob', 'Job', 'Pod'];

/** What is over, as people say it. */
const PAST =
  /\b(?:last night|over ?night|yesterday|this (?:morning|noon|afternoon)|earlier today|(?:for|within) (?:a few|some|several|\d{1,3}) (?:seconds|minutes|hours)|between \d|what (?:happened|broke)|was the first)\b/i;

/** `unread` are the kinds that could not be listed. */
export function resolveScope(request: DiagnosisRequest, graph: ClusterGraph, unread: Set<string>): Scope {
  const words = new Set((request.question ?? '').toLowerCase().match(/[a-z0-9][-a-z0-9._]*/g) ?? []);
  const scope: Scope = {
    namespace: request.namespace,
    focus: [],
    words,
    complaint: isComplaint(request.question ?? ''),
    past: PAST.test(request.question ?? ''),
  };
  if (request.target) {
    const kind = canonicalKind(request.target.kind);
    const isClusterWide = findResourceType(kind)?.namespaced === false;
    const namespace = isClusterWide ? undefined : request.target.namespace ?? request.namespace;
    const target: ResourceRef = { kind, ...(namespace === undefined ? {} : { namespace }), name: request.target.name };
    const found = find(target, graph);
    if (!found)
      return { ...scope, target, missing: { target, similar: similarNames(target, graph), unread: unread.has(kind) } };
    return { ...scope, target, focus: [found] };
  }
  if (request.labelSelector) {
    const selector = request.labelSelector;
    const focus = [
      'Deployment',
      'StatefulSet',
      'DaemonSet',
      'CronJob',
      'Job',
      'Service',
      'Ingress',
      'Pod',
      'ReplicaSet',
    ]
      .flatMap(kind => graph.all(kind, request.namespace))
      .filter(object => matchesSelectorText(selector, object));
    const workloads = new Set(focus.map(object => topOf(object, graph)).filter(({ kind }) => WORKLOADS.includes(kind)));
    // One workload is what is meant, and can be called by its name.
    const target = workloads.size === 1 ? refOf([...workloads][0]) : undefined;
    return { ...scope, focus, ...(target && { target }) };
  }
  const named = namedInQuestion(words, request.namespace, graph);
  return named ? { ...scope, target: refOf(named), focus: [named] } : scope;
}

/** The workload, or the CronJob that made it: Jobs of one are its runs. */
function topOf(object: KubernetesObject, graph: ClusterGraph): KubernetesObject {
  const workload = graph.workloadOf(object);
  const owner = graph.ownerOf(workload);
  return owner?.kind === 'CronJob' ? owner : workload;
}

/** "Is gallery all right?" is none; "why does gallery fail?" and "customers get no mail" are. */
function isComplaint(question: string): boolean {
  return (
    question.trim() !== '' &&
    (/\b(why|fail(s|ed|ing|ures?)?|cannot|can't|does ?n[o']t|no longer|(?<!is it )stuck)\b/i.test(question) ||
      !/\b(all ?right|ok|okay|fine|healthy|well|any (problem|issue|error)s?|(any|some)thing wrong|is it stuck|still a problem|do i have to|should i|all good|is it (broken|down)|do i need|status)\b/i.test(
        question,
      ))
  );
}

/** A pod may be gone by the time somebody asks: then its workload is meant. */
function find(target: ResourceRef, graph: ClusterGraph): KubernetesObject | undefined {
  const found = graph.find(target);
  if (found || target.kind !== 'Pod') return found;
  return graph
    .workloads(target.namespace)
    .filter(workload => workload.kind !== 'Pod' && target.name.startsWith(`${workload.metadata.name}-`))
    .sort((a, b) => b.metadata.name.length - a.metadata.name.length)[0];
}

function similarNames(target: ResourceRef, graph: ClusterGraph): string[] {
  const wanted = target.name.toLowerCase();
  return graph
    .workloads(target.namespace)
    .filter(
      ({ metadata: { name } }) =>
        name.includes(wanted) || wanted.includes(name) || name.slice(0, 4) === wanted.slice(0, 4),
    )
    .slice(0, 5)
    .map(workload => nameOf(refOf(workload)));
}

/** Workloads before what stands around them. */
const NAMED_KINDS = [
  ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob', 'Job', 'Pod'],
  ['Service', 'Ingress', 'PersistentVolumeClaim'],
];

/** Who asks names first what is broken, then what it calls or what may have to do with it. */
function namedInQuestion(words: Set<string>, namespace: string | undefined, graph: ClusterGraph) {
  const isNamed = ({ metadata, kind, spec }: KubernetesObject, word: string) =>
    metadata.name.toLowerCase() === word ||
    (kind === 'Ingress' && asArray(spec?.rules).some(({ host }) => String(host).toLowerCase() === word));
  for (const kinds of NAMED_KINDS) {
    const objects = kinds.flatMap(kind => graph.all(kind, namespace));
    for (const word of words) {
      const named = objects.filter(object => isNamed(object, word));
      // Of two kinds the first in the list is meant; of two namespaces none: then the question does not decide.
      const first = named.filter(({ kind }) => kind === named[0].kind);
      if (first.length === 1) return graph.workloadOf(first[0]);
    }
  }
  // The name of a namespace says where to look; only of one that does not go is it the matter itself.
  return graph.all('Namespace').find(({ metadata }) => metadata.deletionTimestamp && words.has(metadata.name));
}
