import { ClusterGraph, refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { asArray, condition } from '../cluster/pods';
import { list, plural, roundSeconds } from '../explain/words';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { fromObject } from './evidence';
import { livePods, secondsSince, severityFor } from './failingPods';

const DEFAULT_SCHEDULER = 'default-scheduler';
/** A scheduler answers within moments, also when it finds no node. Seconds. */
const PATIENCE = 30;

/** Pods that no scheduler has looked at: nothing is said about them, in events neither. */
export const unscheduledPods: Analyzer = {
  name: 'unscheduled-pods',
  sees: 'Pending pods that wait without any event: their `schedulerName` is one that no scheduler serves, the scheduler itself stands still, or a scheduling gate holds them.',
  analyze(context) {
    const pods = livePods(context.graph).filter(pod => pod.status?.phase === 'Pending' && !pod.spec?.nodeName);
    return pods.flatMap(pod => gated(pod, context) ?? unseen(pod, context) ?? []);
  },
};

/** Whoever gates a pod wanted it to wait (queues do): an answer only to who asks about it. */
function gated(pod: KubernetesObject, { graph }: AnalysisContext): FindingDraft | undefined {
  const gates = asArray(pod.spec?.schedulingGates).map(({ name }) => String(name));
  if (gates.length === 0) return undefined;
  const workload = graph.workloadOf(pod);
  const named = `scheduling ${gates.length === 1 ? 'gate' : 'gates'} ${list(gates)}`;
  return {
    category: 'unschedulable-constraints',
    severity: 'MEDIUM',
    confidence: 0.95,
    latent: true,
    resource: refOf(workload),
    title: `${workload.metadata.name} is Pending: ${named} ${gates.length === 1 ? 'holds' : 'hold'} its pods`,
    rootCause: `Pod ${pod.metadata.name} is not scheduled, because it has the ${named} (spec.schedulingGates).`,
    explanation:
      'The scheduler passes over a pod until its gates are removed. Whatever controller set them, a queue for instance, has to remove them.',
    evidence: [fromObject(pod, `phase Pending, schedulingGates: ${gates.join(', ')}`)],
    since: pod.metadata.creationTimestamp,
    fixes: [
      {
        type: 'inspect',
        what: 'yaml',
        target: refOf(pod),
        why: 'See the gates; the controller that sets them tells in its own objects what it waits for',
      },
    ],
  };
}

function unseen(pod: KubernetesObject, { graph, now }: AnalysisContext): FindingDraft | undefined {
  const age = secondsSince(pod.metadata.creationTimestamp, now) ?? 0;
  if (age < PATIENCE || condition(pod, 'PodScheduled') || graph.eventsOf(pod).length > 0) return undefined;
  const scheduler = String(pod.spec?.schedulerName ?? DEFAULT_SCHEDULER);
  const workload = graph.workloadOf(pod);
  const resource = refOf(workload);
  const served = podsPlacedBy(scheduler, pod, graph);
  const isDefault = scheduler === DEFAULT_SCHEDULER;
  const others = [...new Set(graph.all('Pod').flatMap(each => (each.spec?.nodeName ? schedulerOf(each) : [])))];
  return {
    category: 'unschedulable-constraints',
    severity: severityFor(workload, graph),
    confidence: served === 0 ? 0.95 : 0.85,
    resource,
    title: `${resource.name} is Pending: scheduler ${scheduler} does not look at its pods`,
    rootCause: `Pod ${pod.metadata.name} names ${scheduler} as its scheduler (schedulerName), and after ${roundSeconds(
      age,
    )} no scheduler has looked at it: ${
      served === 0
        ? `none of that name seems to run${isDefault ? '' : ' in this cluster'}`
        : `it has placed ${plural(served, 'other pod')}, so it has stopped or hangs`
    }.`,
    explanation: `A scheduler that finds no node says so in the condition PodScheduled and in a FailedScheduling event; this pod has neither.${
      isDefault || others.length === 0 ? '' : ` The pods that run here were placed by ${list(others)}.`
    }`,
    evidence: [
      fromObject(pod, `phase Pending, schedulerName: ${scheduler}, no condition PodScheduled, no event, no node`),
    ],
    since: pod.metadata.creationTimestamp,
    fixes: [
      {
        type: 'advice',
        risk: 'MEDIUM',
        description: isDefault
          ? 'Have kube-scheduler brought back: its pod is in namespace kube-system or with the provider of the control plane'
          : `Remove schedulerName from the pod template of ${resource.kind} ${resource.name}, or bring scheduler ${scheduler} up`,
        changes: isDefault ? undefined : 'The pod template: one rollout.',
      },
      { type: 'inspect', what: 'yaml', target: refOf(pod), why: 'See schedulerName' },
    ],
  };
}

function podsPlacedBy(scheduler: string, pod: KubernetesObject, graph: ClusterGraph): number {
  return graph
    .all('Pod')
    .filter(other => other !== pod && other.spec?.nodeName && schedulerOf(other).includes(scheduler)).length;
}

/** A DaemonSet of old, and a static pod, are placed without a scheduler, but carry its name: they say nothing. */
function schedulerOf(pod: KubernetesObject): string[] {
  const isStatic = pod.metadata.annotations?.['kubernetes.io/config.mirror'] !== undefined;
  return isStatic ? [] : [String(pod.spec?.schedulerName ?? DEFAULT_SCHEDULER)];
}
