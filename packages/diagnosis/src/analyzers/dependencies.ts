import { callsOf, serviceFor } from '../cluster/calls';
import { ClusterGraph, refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { ResourceRef } from '../Diagnosis';
import { Subject } from './failingPods';
import { LogCause } from './logCause';

/** Categories that speak of the far end of a call. */
const CALL_CATEGORIES = [
  'dependency-down',
  'dns',
  'network-policy',
  'tls-certificate',
  'clock-or-deadlock',
  'service-no-endpoints',
];

/**
 * The objects whose trouble would explain what the log says: the Service that it could not reach and what runs behind it.
 * A line that names no host, or one that the pod's configuration does not know, blames everything that the pod calls.
 */
export function dependenciesBlamed(
  { pod, container }: Subject,
  cause: LogCause | undefined,
  graph: ClusterGraph,
): ResourceRef[] {
  if (!cause) return [];
  const namespace = pod.metadata.namespace;
  if (cause.host) return behind(cause.host, namespace, graph);
  const isPlain =
    cause.category === undefined || cause.category === 'log-needle' || CALL_CATEGORIES.includes(cause.category);
  const mentioned = !isPlain ? [] : mentionedIn(cause.clue.text, graph.workloadOf(pod), graph);
  if (mentioned.length > 0) return mentioned.map(refOf);
  if (!cause.category || !CALL_CATEGORIES.includes(cause.category)) return [];
  const port = Number(cause.clue.facts.port);
  const template = { metadata: pod.metadata, spec: { ...pod.spec, containers: [container.spec], initContainers: [] } };
  const calls = callsOf(template, namespace, graph);
  const matching = calls.filter(call => call.port === port);
  return (matching.length > 0 ? matching : calls).flatMap(call => behind(call.host, namespace, graph));
}

/** Shorter names are words. */
const SHORTEST_NAME = 4;

/** Workloads of the same namespace that a line names, by themselves or one of their pods: `replica clickhouse-0`. */
function mentionedIn(line: string, own: KubernetesObject, graph: ClusterGraph): KubernetesObject[] {
  const text = line.toLowerCase();
  // A word of a path is no name; that of a pod is one wherever it stands.
  const names = new Set(text.match(/(?<![\w/.-])[a-z0-9][a-z0-9-]{3,252}/g) ?? []);
  const words = new Set(text.match(/[a-z0-9][a-z0-9-]{3,252}/g) ?? []);
  return graph.workloads(own.metadata.namespace).filter(workload => {
    const { name } = workload.metadata;
    if (workload === own || name.length < SHORTEST_NAME || own.metadata.name.includes(name)) return false;
    return names.has(name) || graph.podsOf(workload).some(pod => words.has(pod.metadata.name));
  });
}

/** A Service with its pods' workloads. */
export function behind(host: string, namespace: string | undefined, graph: ClusterGraph): ResourceRef[] {
  const service = serviceFor(host, namespace, graph);
  if (!service) return governedBy(host, namespace, graph);
  const workloads = new Set(graph.podsBehind(service).map(pod => graph.workloadOf(pod)));
  return [refOf(service), ...[...workloads].map(refOf)];
}

/** `queue-0.queue`, or `queue`, where the headless Service of a StatefulSet is not there to resolve the name. */
function governedBy(host: string, namespace: string | undefined, graph: ClusterGraph): ResourceRef[] {
  const labels = host.toLowerCase().split('.').slice(0, 2);
  return graph
    .all('StatefulSet', namespace)
    .filter(set => labels.includes(set.spec?.serviceName))
    .map(refOf);
}
