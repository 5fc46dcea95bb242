import { ClusterGraph } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { asArray, condition, isOver, isReady } from '../cluster/pods';
import { parseQuantity } from '../cluster/quantity';
import { secondsSince } from './failingPods';

/** Pods may take so long to become ready before a warning about them counts. Seconds. */
const PATIENCE = 30;

/** A pod that is meant to run, had its time, and is not ready. */
export function isUnwell(pod: KubernetesObject, now: Date): boolean {
  if (isOver(pod) || isReady(pod)) return false;
  return (secondsSince(unwellSince(pod), now) ?? PATIENCE) >= PATIENCE;
}

/** Since when a pod has not been ready. RFC 3339. */
export function unwellSince(pod: KubernetesObject): string | undefined {
  return condition(pod, 'Ready')?.lastTransitionTime ?? pod.metadata.creationTimestamp;
}

/** Whether a workload has fewer ready pods than it wants, and not just because it is young or rolling out. */
export function lacksPods(workload: KubernetesObject, graph: ClusterGraph, now: Date): boolean {
  if ((secondsSince(workload.metadata.creationTimestamp, now) ?? PATIENCE) < PATIENCE) return false;
  const pods = graph.podsOf(workload).filter(pod => !isOver(pod));
  const someUnwell = pods.some(pod => isUnwell(pod, now));
  if (workload.kind === 'Job') {
    const isDone = condition(workload, 'Complete')?.status === 'True' || workload.spec?.suspend;
    return !isDone && (pods.length === 0 || someUnwell);
  }
  const { readyReplicas, numberReady, desiredNumberScheduled } = workload.status ?? {};
  const wanted = desiredNumberScheduled ?? workload.spec?.replicas ?? 1;
  return (readyReplicas ?? numberReady ?? 0) < wanted && (pods.length < wanted || someUnwell);
}

/** A Service that waits for the address of its load balancer. */
export function lacksAddress(service: KubernetesObject): boolean {
  return service.spec?.type === 'LoadBalancer' && asArray(service.status?.loadBalancer?.ingress).length === 0;
}

/** A claim that has less than it asks for. */
export function lacksSpace(claim: KubernetesObject): boolean {
  const wanted = parseQuantity(claim.spec?.resources?.requests?.storage) ?? 0;
  const has = parseQuantity(claim.status?.capacity?.storage);
  return claim.status?.phase === 'Pending' || (has !== undefined && has < wanted);
}

/** An autoscaler that reads its metrics and can change the size. */
export function scalesWell(hpa: KubernetesObject): boolean {
  return ['AbleToScale', 'ScalingActive'].every(type => condition(hpa, type)?.status === 'True');
}
