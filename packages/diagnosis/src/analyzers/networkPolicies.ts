import { callsOf, serviceFor } from '../cluster/calls';
import { ClusterGraph, refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { asArray, isOver } from '../cluster/pods';
import { describeLabels, matchesSelector } from '../cluster/selectors';
import { list } from '../explain/words';
import { Analyzer, FindingDraft } from './Analyzer';
import { fromObject } from './evidence';

/** Calls between workloads that a NetworkPolicy drops. It shows in no event and in no status, only as time-outs. */
export const networkPolicies: Analyzer = {
  name: 'network-policies',
  sees: 'Calls that a workload’s configuration names and that NetworkPolicies do not let through.',
  analyze(context) {
    if (context.graph.all('NetworkPolicy').length === 0) return [];
    return context.graph.workloads().flatMap(workload => blockedCalls(workload, context.graph));
  },
};

function blockedCalls(workload: KubernetesObject, graph: ClusterGraph): FindingDraft[] {
  const template = graph.templateOf(workload);
  const namespace = workload.metadata.namespace;
  const client = graph.podsOf(workload).find(pod => !isOver(pod)) ?? asPod(template, namespace);
  return callsOf(template, namespace, graph).flatMap((call): FindingDraft[] => {
    const service = serviceFor(call.host, namespace, graph);
    const server = service && graph.podsBehind(service).find(pod => !isOver(pod));
    if (!service || !server || graph.workloadOf(server) === workload) return [];
    const port = targetPort(service, call.port, server);
    const verdict =
      blockedBy(client, server, port, 'Ingress', graph) ?? blockedBy(server, client, port, 'Egress', graph);
    if (!verdict) return [];
    const { policy, others, direction } = verdict;
    const callee = graph.workloadOf(server).metadata.name;
    const from = describeLabels(identifying(client.metadata.labels));
    return [
      {
        category: 'network-policy',
        severity: 'HIGH',
        confidence: 0.9,
        // A call in the configuration may be one that is never made: it counts when something fails for it.
        latent: true,
        resource: refOf(policy),
        title: `NetworkPolicy ${policy.metadata.name} blocks ${workload.metadata.name} from ${callee}`,
        rootCause:
          direction === 'Ingress'
            ? `NetworkPolicy ${policy.metadata.name} does not let ${workload.kind} ${
                workload.metadata.name
              } (${from}) in to ${callee}${port ? ` on port ${port}` : ''}: ${describePeers(
                policy,
                'ingress',
              )}. Its packets are dropped, so it only sees time-outs.`
            : `NetworkPolicy ${policy.metadata.name} does not let ${workload.kind} ${
                workload.metadata.name
              } out to ${callee}${port ? ` on port ${port}` : ''}: ${describePeers(
                policy,
                'egress',
              )}. Its packets are dropped, so it only sees time-outs.`,
        explanation: `${workload.metadata.name} calls ${call.host}${call.port ? `:${call.port}` : ''} (${
          call.source
        }). ${
          others.length > 0
            ? `${list(others)} also select${
                others.length === 1 ? 's' : ''
              } that pod and does not allow the call either.`
            : 'No other policy allows the call.'
        }`,
        evidence: [
          fromObject(
            policy,
            `podSelector: ${describeLabels(policy.spec?.podSelector?.matchLabels) || 'all pods'}; ${describePeers(
              policy,
              direction === 'Ingress' ? 'ingress' : 'egress',
            )}`,
          ),
          fromObject(client, `labels: ${from}`),
          fromObject(workload, `calls ${call.host}${call.port ? `:${call.port}` : ''} by ${call.source}`),
        ],
        since: policy.metadata.creationTimestamp,
        affects: [refOf(workload), refOf(service)],
        fixes: [
          {
            type: 'advice',
            risk: 'MEDIUM',
            description:
              direction === 'Ingress'
                ? `Let pods labelled ${from} in: add them to the ingress rule of NetworkPolicy ${policy.metadata.name}`
                : `Let it out to ${callee}: add a rule to the egress of NetworkPolicy ${policy.metadata.name}`,
            changes: 'Who may call whom. The policy may be there for a reason: ask its owner.',
          },
          { type: 'inspect', what: 'yaml', target: refOf(policy), why: 'See the rules of the policy' },
        ],
      },
    ];
  });
}

/** Whether some policy isolates `guarded` in that direction and none lets `other` through. */
function blockedBy(
  other: KubernetesObject,
  guarded: KubernetesObject,
  port: number | undefined,
  direction: 'Ingress' | 'Egress',
  graph: ClusterGraph,
) {
  const policies = graph
    .all('NetworkPolicy', guarded.metadata.namespace)
    .filter(
      policy =>
        asArray(policy.spec?.policyTypes ?? ['Ingress']).includes(direction) &&
        matchesSelector(policy.spec?.podSelector ?? {}, guarded.metadata.labels),
    );
  if (policies.length === 0 || policies.some(policy => allows(policy, other, port, direction, graph))) return undefined;
  const rules = (policy: KubernetesObject) =>
    asArray(direction === 'Ingress' ? policy.spec?.ingress : policy.spec?.egress).length;
  // The one that lets somebody else through is the one to mend; a bare default-deny is only the wall around it.
  const [policy, ...others] = [...policies].sort((a, b) => rules(b) - rules(a));
  return { policy, others: others.map(each => `NetworkPolicy ${each.metadata.name}`), direction };
}

function allows(
  policy: KubernetesObject,
  other: KubernetesObject,
  port: number | undefined,
  direction: 'Ingress' | 'Egress',
  graph: ClusterGraph,
): boolean {
  const rules = asArray(direction === 'Ingress' ? policy.spec?.ingress : policy.spec?.egress);
  return rules.some(rule => {
    const peers = asArray(direction === 'Ingress' ? rule.from : rule.to);
    const ports = asArray(rule.ports);
    const portFits =
      ports.length === 0 ||
      port === undefined ||
      ports.some(
        each =>
          each.port === undefined ||
          typeof each.port === 'string' ||
          (each.endPort ? port >= each.port && port <= each.endPort : each.port === port),
      );
    return portFits && (peers.length === 0 || peers.some(peer => isPeer(peer, other, policy, graph)));
  });
}

function isPeer(peer: any, pod: KubernetesObject, policy: KubernetesObject, graph: ClusterGraph): boolean {
  // An address range may or may not hold the pod; in doubt the policy is not to blame.
  if (peer.ipBlock) return true;
  const sameNamespace = pod.metadata.namespace === policy.metadata.namespace;
  const namespaceLabels = graph.find({ kind: 'Namespace', name: pod.metadata.namespace ?? '' })?.metadata.labels;
  const namespaceFits = peer.namespaceSelector
    ? namespaceLabels === undefined || matchesSelector(peer.namespaceSelector, namespaceLabels)
    : sameNamespace;
  return namespaceFits && (!peer.podSelector || matchesSelector(peer.podSelector, pod.metadata.labels));
}

function describePeers(policy: KubernetesObject, direction: 'ingress' | 'egress'): string {
  const rules = asArray(policy.spec?.[direction]);
  if (rules.length === 0) return `it allows no ${direction} at all`;
  const peers = rules
    .flatMap(rule => asArray(direction === 'ingress' ? rule.from : rule.to))
    .map(
      peer =>
        describeLabels(peer.podSelector?.matchLabels) ||
        describeLabels(peer.namespaceSelector?.matchLabels) ||
        peer.ipBlock?.cidr ||
        'others',
    );
  return `it only allows ${direction === 'ingress' ? 'from' : 'to'} ${list([...new Set(peers)]) || 'certain ports'}`;
}

function targetPort(service: KubernetesObject, port: number | undefined, pod: KubernetesObject): number | undefined {
  const ports = asArray(service.spec?.ports);
  const chosen = ports.find(each => each.port === port) ?? (ports.length === 1 ? ports[0] : undefined);
  const target = chosen?.targetPort ?? chosen?.port ?? port;
  if (typeof target !== 'string') return target;
  return asArray(pod.spec?.containers)
    .flatMap(container => asArray(container.ports))
    .find(each => each.name === target)?.containerPort;
}

function identifying(labels: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).filter(([key]) => !/(hash|revision|ordinal|pod-index|pod-name|managed-by)/.test(key)),
  );
}

function asPod(template: { metadata?: any; spec?: any }, namespace: string | undefined): KubernetesObject {
  return {
    kind: 'Pod',
    metadata: { name: 'template', namespace, labels: template.metadata?.labels },
    spec: template.spec,
  };
}
