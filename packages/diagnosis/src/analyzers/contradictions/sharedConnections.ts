import { callsOf, serviceFor } from '../../cluster/calls';
import { ClusterGraph, keyOf, refOf } from '../../cluster/ClusterGraph';
import { list } from '../../explain/words';
import { fromObject } from '../evidence';
import { Contradiction, Failure } from './Contradiction';

const NO_MORE_CONNECTIONS =
  /too many clients|connection slots are reserved|too many connections|no more connections|connection limit|max_user_connections|ERR max number of clients/i;

/** More names than these help nobody to find the one that holds the connections. */
const MAX_CALLERS = 5;

/** Who else calls the database that has no connection left: one of them may hold them all. */
export function sharedConnections(
  { text, spec, containers, workload, namespace }: Failure,
  graph: ClusterGraph,
): Contradiction[] {
  if (!NO_MORE_CONNECTIONS.test(text)) return [];
  const called = callsOf({ spec: { ...spec, initContainers: [], containers } }, namespace, graph).flatMap(
    ({ host }) => {
      const service = serviceFor(host, namespace, graph);
      return service ? [service] : [];
    },
  );
  const [database] = called.filter(({ metadata }) => called.length === 1 || text.includes(metadata.name));
  if (!database) return [];
  const callers = graph.workloads(namespace).flatMap(other => {
    if (keyOf(refOf(other)) === keyOf(refOf(workload))) return [];
    const call = callsOf(graph.templateOf(other), namespace, graph).find(
      ({ host }) => serviceFor(host, namespace, graph) === database,
    );
    return call ? [{ other, call }] : [];
  });
  if (callers.length === 0) return [];
  const named = callers.slice(0, MAX_CALLERS);
  return [
    {
      sentence: `${list(named.map(({ other }) => `${other.kind} ${other.metadata.name}`))} ${
        callers.length === 1 ? 'calls' : 'call'
      } ${database.metadata.name} too and may hold the connections.`,
      evidence: named.slice(0, 3).map(({ other, call }) => fromObject(other, `${call.source}: ${call.host}`)),
    },
  ];
}
