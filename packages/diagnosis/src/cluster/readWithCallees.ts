import { DiagnosisRequest } from '../Diagnosis';
import { callsOf, namespacesCalled, serviceFor } from './calls';
import { ClusterGraph } from './ClusterGraph';
import { ClusterReader, ClusterReadError } from './ClusterReader';
import { KubernetesObject } from './KubernetesObject';
import { isOver, isReady } from './pods';
import { ObjectsRead, readObjects } from './readObjects';
import { untilAborted } from '../TimeBudget';
import { resourceTypes } from './resourceTypes';
import { resolveScope } from './Scope';

/** Short names that are looked for in other namespaces. */
const MAX_NAMES = 3;
/** Namespaces beyond the asked one that are read for the calls that lead there. */
const MAX_NAMESPACES = 3;

/**
 * Reads the namespace that was asked about and, where a workload in it is not well and calls into other namespaces, those
 * too: the cause may live there.
 */
export async function readWithCallees(
  reader: ClusterReader,
  request: DiagnosisRequest,
  signal?: AbortSignal,
): Promise<ObjectsRead & { namespaces: string[] }> {
  const read = await readObjects(reader, { namespace: request.namespace, signal });
  if (request.namespace === undefined || read.unreachable)
    return { ...read, namespaces: request.namespace === undefined ? [] : [request.namespace] };
  const graph = new ClusterGraph(read.objects, read.unread);
  const { complaint, focus } = resolveScope(request, graph, read.unread);
  const asked = complaint ? focus.map(object => graph.workloadOf(object)) : [];
  const callees = await existing(reader, namespacesCalledFrom(request.namespace, graph, asked), signal);
  const elsewhere = await servicesElsewhere(reader, graph, [...asked, ...unwellIn(request.namespace, graph)], signal);
  const others = await Promise.all(callees.map(namespace => readObjects(reader, { namespace, signal })));
  const known = new Set(
    read.objects.map(({ metadata, kind }) => metadata.uid ?? `${kind}/${metadata.namespace}/${metadata.name}`),
  );
  const added = others
    .flatMap(({ objects }) => objects)
    .filter(({ metadata, kind }) => !known.has(metadata.uid ?? `${kind}/${metadata.namespace}/${metadata.name}`));
  return {
    objects: [
      ...read.objects,
      ...added,
      ...elsewhere.filter(({ metadata }) => !callees.includes(metadata.namespace ?? '')),
    ],
    unread: read.unread,
    blindSpots: [...read.blindSpots, ...others.flatMap(({ blindSpots }) => blindSpots)],
    namespaces: [
      ...new Set([request.namespace, ...callees, ...elsewhere.map(({ metadata }) => metadata.namespace ?? '')]),
    ],
  };
}

function namespacesCalledFrom(
  namespace: string,
  graph: ClusterGraph,
  asked: KubernetesObject[],
): { namespace: string; sure: boolean }[] {
  const calls = [...new Set([...asked, ...unwellIn(namespace, graph)])].flatMap(workload =>
    callsOf(graph.templateOf(workload), namespace, graph),
  );
  return namespacesCalled(calls, namespace).slice(0, MAX_NAMESPACES);
}

function unwellIn(namespace: string, graph: ClusterGraph): KubernetesObject[] {
  return graph
    .workloads(namespace)
    .filter(workload => graph.podsOf(workload).some(pod => !isOver(pod) && !isReady(pod)));
}

/**
 * Services of other namespaces that have the short name which a caller uses without a namespace, and which its own lacks.
 * Whoever may not list Services everywhere just does not hear of them.
 */
async function servicesElsewhere(
  reader: ClusterReader,
  graph: ClusterGraph,
  callers: KubernetesObject[],
  signal?: AbortSignal,
): Promise<KubernetesObject[]> {
  if (!graph.knows('Service')) return [];
  const missing = callers.flatMap(workload =>
    callsOf(graph.templateOf(workload), workload.metadata.namespace, graph).flatMap(({ host }) =>
      !host.includes('.') && host !== 'localhost' && !serviceFor(host, workload.metadata.namespace, graph)
        ? [host]
        : [],
    ),
  );
  const found = await Promise.all(
    [...new Set(missing)].slice(0, MAX_NAMES).map(async name => {
      try {
        const options = { fieldSelector: `metadata.name=${name}`, signal };
        return await untilAborted(reader.list(resourceTypes.Service, options), signal);
      } catch (error) {
        if (error instanceof ClusterReadError || signal?.aborted) return [];
        throw error;
      }
    }),
  );
  return found
    .flat()
    .filter(({ metadata }) => missing.includes(metadata.name))
    .slice(0, MAX_NAMES);
}

/** `api.example` looks like a Service in namespace `example`: only what is known to exist, or surely named, is read. */
async function existing(
  reader: ClusterReader,
  namespaces: { namespace: string; sure: boolean }[],
  signal?: AbortSignal,
): Promise<string[]> {
  const found = await Promise.all(
    namespaces.map(async ({ namespace, sure }) => {
      try {
        await untilAborted(reader.get(resourceTypes.Namespace, { name: namespace }, signal), signal);
        return [namespace];
      } catch (error) {
        // To read a namespace's own object is a right of its own; its contents may be open all the same.
        return sure && error instanceof ClusterReadError && error.failure === 'forbidden' ? [namespace] : [];
      }
    }),
  );
  return found.flat();
}
