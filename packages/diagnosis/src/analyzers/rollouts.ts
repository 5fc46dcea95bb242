import { ClusterGraph, refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { condition, isOver, isReady } from '../cluster/pods';
import { Analyzer } from './Analyzer';
import { fromObject } from './evidence';

/** Deployments that do not get to their new revision, when nothing more exact is known. */
export const rollouts: Analyzer = {
  name: 'rollouts',
  sees: 'Deployments past their progress deadline, and workloads with fewer ready pods than wanted for which nothing else gives a cause.',
  analyze({ graph }) {
    return graph.all('Deployment').flatMap(deployment => {
      const progressing = condition(deployment, 'Progressing');
      if (progressing?.reason !== 'ProgressDeadlineExceeded') return [];
      const newest = newestReplicaSet(deployment, graph);
      const pods = newest ? graph.childrenOf(newest).filter(pod => pod.kind === 'Pod' && !isOver(pod)) : [];
      const waiting = pods.filter(pod => !isReady(pod));
      const old = (deployment.status?.readyReplicas ?? 0) > 0;
      return [
        {
          category: 'rollout-stuck' as const,
          severity: old ? ('MEDIUM' as const) : ('HIGH' as const),
          confidence: 0.5,
          resource: refOf(deployment),
          title: `The rollout of ${deployment.metadata.name} is stuck`,
          rootCause: `The rollout of Deployment ${deployment.metadata.name} made no progress for ${
            deployment.spec?.progressDeadlineSeconds ?? 600
          } s (ProgressDeadlineExceeded): ${waiting.length} of ${pods.length} new pods are not ready.`,
          explanation: old ? 'The pods of the earlier revision still serve.' : 'No pod serves.',
          evidence: [
            fromObject(
              deployment,
              `Progressing: ${progressing.status}, ${progressing.reason}: ${progressing.message ?? ''}`,
              progressing.lastTransitionTime,
            ),
          ],
          since: progressing.lastUpdateTime ?? progressing.lastTransitionTime,
          blames: waiting.map(refOf),
          fixes: old
            ? [{ type: 'roll-back' as const, workload: refOf(deployment), why: 'the earlier revision still serves' }]
            : [],
        },
      ];
    });
  },
};

/** The ReplicaSet of the present template. */
export function newestReplicaSet(deployment: KubernetesObject, graph: ClusterGraph): KubernetesObject | undefined {
  return replicaSetsByRevision(deployment, graph)[0];
}

/** Newest revision first. */
export function replicaSetsByRevision(deployment: KubernetesObject, graph: ClusterGraph): KubernetesObject[] {
  return graph
    .childrenOf(deployment)
    .filter(child => child.kind === 'ReplicaSet')
    .sort((a, b) => revisionOf(b) - revisionOf(a));
}

export function revisionOf(replicaSet: KubernetesObject): number {
  return Number(replicaSet.metadata.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
}
