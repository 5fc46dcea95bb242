import { ClusterGraph, refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { ContainerView, containersOf, isOver, isReady } from '../cluster/pods';
import { ResourceRef, Severity } from '../Diagnosis';
import { AnalysisContext } from './Analyzer';

/** One container of one pod, with the workload that people know it by. */
export interface Subject {
  pod: KubernetesObject;
  container: ContainerView;
  workload: KubernetesObject;
  resource: ResourceRef;
}

/** A pod that nobody made anew counts for so long after it failed. Seconds. */
const LEFTOVER = 3600;

/** The containers of all pods that are still meant to run, and of pods without an owner that failed lately. */
export function runningSubjects({ graph, now }: Pick<AnalysisContext, 'graph'> & { now?: Date }): Subject[] {
  const failed = now ? graph.all('Pod').filter(pod => hasFailedAlone(pod, graph, now)) : [];
  return [...livePods(graph), ...failed].flatMap(pod => subjectsOf(pod, graph));
}

/** Of a pod with an owner another one takes the place; a `status.reason` tells that the kubelet ended it. */
function hasFailedAlone(pod: KubernetesObject, graph: ClusterGraph, now: Date): boolean {
  if (pod.status?.phase !== 'Failed' || pod.status.reason || pod.metadata.deletionTimestamp) return false;
  if (graph.workloadOf(pod) !== pod) return false;
  const ends = containersOf(pod).map(
    ({ status }) => secondsSince(status.state?.terminated?.finishedAt, now) ?? Infinity,
  );
  return Math.min(...ends) < LEFTOVER;
}

export function subjectsOf(pod: KubernetesObject, graph: ClusterGraph): Subject[] {
  const workload = graph.workloadOf(pod);
  return containersOf(pod).map(container => ({ pod, container, workload, resource: refOf(workload) }));
}

export function livePods(graph: ClusterGraph): KubernetesObject[] {
  return graph.all('Pod').filter(pod => !isOver(pod));
}

/** `1 of 3 pods is affected`, to stand in a sentence. */
export function podsAffected(workload: KubernetesObject, graph: ClusterGraph): string {
  const pods = graph.podsOf(workload).filter(pod => !isOver(pod));
  const down = pods.filter(pod => !isReady(pod)).length;
  if (pods.length <= 1) return 'its only pod is affected';
  return `${down} of ${pods.length} pods ${down === 1 ? 'is' : 'are'} affected`;
}

/** How bad it is for those who use the workload: nobody serves, some serve, or all that are wanted still serve. */
export function severityFor(workload: KubernetesObject, graph: ClusterGraph, dying = false): Severity {
  const ready = graph.podsOf(workload).filter(pod => !isOver(pod) && isReady(pod)).length;
  if (ready === 0) return 'CRITICAL';
  // What dies again and again is ready only between two falls.
  return dying || ready < (workload.spec?.replicas ?? 1) ? 'HIGH' : 'MEDIUM';
}

/** Names the pod where pods have an identity of their own; elsewhere its name is noise. */
export function containerOf({ pod, container, workload }: Subject): string {
  return workload.kind === 'StatefulSet'
    ? `Container ${container.name} of pod ${pod.metadata.name}`
    : `Container ${container.name}`;
}

/** Seconds between a moment and the cluster's now; `undefined` for an unknown moment. */
export function secondsSince(moment: string | undefined, now: Date): number | undefined {
  const time = moment === undefined ? NaN : Date.parse(moment);
  return Number.isNaN(time) ? undefined : Math.max(0, (now.getTime() - time) / 1000);
}
