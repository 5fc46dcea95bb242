import { Category } from '../categories';
import { classifyText } from '../classify/classifyText';
import { refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { clip, lowerFirst, upperFirst } from '../explain/words';
import { findStartError } from '../reasons/startErrors';
import { Severity } from '../Diagnosis';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { podsAffected, secondsSince, severityFor } from './failingPods';
import {
  conditionOfType,
  ReportedFact,
  reportedConditions,
  reportedEnd,
  reportedEvents,
  reportedWaiting,
} from './reportedFacts';
import { isUnwell, lacksAddress, lacksPods, lacksSpace, scalesWell, unwellSince } from './reportedTrouble';

/** Pods that the kubelet refused or ended longer ago lie about until somebody deletes them. Seconds. */
const LEFTOVER = 3600;
const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'Job'];

/**
 * What Kubernetes itself reports about an object in trouble and no other analyzer looks at, explained by the table of
 * reasons. It speaks only where nothing more exact is said, and never about what is well now.
 */
export const reported: Analyzer = {
  name: 'reported',
  sees: 'Warnings, conditions and refusals that Kubernetes, an operator or another controller reports about an object in trouble, when nothing more exact is found.',
  analyze(context) {
    return [
      ...ofPods(context),
      ...ofWorkloads(context),
      ...ofServices(context),
      ...ofStorage(context),
      ...ofNodes(context),
      ...ofOthers(context),
    ].map(fact => describe(fact, context));
  },
};

function ofPods(context: AnalysisContext): ReportedFact[] {
  const { graph, now } = context;
  return graph.all('Pod').flatMap(pod => {
    const end = reportedEnd(pod);
    if (end.length > 0) {
      const workload = graph.workloadOf(pod);
      const isAlone = workload === pod;
      const isLeftover = (secondsSince(end[0].at, now) ?? 0) > LEFTOVER;
      return !isLeftover && (isAlone || lacksPods(workload, graph, now)) ? end : [];
    }
    if (pod.metadata.deletionTimestamp) return [];
    if (!isUnwell(pod, now)) return asked(pod, context);
    return mostTelling([
      ...reportedWaiting(pod),
      ...reportedConditions(pod),
      ...reportedEvents(pod, context, { unwellSince: unwellSince(pod) }),
    ]);
  });
}

/** Somebody complains about it: then a resize that waits or a pause is worth telling, though all is well else. */
function asked(object: KubernetesObject, { scope, graph }: AnalysisContext): ReportedFact[] {
  if (!scope.complaint || scope.focus.length === 0) return [];
  const isAsked = scope.focus.includes(object) || scope.focus.includes(graph.workloadOf(object));
  return isAsked ? reportedConditions(object) : [];
}

function ofWorkloads(context: AnalysisContext): ReportedFact[] {
  const { graph, now } = context;
  return WORKLOADS.flatMap(kind => graph.all(kind)).flatMap(workload => {
    if (!lacksPods(workload, graph, now)) return asked(workload, context);
    return mostTelling([...reportedConditions(workload), ...reportedEvents(workload, context)]);
  });
}

function ofServices(context: AnalysisContext): ReportedFact[] {
  return context.graph
    .all('Service')
    .flatMap(service => mostTelling(known(reportedEvents(service, context, { repeated: !lacksAddress(service) }))));
}

function ofStorage(context: AnalysisContext): ReportedFact[] {
  const { graph } = context;
  return [
    ...graph
      .all('PersistentVolumeClaim')
      .filter(lacksSpace)
      .flatMap(claim => mostTelling([...resizeErrors(claim), ...known(reportedEvents(claim, context))])),
    ...graph
      .all('PersistentVolumeClaim')
      .filter(claim => !lacksSpace(claim))
      .flatMap(claim => mostTelling(conditionOfType(claim, 'ModifyVolumeError'))),
    ...graph
      .all('PersistentVolume')
      .flatMap(volume => mostTelling(known(reportedEvents(volume, context, { repeated: true })))),
  ];
}

function resizeErrors(claim: KubernetesObject): ReportedFact[] {
  return ['ControllerResizeError', 'NodeResizeError', 'ModifyVolumeError'].flatMap(type =>
    conditionOfType(claim, type),
  );
}

/** Of a namespace's answer the housekeeping of nodes is no part. */
function ofNodes(context: AnalysisContext): ReportedFact[] {
  const { graph, scope } = context;
  return graph
    .all('Node')
    .filter(node => scope.namespace === undefined || scope.focus.includes(node))
    .flatMap(node =>
      mostTelling([...reportedConditions(node), ...known(reportedEvents(node, context, { repeated: true }))]),
    );
}

/** What is well by its status, as far as that tells, and yet complained about again and again. */
function ofOthers(context: AnalysisContext): ReportedFact[] {
  return ['PodDisruptionBudget', 'HorizontalPodAutoscaler', 'CronJob']
    .flatMap(kind => context.graph.all(kind))
    .filter(object => !scalesWell(object))
    .flatMap(object =>
      mostTelling([...reportedConditions(object), ...known(reportedEvents(object, context, { repeated: true }))]),
    );
}

function known(facts: ReportedFact[]): ReportedFact[] {
  return facts.filter(fact => fact.known !== undefined);
}

/** One fact an object: a failure before what depends, what is known before what is not, then what comes most often. */
function mostTelling(facts: ReportedFact[]): ReportedFact[] {
  const worth = ({ known: row }: ReportedFact) => {
    if (!row) return 2;
    return row.verdict === 'failure' ? 0 : 1;
  };
  return [...facts].sort((a, b) => worth(a) - worth(b) || b.count - a.count).slice(0, 1);
}

function describe(fact: ReportedFact, { graph }: AnalysisContext): FindingDraft {
  const { object, word, known: row, evidence, at } = fact;
  const message = fact.message.trim().replace(/\.$/, '');
  const workload = graph.workloadOf(object);
  const resource = refOf(workload);
  const isPod = object.kind === 'Pod';
  const start = findStartError(message);
  const hint = row && start && row.categories?.includes(start.error.category) ? `: ${start.sentence}` : '';
  const meaning = row ? `${row.means}${hint}` : `${upperFirst(word)} is reported, a word that is not Kubernetes’ own`;
  const reporter = row ? `The ${row.reporter}` : 'A controller';
  const state = stateOf(object);
  return {
    category: categoryOf(fact, start?.error.category),
    severity: severityOf(fact, workload, graph),
    confidence: confidenceOf(fact),
    resource,
    title: row
      ? `${resource.name} ${state}: ${lowerFirst(meaning)} (${word})`
      : `${resource.name} ${state}: ${word}${message ? `: ${clip(message, 120)}` : ''}`,
    rootCause: `${meaning}. ${reporter} reports ${word} of ${object.kind} ${object.metadata.name}${
      message ? `: ${clip(message, 300)}` : ''
    }.`,
    explanation: [
      isPod ? `${upperFirst(podsAffected(workload, graph))}.` : '',
      row?.on ? `Whether that is the cause depends on ${row.on.replace(/^whether /, 'whether ')}.` : '',
      'Nothing more exact is known of it.',
    ]
      .filter(Boolean)
      .join(' '),
    evidence: [evidence],
    since: at,
    fallback: true,
    // What works in spite of it is an answer only to somebody who asks about it.
    latent: row?.verdict === 'depends' && !isVital(object.kind),
    blames: isPod && object.spec?.nodeName ? [{ kind: 'Node', name: object.spec.nodeName }] : [],
    fixes: [
      {
        type: 'inspect',
        what: 'describe',
        target: refOf(object),
        why: `See what else is reported of ${object.kind} ${object.metadata.name}`,
      },
    ],
  };
}

/** The table's first category, unless the message decides for another one of the row. An unknown word: by its message alone. */
function categoryOf({ known: row, message, word }: ReportedFact, ofStart: Category | undefined): Category {
  const classified = classifyText(message).category;
  if (!row) return classified === 'none' ? classifyOr(`${word}: ${message}`, 'rollout-stuck') : classified;
  const possible = row.categories ?? ['rollout-stuck'];
  return [ofStart, classified].find(each => each && possible.includes(each)) ?? possible[0];
}

function classifyOr(text: string, otherwise: Category): Category {
  const { category } = classifyText(text);
  return category === 'none' ? otherwise : category;
}

function severityOf(
  { object, known: row }: ReportedFact,
  workload: KubernetesObject,
  graph: AnalysisContext['graph'],
): Severity {
  if (object.kind !== 'Pod' && !WORKLOADS.includes(workload.kind)) return 'MEDIUM';
  const severity = severityFor(workload, graph);
  // A word that nobody knows must not stand above what is known to be down.
  return row?.verdict === 'failure' || severity === 'MEDIUM' ? severity : 'HIGH';
}

function stateOf({ kind, status }: KubernetesObject): string {
  if (kind === 'Pod') return status?.phase === 'Failed' ? 'has lost a pod' : 'is not ready';
  return WORKLOADS.includes(kind) ? 'has not the pods that it wants' : 'has trouble';
}

function isVital(kind: string): boolean {
  return ['Pod', 'Node', 'PersistentVolumeClaim', ...WORKLOADS].includes(kind);
}

function confidenceOf({ known: row }: ReportedFact): number {
  if (!row) return 0.35;
  return row.verdict === 'failure' ? 0.55 : 0.45;
}
