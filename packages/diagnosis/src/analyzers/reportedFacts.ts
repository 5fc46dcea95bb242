import { eventCount, eventMessage, eventTime } from '../cluster/events';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { asArray, condition, containersOf } from '../cluster/pods';
import { findReasons, Reason } from '../reasons';
import { AnalysisContext, EvidenceDraft } from './Analyzer';
import { fromEvent, fromObject } from './evidence';
import { secondsSince } from './failingPods';

/** Something that Kubernetes itself reports about an object, with what the table of reasons knows of the word. */
export interface ReportedFact {
  object: KubernetesObject;
  word: string;
  message: string;
  /** Absent: a word of an operator or another controller that is not in the table. */
  known?: Reason;
  evidence: EvidenceDraft;
  count: number;
  at?: string;
}

/** The owner of the reasons that no other analyzer looks at. */
const FALLBACK = 'reported';
/** An event that came last before this is history, unless the object has been unwell since. Seconds. */
const RECENT = 15 * 60;
/** What is well by all other signs has to be told of so often before it counts. */
const REPEATED = 3;

/** Warnings about an object in its present life that are left to the fallback, and those that nobody knows. */
export function reportedEvents(
  object: KubernetesObject,
  { graph, now }: AnalysisContext,
  { unwellSince, repeated = false }: { unwellSince?: string; repeated?: boolean } = {},
): ReportedFact[] {
  return graph.eventsOf(object).flatMap(event => {
    if (event.type !== 'Warning') return [];
    const at = eventTime(event);
    const isCurrent =
      (secondsSince(at, now) ?? 0) <= RECENT || (unwellSince !== undefined && (at ?? '') >= unwellSince);
    if (!isCurrent || (repeated && eventCount(event) < REPEATED)) return [];
    const word = String(event.reason ?? '');
    const rows = findReasons(word, 'event', object.kind);
    if (rows.some(row => row.verdict === 'normal' || row.owner !== FALLBACK)) return [];
    return [
      {
        object,
        word,
        message: eventMessage(event),
        known: rows[0],
        evidence: fromEvent(event),
        count: eventCount(event),
        at,
      },
    ];
  });
}

/** Conditions in the status that the table calls bad, as far as they are left to the fallback. */
export function reportedConditions(object: KubernetesObject): ReportedFact[] {
  return asArray(object.status?.conditions).flatMap(each => {
    const known = findReasons(String(each.reason ?? ''), 'condition', object.kind).find(
      row => row.condition?.type === each.type && row.condition?.status === each.status && row.owner === FALLBACK,
    );
    return known ? [ofCondition(object, each, known)] : [];
  });
}

/** Conditions of resizing have no reason of their own in older versions: their type says it. */
export function conditionOfType(object: KubernetesObject, type: string): ReportedFact[] {
  const each = condition(object, type);
  const known = findReasons(type, 'condition', object.kind).find(row => row.condition?.status === each?.status);
  return each && known?.owner === FALLBACK ? [ofCondition(object, each, known)] : [];
}

function ofCondition(object: KubernetesObject, each: any, known: Reason): ReportedFact {
  const message = String(each.message ?? '');
  return {
    object,
    word: known.reason,
    message,
    known,
    evidence: fromObject(object, `${each.type}: ${each.status}, ${each.reason}: ${message}`, each.lastTransitionTime),
    count: 1,
    at: each.lastTransitionTime,
  };
}

/** Containers that wait for a reason that is left to the fallback, or that nobody knows. */
export function reportedWaiting(pod: KubernetesObject): ReportedFact[] {
  return containersOf(pod).flatMap(container => {
    const { reason, message = '' } = container.status.state?.waiting ?? {};
    if (!reason) return [];
    const rows = findReasons(String(reason), 'waiting', 'Pod');
    if (rows.some(row => row.owner !== FALLBACK)) return [];
    const known = rows[0];
    return [
      {
        object: pod,
        word: String(reason),
        message: String(message),
        known,
        evidence: fromObject(pod, `container ${container.name}: waiting, reason ${reason}: ${message}`),
        count: 1,
        at: pod.metadata.creationTimestamp,
      },
    ];
  });
}

/** The kubelet refused or ended the pod: its `status.reason`. Devices have their own names: `OutOfexample.com/gpu`. */
export function reportedEnd(pod: KubernetesObject): ReportedFact[] {
  const word = String(pod.status?.reason ?? '');
  if (pod.status?.phase !== 'Failed' || !word) return [];
  const rows = findReasons(word, 'pod', 'Pod');
  const known =
    rows[0] ?? (word.startsWith('OutOf') ? findReasons('OutOfexample.com/gpu', 'pod', 'Pod')[0] : undefined);
  if (known && known.owner !== FALLBACK) return [];
  const message = String(pod.status?.message ?? '');
  const at = asArray(pod.status?.conditions)
    .map(each => String(each.lastTransitionTime ?? ''))
    .sort()
    .pop();
  return [
    {
      object: pod,
      word,
      message,
      known,
      evidence: fromObject(pod, `phase Failed, reason ${word}: ${message}`, at),
      count: 1,
      at: at || pod.status?.startTime || pod.metadata.creationTimestamp,
    },
  ];
}
