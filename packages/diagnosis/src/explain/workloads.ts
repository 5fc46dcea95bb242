import { ClusterGraph } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { condition, isOver, isReady, restartsOf } from '../cluster/pods';
import { WorkloadSummary } from '../Diagnosis';

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
  const progressing = condition(workload, 'Progressing');
  // The pods of the earlier revision may all be ready while the new one never gets there.
  if (progressing?.reason === 'ProgressDeadlineExceeded') return 'failing';
  if (ready >= desired) return 'healthy';
  return progressing?.status === 'True' && progressing.reason !== 'NewReplicaSetAvailable' ? 'progressing' : 'failing';
}
