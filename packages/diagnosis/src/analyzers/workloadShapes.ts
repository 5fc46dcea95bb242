import { refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { asArray, isOver, isReady } from '../cluster/pods';
import { describeLabels, matchesExpression, matchesLabels } from '../cluster/selectors';
import { plural } from '../explain/words';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { fromObject } from './evidence';

/** DaemonSets that run nowhere, because no node is as they want it. */
export const daemonSets: Analyzer = {
  name: 'daemon-sets',
  sees: 'DaemonSets that want labels which no node has.',
  analyze({ graph, scope }) {
    return graph.all('DaemonSet').flatMap(daemonSet => {
      const nodes = graph.all('Node');
      if ((daemonSet.status?.desiredNumberScheduled ?? 0) > 0 || nodes.length === 0) return [];
      const selector: Record<string, string> = daemonSet.spec?.template?.spec?.nodeSelector ?? {};
      const missing = Object.entries(selector).filter(
        ([key, value]) => !nodes.some(node => node.metadata.labels?.[key] === value),
      );
      const terms = asArray(
        daemonSet.spec?.template?.spec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
          ?.nodeSelectorTerms,
      );
      const unmatched =
        terms.length > 0 &&
        !nodes.some(node =>
          terms.some(term =>
            asArray(term.matchExpressions).every(each => matchesExpression(each, node.metadata.labels ?? {})),
          ),
        );
      const wanted =
        missing.length > 0
          ? describeLabels(Object.fromEntries(missing))
          : terms
              .map(term =>
                asArray(term.matchExpressions)
                  .map(each => `${each.key} ${each.operator} ${asArray(each.values).join(', ')}`.trim())
                  .join(' and '),
              )
              .join(', or ');
      const taints = nodes.flatMap(node => asArray(node.spec?.taints).map(taint => `${taint.key}:${taint.effect}`));
      const untolerated =
        taints.length > 0
          ? `it does not tolerate the taints of the nodes (${[...new Set(taints)].join(', ')})`
          : 'no node suits it';
      const why =
        missing.length > 0 || unmatched
          ? `it wants nodes labelled ${wanted}, and no node matches (${plural(nodes.length, 'node')})`
          : untolerated;
      return [
        {
          category: 'daemonset-unscheduled' as const,
          severity: 'MEDIUM' as const,
          confidence: missing.length > 0 || unmatched ? 0.95 : 0.7,
          // A DaemonSet for nodes that come later is a normal thing.
          latent: !scope.focus.includes(daemonSet),
          resource: refOf(daemonSet),
          title: `DaemonSet ${daemonSet.metadata.name} runs on no node`,
          rootCause: `DaemonSet ${daemonSet.metadata.name} runs on no node: ${why}.`,
          explanation: 'Its desired number of pods is 0, so nothing is pending and nothing reports an error.',
          evidence: [
            fromObject(daemonSet, `nodeSelector: ${describeLabels(selector) || 'none'}; desiredNumberScheduled 0`),
            ...nodes.slice(0, 3).map(node => fromObject(node, `labels: ${describeLabels(node.metadata.labels)}`)),
          ],
          since: daemonSet.metadata.creationTimestamp,
          fixes: [
            {
              type: 'advice' as const,
              risk: 'MEDIUM' as const,
              description:
                missing.length > 0
                  ? `Label the nodes that shall run it with ${wanted}, or correct its nodeSelector`
                  : 'Correct its node affinity or tolerations',
            },
          ],
        },
      ];
    });
  },
};

/** StatefulSets that stand still because an earlier pod is not ready. */
export const statefulSets: Analyzer = {
  name: 'stateful-sets',
  sees: 'StatefulSets that create no further pod because an earlier one is not ready (OrderedReady), and missing headless Services.',
  analyze(context) {
    return context.graph
      .all('StatefulSet')
      .flatMap(set => [...stuck(set, context), ...withoutGoverningService(set, context)]);
  },
};

function stuck(set: KubernetesObject, { graph }: AnalysisContext): FindingDraft[] {
  const wanted = set.spec?.replicas ?? 1;
  const pods = graph
    .podsOf(set)
    .filter(pod => !isOver(pod))
    .sort((a, b) => ordinal(a) - ordinal(b));
  const blocking = pods.find(pod => !isReady(pod));
  if (!blocking || pods.length >= wanted || set.spec?.podManagementPolicy === 'Parallel') return [];
  return [
    {
      category: 'statefulset-stuck',
      severity: 'HIGH',
      confidence: 0.6,
      resource: refOf(set),
      title: `StatefulSet ${set.metadata.name} waits for pod ${blocking.metadata.name}: ${pods.length} of ${wanted} pods exist`,
      rootCause: `StatefulSet ${set.metadata.name} creates its pods in order (OrderedReady) and ${blocking.metadata.name} is not ready, so the next pod is not created.`,
      explanation: `${pods.length} of ${wanted} pods exist. The cause is whatever keeps ${blocking.metadata.name} from being ready.`,
      evidence: [
        fromObject(
          set,
          `replicas ${wanted}, podManagementPolicy ${set.spec?.podManagementPolicy ?? 'OrderedReady'}, ready ${
            set.status?.readyReplicas ?? 0
          }`,
        ),
        fromObject(blocking, `Ready: False, phase ${blocking.status?.phase}`),
      ],
      since: blocking.metadata.creationTimestamp,
      blames: [refOf(blocking)],
      fixes: [
        {
          type: 'inspect',
          what: 'describe',
          target: refOf(blocking),
          why: `See why ${blocking.metadata.name} is not ready`,
        },
      ],
    },
  ];
}

/** The names of its pods (`queue-0.queue`) come from a headless Service; without one they resolve to nothing. */
function withoutGoverningService(set: KubernetesObject, { graph }: AnalysisContext): FindingDraft[] {
  const { namespace, name } = set.metadata;
  const wanted = set.spec?.serviceName;
  const service = wanted ? graph.find({ kind: 'Service', namespace, name: wanted }) : undefined;
  if (!wanted || !graph.knows('Service') || service?.spec?.clusterIP === 'None') return [];
  const selects = graph
    .all('Service', namespace)
    .filter(
      each =>
        each.spec?.clusterIP === 'None' && matchesLabels(each.spec?.selector, set.spec?.template?.metadata?.labels),
    );
  const there = service
    ? `has a cluster IP (${service.spec?.clusterIP}), so it is not headless`
    : 'does not exist (not found)';
  const other = selects.length > 0 ? `; headless and selecting its pods is Service ${selects[0].metadata.name}` : '';
  return [
    {
      category: 'dns',
      severity: 'HIGH',
      confidence: 0.93,
      // Who calls none of its pods by name misses nothing.
      latent: true,
      resource: refOf(set),
      title: `StatefulSet ${name} has no headless Service ${wanted}, so the names of its pods do not resolve`,
      rootCause: `StatefulSet ${name} names Service ${wanted} as its governing Service (spec.serviceName), and that Service ${there}${other}. The names of its pods (${name}-0.${wanted}) do not resolve without it.`,
      explanation:
        'The pods themselves can start; who calls one of them by its name, its own peers included, does not find it.',
      evidence: [
        fromObject(set, `spec.serviceName: ${wanted}`),
        ...(service ? [fromObject(service, `clusterIP: ${service.spec?.clusterIP}`)] : []),
        ...selects.slice(0, 1).map(each => fromObject(each, 'clusterIP: None, selects the pods of the StatefulSet')),
      ],
      since: set.metadata.creationTimestamp,
      fixes: [
        {
          type: 'advice',
          risk: 'MEDIUM',
          description: `Create a headless Service ${wanted} (clusterIP: None) with the selector of StatefulSet ${name}; spec.serviceName itself cannot be changed`,
        },
      ],
    },
  ];
}

function ordinal(pod: KubernetesObject): number {
  return Number(/-(\d+)$/.exec(pod.metadata.name)?.[1] ?? 0);
}
