import { ClusterGraph, refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { isOver } from '../cluster/pods';
import { describeLabels, matchesSelector } from '../cluster/selectors';
import { list } from '../explain/words';
import { Analyzer, FindingDraft } from './Analyzer';
import { DRAIN_WORDS } from './disruption';
import { fromEvent, fromObject } from './evidence';

/** Budgets that protect a pod twice, or nobody. They matter to who drains a node, and to who asks about them. */
export const budgetSelections: Analyzer = {
  name: 'budget-selections',
  sees: 'Two PodDisruptionBudgets over the same pod, which the eviction API cannot decide, and budgets whose selector matches no pod.',
  analyze({ graph, scope }) {
    const drains = [...scope.words].some(word => DRAIN_WORDS.includes(word));
    return graph
      .all('PodDisruptionBudget')
      .flatMap(budget => [...overlapping(budget, graph), ...selectingNobody(budget, graph)])
      .map(finding => ({ ...finding, latent: !drains }));
  },
};

function podsOf(budget: KubernetesObject, graph: ClusterGraph): KubernetesObject[] {
  return graph
    .all('Pod', budget.metadata.namespace)
    .filter(pod => !isOver(pod) && matchesSelector(budget.spec?.selector, pod.metadata.labels));
}

function overlapping(budget: KubernetesObject, graph: ClusterGraph): FindingDraft[] {
  const pods = new Set(podsOf(budget, graph));
  const others = graph
    .all('PodDisruptionBudget', budget.metadata.namespace)
    .filter(other => other !== budget && podsOf(other, graph).some(pod => pods.has(pod)));
  if (others.length === 0) return [];
  const names = [budget, ...others].map(({ metadata }) => metadata.name).sort();
  // One finding for the pair, on the first of them.
  if (names[0] !== budget.metadata.name) return [];
  const shared = [...pods].filter(pod => others.some(other => podsOf(other, graph).includes(pod)));
  return [
    {
      category: 'pdb-blocking',
      severity: 'MEDIUM',
      confidence: 0.93,
      resource: refOf(budget),
      affects: others.map(refOf),
      title: `PodDisruptionBudgets ${list(names)} select the same pods, so none of these can be evicted`,
      rootCause: `PodDisruptionBudgets ${list(names)} both select pod ${
        shared[0].metadata.name
      }. The eviction API refuses a pod with more than one budget ("This pod has more than one PodDisruptionBudget"), so a drain waits for ever.`,
      explanation: `It is about ${
        shared.length === 1 ? 'one pod' : `${shared.length} pods`
      }; what each budget allows does not count.`,
      evidence: [budget, ...others].map(each =>
        fromObject(
          each,
          `selector: ${describeLabels(each.spec?.selector?.matchLabels) || 'all pods'}; expectedPods ${
            each.status?.expectedPods ?? 'unknown'
          }`,
        ),
      ),
      fixes: [
        {
          type: 'advice',
          risk: 'MEDIUM',
          description: `Keep one of the budgets ${list(names)}, or let their selectors differ`,
          changes: 'How many of the pods may be evicted at a time.',
        },
      ],
    },
  ];
}

function selectingNobody(budget: KubernetesObject, graph: ClusterGraph): FindingDraft[] {
  if (!graph.knows('Pod') || podsOf(budget, graph).length > 0 || (budget.status?.expectedPods ?? 0) > 0) return [];
  const selector = describeLabels(budget.spec?.selector?.matchLabels);
  return [
    {
      category: 'pdb-blocking',
      severity: 'LOW',
      confidence: 0.8,
      resource: refOf(budget),
      title: `PodDisruptionBudget ${budget.metadata.name} selects no pods`,
      rootCause: `PodDisruptionBudget ${budget.metadata.name} protects nobody: its selector ${
        selector || 'is empty and'
      } matches no pod of namespace ${budget.metadata.namespace}.`,
      explanation: 'A drain may take all pods of a workload that it was meant for at once.',
      evidence: [
        fromObject(budget, `selector: ${selector || 'none'}; expectedPods 0`),
        ...graph.eventsOf(budget).slice(0, 1).map(fromEvent),
      ],
      fixes: [{ type: 'inspect', what: 'yaml', target: refOf(budget), why: 'See its selector' }],
    },
  ];
}
