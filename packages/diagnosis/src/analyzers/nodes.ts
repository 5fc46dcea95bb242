import { refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { asArray, condition, isOver } from '../cluster/pods';
import { list, plural } from '../explain/words';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { fromEvent, fromObject } from './evidence';

const PRESSURES = ['MemoryPressure', 'DiskPressure', 'PIDPressure', 'NetworkUnavailable'];

/** Nodes that are not ready or under pressure, and whose pods suffer from it. */
export const nodes: Analyzer = {
  name: 'nodes',
  sees: 'Nodes that are not ready, no longer report, or are under memory, disk or PID pressure, with the pods on them.',
  analyze(context) {
    return context.graph.all('Node').flatMap(node => [...notReady(node, context), ...pressed(node, context)]);
  },
};

function notReady(node: KubernetesObject, { graph, scope }: AnalysisContext): FindingDraft[] {
  const ready = condition(node, 'Ready');
  if (!ready || ready.status === 'True') return [];
  const pods = podsOn(node, { graph, scope });
  // In a namespace's answer a node counts only when pods of that namespace are on it.
  if (scope.namespace !== undefined && pods.length === 0 && !scope.focus.includes(node)) return [];
  const silent = ready.status === 'Unknown';
  const workloads = [...new Set(pods.map(pod => graph.workloadOf(pod)))];
  const event = graph
    .eventsOf(node)
    .find(candidate => /NotReady|Rebooted|KubeletStopped|ContainerGCFailed/.test(candidate.reason));
  return [
    {
      category: 'node-problem',
      severity: 'CRITICAL',
      confidence: 0.97,
      resource: refOf(node),
      title: `Node ${node.metadata.name} is not ready${silent ? ': its kubelet stopped posting status' : ''}`,
      rootCause: silent
        ? `Node ${node.metadata.name} is unreachable: its kubelet stopped posting status (Ready is Unknown, ${ready.reason}). What the pods on it report is the last known state, not the present one.`
        : `Node ${node.metadata.name} is not ready: ${ready.reason}: ${ready.message ?? 'no message'}.`,
      explanation: `${plural(pods.length, 'pod')} of ${
        list(workloads.map(workload => workload.metadata.name).slice(0, 6)) || 'no workload in view'
      } ${pods.length === 1 ? 'is' : 'are'} on it.`,
      evidence: [
        fromObject(node, `Ready: ${ready.status}, ${ready.reason}: ${ready.message ?? ''}`, ready.lastTransitionTime),
        ...(event ? [fromEvent(event)] : []),
        fromObject(
          node,
          `taints: ${
            asArray(node.spec?.taints)
              .map(taint => `${taint.key}:${taint.effect}`)
              .join(', ') || 'none'
          }; last heartbeat ${ready.lastHeartbeatTime ?? 'unknown'}`,
        ),
        ...pods
          .slice(0, 2)
          .map(pod =>
            fromObject(
              pod,
              `runs on node ${node.metadata.name}; Ready: ${condition(pod, 'Ready')?.status ?? 'unknown'}`,
            ),
          ),
      ],
      since: ready.lastTransitionTime,
      count: 1,
      affects: [...pods.map(refOf), ...workloads.map(refOf)],
      fixes: [
        {
          type: 'inspect',
          what: 'describe',
          target: refOf(node),
          why: 'See its conditions; then look at the machine: is it up, does its kubelet run, does it reach the API server?',
        },
        {
          type: 'advice',
          risk: 'HIGH',
          description: `If the machine is gone for good, remove node ${node.metadata.name} so that its pods are made anew elsewhere`,
          changes: 'Pods on it are forced away; a StatefulSet pod may run twice if the machine still lives.',
        },
      ],
    },
  ];
}

function pressed(node: KubernetesObject, { graph, scope }: AnalysisContext): FindingDraft[] {
  const conditions = PRESSURES.map(type => condition(node, type)).filter(each => each?.status === 'True');
  const pods = podsOn(node, { graph, scope });
  if (conditions.length === 0 || (scope.namespace !== undefined && pods.length === 0)) return [];
  return [
    {
      category: conditions.some(each => each.type === 'DiskPressure') ? 'disk-full' : 'node-problem',
      severity: 'HIGH',
      confidence: 0.9,
      resource: refOf(node),
      title: `Node ${node.metadata.name} is under ${list(conditions.map(each => each.type))}`,
      rootCause: `Node ${node.metadata.name} reports ${list(
        conditions.map(each => `${each.type} (${each.message ?? each.reason})`),
      )}; the kubelet may evict pods from it.`,
      explanation: `${plural(pods.length, 'pod')} in view ${pods.length === 1 ? 'is' : 'are'} on it.`,
      evidence: conditions.map(each =>
        fromObject(node, `${each.type}: True, ${each.reason}: ${each.message ?? ''}`, each.lastTransitionTime),
      ),
      since: conditions[0].lastTransitionTime,
      affects: [...pods.map(refOf), ...pods.map(pod => refOf(graph.workloadOf(pod)))],
      fixes: [{ type: 'inspect', what: 'describe', target: refOf(node), why: 'See what takes the resource' }],
    },
  ];
}

function podsOn(
  node: KubernetesObject,
  { graph, scope }: Pick<AnalysisContext, 'graph' | 'scope'>,
): KubernetesObject[] {
  return graph.all('Pod', scope.namespace).filter(pod => pod.spec?.nodeName === node.metadata.name && !isOver(pod));
}
