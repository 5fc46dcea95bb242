import { ClusterGraph } from './ClusterGraph';
import { KubernetesObject } from './KubernetesObject';
import { asArray } from './pods';
import { matchesSelector } from './selectors';

export type Direction = 'Ingress' | 'Egress';

/** One connection as a NetworkPolicy judges it: after the Service was resolved to a pod and its port. */
export interface Connection {
  client: KubernetesObject;
  server: KubernetesObject;
  /** Of the pod, not of the Service; `undefined` when it is not known. */
  port?: number;
  protocol?: 'TCP' | 'UDP';
}

/** How near a policy's rules come to a connection that they do not allow. */
export type Obstacle = 'no-rules' | 'port' | 'namespace' | 'peer';

/** The policies that isolate a pod in a direction. None: everything is allowed. */
export function policiesIsolating(
  pod: KubernetesObject,
  direction: Direction,
  graph: ClusterGraph,
): KubernetesObject[] {
  return graph
    .all('NetworkPolicy', pod.metadata.namespace)
    .filter(
      policy =>
        typesOf(policy).includes(direction) && matchesSelector(policy.spec?.podSelector ?? {}, pod.metadata.labels),
    );
}

/** Without `policyTypes`, a policy is about ingress, and about egress when it has rules for it. */
function typesOf(policy: KubernetesObject): string[] {
  const types = policy.spec?.policyTypes;
  if (Array.isArray(types)) return types;
  return policy.spec?.egress ? ['Ingress', 'Egress'] : ['Ingress'];
}

export function rulesOf(policy: KubernetesObject, direction: Direction): any[] {
  return asArray(direction === 'Ingress' ? policy.spec?.ingress : policy.spec?.egress);
}

export function peersOf(rule: any, direction: Direction): any[] {
  return asArray(direction === 'Ingress' ? rule.from : rule.to);
}

export function allows(
  policy: KubernetesObject,
  connection: Connection,
  direction: Direction,
  graph: ClusterGraph,
): boolean {
  return rulesOf(policy, direction).some(
    rule => portFits(rule, connection) && peerFits(rule, policy, connection, direction, graph),
  );
}

/** What of the nearest rule does not fit. */
export function obstacleOf(
  policy: KubernetesObject,
  connection: Connection,
  direction: Direction,
  graph: ClusterGraph,
): Obstacle {
  const rules = rulesOf(policy, direction);
  if (rules.length === 0) return 'no-rules';
  if (rules.some(rule => peerFits(rule, policy, connection, direction, graph))) return 'port';
  const other = direction === 'Ingress' ? connection.client : connection.server;
  const isNear = (peer: any) =>
    (peer.podSelector || peer.namespaceSelector) &&
    (!peer.podSelector || matchesSelector(peer.podSelector, other.metadata.labels)) &&
    !namespaceFits(peer, other, policy, graph);
  return rules.some(rule => peersOf(rule, direction).some(isNear)) ? 'namespace' : 'peer';
}

function portFits(rule: any, { server, port, protocol = 'TCP' }: Connection): boolean {
  const ports = asArray(rule.ports);
  return (
    ports.length === 0 ||
    ports.some(each => {
      if ((each.protocol ?? 'TCP') !== protocol) return false;
      if (each.port === undefined || port === undefined) return true;
      // A name means the port of that name in the pod that is called.
      if (typeof each.port === 'string') return portOfName(each.port, server) === port;
      return each.endPort ? port >= each.port && port <= each.endPort : each.port === port;
    })
  );
}

export function portOfName(name: string, pod: KubernetesObject): number | undefined {
  return asArray(pod.spec?.containers)
    .flatMap(container => asArray(container.ports))
    .find(each => each.name === name)?.containerPort;
}

function peerFits(
  rule: any,
  policy: KubernetesObject,
  { client, server }: Connection,
  direction: Direction,
  graph: ClusterGraph,
): boolean {
  const peers = peersOf(rule, direction);
  const other = direction === 'Ingress' ? client : server;
  return peers.length === 0 || peers.some(peer => isPeer(peer, other, policy, graph));
}

function isPeer(peer: any, pod: KubernetesObject, policy: KubernetesObject, graph: ClusterGraph): boolean {
  if (peer.ipBlock) return holds(peer.ipBlock, pod.status?.podIP);
  return (
    namespaceFits(peer, pod, policy, graph) &&
    (!peer.podSelector || matchesSelector(peer.podSelector, pod.metadata.labels))
  );
}

function namespaceFits(peer: any, pod: KubernetesObject, policy: KubernetesObject, graph: ClusterGraph): boolean {
  if (!peer.namespaceSelector) return pod.metadata.namespace === policy.metadata.namespace;
  const labels = namespaceLabels(pod, graph);
  // Labels that nobody could read do not make a policy guilty.
  return labels === undefined || matchesSelector(peer.namespaceSelector, labels);
}

export function namespaceLabels(pod: KubernetesObject, graph: ClusterGraph): Record<string, string> | undefined {
  const name = pod.metadata.namespace ?? '';
  const namespace = graph.find({ kind: 'Namespace', name });
  // The API server gives every namespace this one.
  return namespace && { 'kubernetes.io/metadata.name': name, ...namespace.metadata.labels };
}

/** Whether an address range holds an address; yes, in doubt. */
function holds({ cidr, except }: any, address: unknown): boolean {
  if (typeof address !== 'string' || inRange(address, cidr) === undefined) return true;
  return inRange(address, cidr) === true && !asArray(except).some(range => inRange(address, range) === true);
}

function inRange(address: string, cidr: unknown): boolean | undefined {
  const [base, bits] = String(cidr).split('/');
  const [a, b] = [toNumber(address), toNumber(base)];
  const size = Number(bits);
  if (a === undefined || b === undefined || !(size >= 0 && size <= 32)) return undefined;
  const span = 2 ** (32 - size);
  return Math.floor(a / span) === Math.floor(b / span);
}

/** IPv4 only. */
function toNumber(address: string): number | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address)?.slice(1).map(Number);
  return parts?.every(part => part < 256) ? parts.reduce((sum, part) => sum * 256 + part, 0) : undefined;
}
