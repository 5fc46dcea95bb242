import { Call, callsOf, serviceFor } from '../cluster/calls';
import { ClusterGraph, refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import {
  allows,
  Connection,
  Direction,
  namespaceLabels,
  obstacleOf,
  peersOf,
  policiesIsolating,
  portOfName,
  rulesOf,
} from '../cluster/networkRules';
import { asArray, isOver } from '../cluster/pods';
import { describeLabels } from '../cluster/selectors';
import { list } from '../explain/words';
import { Analyzer, FindingDraft } from './Analyzer';
import { fromObject } from './evidence';

/**
 * Calls between workloads that a NetworkPolicy drops. It shows in no event and in no status, only as time-outs. A policy is
 * no fault by itself, and a call in a configuration may be one that is never made: all of these are latent.
 */
export const networkPolicies: Analyzer = {
  name: 'network-policies',
  sees: 'Calls that a workload’s configuration names and that NetworkPolicies do not let through, DNS included, and which label, namespace or port is missing.',
  analyze({ graph }) {
    if (graph.all('NetworkPolicy').length === 0) return [];
    return graph
      .workloads()
      .flatMap(workload => [
        ...blockedCalls(workload, graph),
        ...blockedNames(workload, graph),
        ...shutOff(workload, graph),
      ]);
  },
};

function blockedCalls(workload: KubernetesObject, graph: ClusterGraph): FindingDraft[] {
  const { namespace } = workload.metadata;
  const client = podOf(workload, graph);
  return callsOf(graph.templateOf(workload), namespace, graph).flatMap((call): FindingDraft[] => {
    const service = serviceFor(call.host, namespace, graph);
    const server = service && graph.podsBehind(service).find(pod => !isOver(pod));
    if (!service || !server || graph.workloadOf(server) === workload) return [];
    const connection = { client, server, port: targetPort(service, call.port, server) };
    return (['Ingress', 'Egress'] as const)
      .flatMap(direction => wallOf(connection, direction, graph))
      .map(wall => describe(wall, workload, service, call, graph));
  });
}

/** The policies that isolate one end of a connection when none of them lets it through. */
interface Wall {
  policy: KubernetesObject;
  others: KubernetesObject[];
  direction: Direction;
  connection: Connection;
}

function wallOf(connection: Connection, direction: Direction, graph: ClusterGraph): Wall[] {
  const policies = policiesIsolating(direction === 'Ingress' ? connection.server : connection.client, direction, graph);
  if (policies.length === 0 || policies.some(policy => allows(policy, connection, direction, graph))) return [];
  const nearness = (policy: KubernetesObject) =>
    ['port', 'namespace', 'peer', 'no-rules'].indexOf(obstacleOf(policy, connection, direction, graph));
  // The one that lets somebody else through is the one to mend; a bare default-deny is only the wall around it.
  const [policy, ...others] = [...policies].sort((a, b) => nearness(a) - nearness(b));
  return [{ policy, others, direction, connection }];
}

function describe(
  wall: Wall,
  workload: KubernetesObject,
  service: KubernetesObject,
  call: Call,
  graph: ClusterGraph,
): FindingDraft {
  const { policy, others, direction, connection } = wall;
  const { client, server, port } = connection;
  const callee = graph.workloadOf(server).metadata.name;
  const from = describeLabels(identifying(client.metadata.labels));
  const address = `${call.host}${call.port ? `:${call.port}` : ''}`;
  const translated =
    port && call.port && port !== call.port
      ? ` Policies see the port of the pod, ${port}, and not port ${call.port} of the Service.`
      : '';
  return {
    category: 'network-policy',
    severity: 'HIGH',
    confidence: 0.9,
    latent: true,
    resource: refOf(policy),
    title: `NetworkPolicy ${policy.metadata.name} blocks ${workload.metadata.name} from ${callee}`,
    rootCause: `NetworkPolicy ${policy.metadata.name} does not let ${workload.kind} ${workload.metadata.name}${
      direction === 'Ingress' ? ` (${from}) in to` : ' out to'
    } ${callee}${port ? ` on port ${port}` : ''}: ${describeObstacle(
      wall,
      graph,
    )}. Its packets are dropped, so it only sees time-outs.${translated}`,
    explanation: `${workload.metadata.name} calls ${address} (${call.source}). ${othersSay(others)}`,
    evidence: [
      fromObject(
        policy,
        `podSelector: ${describeLabels(policy.spec?.podSelector?.matchLabels) || 'all pods'}; ${describePeers(
          policy,
          direction,
        )}`,
      ),
      fromObject(client, `labels: ${from}`),
      fromObject(workload, `calls ${address} by ${call.source}`),
    ],
    since: policy.metadata.creationTimestamp,
    affects: [refOf(workload), refOf(service)],
    fixes: [
      {
        type: 'advice',
        risk: 'MEDIUM',
        description: `Let ${direction === 'Ingress' ? `pods labelled ${from} in` : `it out to ${callee}`}: add ${
          port ? `port ${port} and ` : ''
        }${
          direction === 'Ingress' ? 'these pods' : `the pods of ${callee}`
        } to the ${direction.toLowerCase()} of NetworkPolicy ${policy.metadata.name}`,
        changes: 'Who may call whom. The policy may be there for a reason: ask its owner.',
      },
      { type: 'inspect', what: 'yaml', target: refOf(policy), why: 'See the rules of the policy' },
    ],
  };
}

function othersSay(others: KubernetesObject[]): string {
  if (others.length === 0) return 'No other policy allows the call.';
  const names = others.map(each => `NetworkPolicy ${each.metadata.name}`);
  return `${list(names)} also select${others.length === 1 ? 's' : ''} that pod and ${
    others.length === 1 ? 'does' : 'do'
  } not allow the call either.`;
}

/** What is missing in the policy that comes nearest to allowing the call. */
function describeObstacle({ policy, direction, connection }: Wall, graph: ClusterGraph): string {
  const obstacle = obstacleOf(policy, connection, direction, graph);
  const other = direction === 'Ingress' ? connection.client : connection.server;
  const peers = describePeers(policy, direction);
  if (obstacle === 'port') {
    const ports = rulesOf(policy, direction).flatMap(rule => asArray(rule.ports).map(describePort));
    return `it only allows port ${list([...new Set(ports)])}${peers ? ` (${peers})` : ''}`;
  }
  if (obstacle === 'namespace') {
    const labels = namespaceLabels(other, graph);
    return `${peers}, and namespace ${other.metadata.namespace} ${
      labels ? `is labelled ${describeLabels(labels)}` : 'is another one'
    }`;
  }
  return peers;
}

/** The DNS server of a cluster, as every distribution labels it. */
const DNS_SERVER: KubernetesObject = {
  kind: 'Pod',
  metadata: { name: 'dns', namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
  spec: {
    containers: [
      {
        ports: [
          { name: 'dns', containerPort: 53 },
          { name: 'dns-tcp', containerPort: 53 },
        ],
      },
    ],
  },
};

/** Egress rules that forget DNS: no name resolves, and every call by name fails before it is made. */
function blockedNames(workload: KubernetesObject, graph: ClusterGraph): FindingDraft[] {
  const client = podOf(workload, graph);
  // The addresses of the DNS server and the labels of its namespace are not known: in doubt it is reached.
  const [wall] = wallOf({ client, server: DNS_SERVER, port: 53, protocol: 'UDP' }, 'Egress', graph);
  if (!wall) return [];
  const { policy, others } = wall;
  const name = policy.metadata.name;
  const overTcp = allows(policy, { client, server: DNS_SERVER, port: 53, protocol: 'TCP' }, 'Egress', graph);
  const closed = rulesOf(policy, 'Egress').length === 0;
  return [
    {
      category: 'network-policy',
      severity: 'HIGH',
      // A policy that lets nothing out at all cuts the calls as well, and that says more.
      confidence: closed ? 0.85 : 0.93,
      latent: true,
      resource: refOf(policy),
      title: `NetworkPolicy ${name} cuts ${workload.metadata.name} off from DNS`,
      rootCause: `NetworkPolicy ${name} does not let ${workload.kind} ${workload.metadata.name} out to DNS (port 53${
        overTcp ? ' over UDP; it allows TCP only' : ', UDP and TCP'
      }): ${describePeers(policy, 'Egress')}. So no host name resolves, whatever else the policy allows.`,
      explanation: `Programs see time-outs or "temporary failure in name resolution". ${othersSay(others)}`,
      evidence: [
        fromObject(
          policy,
          `podSelector: ${
            describeLabels(policy.spec?.podSelector?.matchLabels) || 'all pods'
          }; policyTypes Egress; ${describePeers(policy, 'Egress')}`,
        ),
        fromObject(client, `labels: ${describeLabels(identifying(client.metadata.labels))}`),
      ],
      since: policy.metadata.creationTimestamp,
      affects: [refOf(workload)],
      fixes: [
        {
          type: 'advice',
          risk: 'MEDIUM',
          description: `Allow egress to the pods labelled k8s-app=kube-dns in namespace kube-system on port 53, UDP and TCP, in NetworkPolicy ${name}`,
          changes: 'Pods that the policy selects can resolve names again.',
        },
        { type: 'inspect', what: 'yaml', target: refOf(policy), why: 'See the rules of the policy' },
      ],
    },
  ];
}

/** A workload behind a Service that nobody at all may call, as after a default-deny without a rule beside it. */
function shutOff(workload: KubernetesObject, graph: ClusterGraph): FindingDraft[] {
  const pod = podOf(workload, graph);
  const services = graph.servicesOf(pod);
  const policies = policiesIsolating(pod, 'Ingress', graph);
  if (services.length === 0 || policies.length === 0) return [];
  if (policies.some(policy => rulesOf(policy, 'Ingress').length > 0)) return [];
  const [policy, ...others] = policies;
  const name = workload.metadata.name;
  return [
    {
      category: 'network-policy',
      severity: 'HIGH',
      confidence: 0.8,
      latent: true,
      resource: refOf(policy),
      title: `NetworkPolicy ${policy.metadata.name} lets nobody in to ${name}`,
      rootCause: `NetworkPolicy ${policy.metadata.name} selects the pods of ${
        workload.kind
      } ${name} and allows no ingress at all, and no other policy lets anybody in: every connection to Service ${list(
        services.map(({ metadata }) => metadata.name),
      )} is dropped.`,
      explanation: `The pods are ready, since the kubelet's probes are let through. Callers only see time-outs. ${
        others.length > 0 ? othersSay(others) : ''
      }`.trim(),
      evidence: [
        fromObject(
          policy,
          `podSelector: ${
            describeLabels(policy.spec?.podSelector?.matchLabels) || 'all pods'
          }; it allows no ingress at all`,
        ),
        fromObject(pod, `labels: ${describeLabels(identifying(pod.metadata.labels))}`),
      ],
      since: policy.metadata.creationTimestamp,
      affects: [refOf(workload), ...services.map(refOf)],
      fixes: [
        {
          type: 'advice',
          risk: 'MEDIUM',
          description: `Add a NetworkPolicy that lets the callers of ${name} in`,
          changes: 'Who may call whom.',
        },
        { type: 'inspect', what: 'yaml', target: refOf(policy), why: 'See the rules of the policy' },
      ],
    },
  ];
}

function describePeers(policy: KubernetesObject, direction: Direction): string {
  const word = direction.toLowerCase();
  const rules = rulesOf(policy, direction);
  if (rules.length === 0) return `it allows no ${word} at all`;
  const peers = rules.flatMap(rule => peersOf(rule, direction)).map(describePeer);
  const ports = [...new Set(rules.flatMap(rule => asArray(rule.ports).map(describePort)))];
  const to = direction === 'Ingress' ? 'from' : 'to';
  if (peers.length === 0) return `it only allows port ${list(ports)}`;
  return `it only allows ${to} ${list([...new Set(peers)])}${ports.length > 0 ? ` on port ${list(ports)}` : ''}`;
}

function describePeer({ podSelector, namespaceSelector, ipBlock }: any): string {
  if (ipBlock) {
    const except = asArray(ipBlock.except);
    return `${ipBlock.cidr}${except.length > 0 ? ` except ${list(except)}` : ''}`;
  }
  const pods = describeLabels(podSelector?.matchLabels) || (podSelector?.matchExpressions ? 'certain pods' : '');
  const namespaces = namespaceSelector && (describeLabels(namespaceSelector.matchLabels) || 'any');
  return [
    pods || (namespaces ? 'pods' : 'pods of its own namespace'),
    namespaces && `in namespaces labelled ${namespaces}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function describePort({ port, endPort, protocol = 'TCP' }: any): string {
  const number = port === undefined ? 'any' : String(port);
  return `${number}${endPort ? `-${endPort}` : ''}${protocol === 'TCP' ? '' : ` ${protocol}`}`;
}

function targetPort(service: KubernetesObject, port: number | undefined, pod: KubernetesObject): number | undefined {
  const ports = asArray(service.spec?.ports);
  const chosen = ports.find(each => each.port === port) ?? (ports.length === 1 ? ports[0] : undefined);
  const target = chosen?.targetPort ?? chosen?.port ?? port;
  return typeof target === 'string' ? portOfName(target, pod) : target;
}

function identifying(labels: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels ?? {}).filter(([key]) => !/(hash|revision|ordinal|pod-index|pod-name|managed-by)/.test(key)),
  );
}

/** One of its pods, or what one would be. */
function podOf(workload: KubernetesObject, graph: ClusterGraph): KubernetesObject {
  const template = graph.templateOf(workload);
  return (
    graph.podsOf(workload).find(pod => !isOver(pod)) ?? {
      kind: 'Pod',
      metadata: { name: 'template', namespace: workload.metadata.namespace, labels: template.metadata?.labels },
      spec: template.spec,
    }
  );
}
