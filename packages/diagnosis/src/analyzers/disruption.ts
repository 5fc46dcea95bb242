import { refOf } from '../cluster/ClusterGraph';
import { matchesSelector } from '../cluster/selectors';
import { condition, isOver, isReady } from '../cluster/pods';
import { Analyzer } from './Analyzer';
import { fromObject } from './evidence';

const WORDS = [
  'drain',
  'drains',
  'drained',
  'draining',
  'evict',
  'eviction',
  'evictions',
  'evicted',
  'disruption',
  'disruptions',
  'pdb',
  'upgrade',
  'cordon',
];

/** Budgets that never allow an eviction, so that a node cannot be drained. */
export const disruption: Analyzer = {
  name: 'disruption-budgets',
  sees: 'PodDisruptionBudgets that allow no eviction although all pods are well.',
  analyze({ graph, scope }) {
    return graph.all('PodDisruptionBudget').flatMap(budget => {
      const { disruptionsAllowed, currentHealthy = 0, desiredHealthy = 0, expectedPods = 0 } = budget.status ?? {};
      // What could not be worked out has old numbers; the controller says why, see `reported`.
      if (condition(budget, 'DisruptionAllowed')?.reason === 'SyncFailed') return [];
      if (disruptionsAllowed !== 0 || expectedPods === 0) return [];
      const pods = graph
        .all('Pod', budget.metadata.namespace)
        .filter(pod => !isOver(pod) && matchesSelector(budget.spec?.selector, pod.metadata.labels));
      // With pods that are not ready the budget does what it is for; those pods are the matter.
      if (pods.some(pod => !isReady(pod)) || currentHealthy < expectedPods) return [];
      const rule =
        budget.spec?.minAvailable !== undefined
          ? `minAvailable ${budget.spec.minAvailable}`
          : `maxUnavailable ${budget.spec?.maxUnavailable}`;
      const workloads = [...new Set(pods.map(pod => graph.workloadOf(pod)))];
      const asked = scope.focus.includes(budget) || [...scope.words].some(word => WORDS.includes(word));
      return [
        {
          category: 'pdb-blocking' as const,
          severity: 'MEDIUM' as const,
          confidence: 0.95,
          // It hurts only on the day of a drain: an answer for those who ask about one.
          latent: !asked,
          resource: refOf(budget),
          title: `PodDisruptionBudget ${budget.metadata.name} allows no disruption`,
          rootCause: `PodDisruptionBudget ${budget.metadata.name} allows 0 disruptions: ${rule} with ${expectedPods} pods leaves no room, so every eviction is refused and a drain waits for ever.`,
          explanation: `All ${currentHealthy} pods are healthy and ${desiredHealthy} must stay; no pod may be evicted, however well they are.`,
          evidence: [
            fromObject(
              budget,
              `${rule}; disruptionsAllowed 0, currentHealthy ${currentHealthy}, desiredHealthy ${desiredHealthy}, expectedPods ${expectedPods}`,
            ),
          ],
          since: budget.metadata.creationTimestamp,
          affects: workloads.map(refOf),
          fixes: [
            { type: 'allow-one-disruption' as const, budget: refOf(budget), from: rule },
            ...workloads
              .filter(workload => ['Deployment', 'StatefulSet'].includes(workload.kind))
              .slice(0, 1)
              .map(workload => ({
                type: 'scale' as const,
                workload: refOf(workload),
                from: workload.spec?.replicas ?? expectedPods,
                to: (workload.spec?.replicas ?? expectedPods) + 1,
              })),
          ],
        },
      ];
    });
  },
};
