import { refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { matchesSelector } from '../cluster/selectors';
import { condition, isOver, isReady } from '../cluster/pods';
import { plural } from '../explain/words';
import { Analyzer, FindingDraft } from './Analyzer';
import { fromObject } from './evidence';

/** Words of a question about making room on nodes. */
export const DRAIN_WORDS = [
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
      const asked = scope.focus.includes(budget) || [...scope.words].some(word => DRAIN_WORDS.includes(word));
      const waiting = pods.filter(pod => !isReady(pod));
      // With pods that are not ready the budget does what it is for; those pods are the matter.
      if (waiting.length > 0 || currentHealthy < expectedPods) return asked ? [heldByPods(budget, waiting)] : [];
      const rule =
        budget.spec?.minAvailable !== undefined
          ? `minAvailable ${budget.spec.minAvailable}`
          : `maxUnavailable ${budget.spec?.maxUnavailable}`;
      const workloads = [...new Set(pods.map(pod => graph.workloadOf(pod)))];
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
          explanation: `All ${currentHealthy} pods are healthy and ${desiredHealthy} must stay${
            /%$/.test(rule) ? ' (a percentage is rounded up to whole pods)' : ''
          }; no pod may be evicted, however well they are.`,
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

/** A drain that waits for pods which are not well: the cause is theirs. */
function heldByPods(budget: KubernetesObject, waiting: KubernetesObject[]): FindingDraft {
  const { currentHealthy = 0, desiredHealthy = 0, expectedPods = 0 } = budget.status ?? {};
  const { name } = budget.metadata;
  return {
    category: 'pdb-blocking',
    severity: 'MEDIUM',
    confidence: 0.8,
    latent: true,
    resource: refOf(budget),
    title: `PodDisruptionBudget ${name} refuses evictions while ${plural(expectedPods - currentHealthy, 'pod')} ${
      expectedPods - currentHealthy === 1 ? 'is' : 'are'
    } not healthy`,
    rootCause: `PodDisruptionBudget ${name} allows no eviction now: ${currentHealthy} of ${expectedPods} pods are healthy and ${desiredHealthy} have to be.`,
    explanation: 'The budget does what it is for; why the pods are not ready is the question.',
    evidence: [
      fromObject(
        budget,
        `disruptionsAllowed 0, currentHealthy ${currentHealthy}, desiredHealthy ${desiredHealthy}, expectedPods ${expectedPods}, unhealthyPodEvictionPolicy ${
          budget.spec?.unhealthyPodEvictionPolicy ?? 'IfHealthyBudget'
        }`,
      ),
      ...waiting.slice(0, 2).map(pod => fromObject(pod, 'Ready: False')),
    ],
    blames: waiting.map(refOf),
    fixes: [{ type: 'inspect', what: 'describe', target: refOf(budget), why: 'See which pods it counts' }],
  };
}
