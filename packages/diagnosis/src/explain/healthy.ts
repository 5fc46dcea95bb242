import { ClusterGraph } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { condition, containersOf, isOver, isReady, restartsOf } from '../cluster/pods';
import { Scope } from '../cluster/Scope';
import { WorkloadSummary } from '../Diagnosis';
import { secondsSince } from '../analyzers/failingPods';
import { plural, roundSeconds } from './words';

/** How each workload in view stands, in numbers. */
export function summarize(workloads: KubernetesObject[], graph: ClusterGraph): WorkloadSummary[] {
  return workloads.map(workload => {
    const pods = graph.podsOf(workload).filter(pod => !pod.metadata.deletionTimestamp);
    const desired = desiredPods(workload);
    const ready =
      workload.kind === 'Job'
        ? workload.status?.succeeded ?? 0
        : pods.filter(pod => !isOver(pod) && isReady(pod)).length;
    return {
      kind: workload.kind,
      namespace: workload.metadata.namespace ?? '',
      name: workload.metadata.name,
      desired,
      ready,
      restarts: pods.reduce((sum, pod) => sum + restartsOf(pod), 0),
      status: statusOf(workload, desired, ready),
    };
  });
}

function desiredPods(workload: KubernetesObject): number {
  if (workload.kind === 'DaemonSet') return workload.status?.desiredNumberScheduled ?? 0;
  if (workload.kind === 'Job') return workload.spec?.completions ?? 1;
  return workload.kind === 'Pod' ? 1 : workload.spec?.replicas ?? 1;
}

function statusOf(workload: KubernetesObject, desired: number, ready: number): WorkloadSummary['status'] {
  if (workload.kind === 'Job') {
    if (condition(workload, 'Complete')?.status === 'True') return 'completed';
    return condition(workload, 'Failed')?.status === 'True' ? 'failing' : 'progressing';
  }
  if (workload.kind === 'Pod' && workload.status?.phase === 'Succeeded') return 'completed';
  if (desired === 0) return 'scaled-to-zero';
  if (ready >= desired) return 'healthy';
  const progressing = condition(workload, 'Progressing');
  return progressing?.status === 'True' && progressing.reason !== 'NewReplicaSetAvailable' ? 'progressing' : 'failing';
}

/** What was looked at and is fine: a sentence for each thing, so that "nothing is wrong" can be checked. */
export function checkedSentences(
  workloads: KubernetesObject[],
  graph: ClusterGraph,
  scope: Scope,
  now: Date,
): string[] {
  const sentences: string[] = [];
  for (const summary of summarize(workloads, graph)) {
    const name = `${summary.kind} ${summary.name}`;
    if (summary.status === 'healthy') {
      const pods = graph
        .podsOf(
          workloads.find(
            each =>
              each.kind === summary.kind &&
              each.metadata.name === summary.name &&
              each.metadata.namespace === summary.namespace,
          )!,
        )
        .filter(pod => !isOver(pod));
      const since = Math.min(...pods.map(pod => secondsSince(condition(pod, 'Ready')?.lastTransitionTime, now) ?? 0));
      const restarts =
        summary.restarts === 0
          ? 'no restarts'
          : `${plural(summary.restarts, 'restart')}, the last ${lastRestart(pods, now)}`;
      sentences.push(
        `${name}: ${summary.ready} of ${summary.desired} pods ready for ${roundSeconds(since)}, ${restarts}.`,
      );
    } else if (summary.status === 'scaled-to-zero') {
      sentences.push(`${name} is scaled to 0: no pods are meant to run.`);
    } else if (summary.status === 'completed') {
      sentences.push(`${name} has completed.`);
    }
  }
  if (scope.focus.length > 0) return sentences.slice(0, 12);
  return sentences.length > 12
    ? [...sentences.slice(0, 11), `And ${sentences.length - 11} more workloads that are as they should be.`]
    : sentences;
}

function lastRestart(pods: KubernetesObject[], now: Date): string {
  const ends = pods
    .flatMap(pod => containersOf(pod))
    .map(container => secondsSince(container.status.lastState?.terminated?.finishedAt, now) ?? Infinity);
  const seconds = Math.min(...ends);
  return Number.isFinite(seconds) ? `${roundSeconds(seconds)} ago` : 'long ago';
}
