import { secondsSince } from '../analyzers/failingPods';
import { ClusterGraph, keyOf, refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { asArray, condition, containersOf, isOver, isReady } from '../cluster/pods';
import { Scope } from '../cluster/Scope';
import { Finding } from '../Diagnosis';
import { list, plural, roundSeconds } from './words';
import { summarize } from './workloads';

/** More sentences than these nobody reads. */
const MAX_SENTENCES = 12;

/** What was looked at and is fine: a sentence for each thing, so that "nothing is wrong" can be checked. */
export function checkedSentences(
  workloads: KubernetesObject[],
  findings: Finding[],
  graph: ClusterGraph,
  scope: Scope,
  now: Date,
): string[] {
  const blamed = new Set(findings.map(({ resource }) => keyOf(resource)));
  const isFine = (object: KubernetesObject) => !blamed.has(keyOf(refOf(object)));
  const sentences = workloads.filter(isFine).flatMap(workload => ofWorkload(workload, graph, now));
  if (scope.focus.length > 0) {
    const pods = workloads.flatMap(workload => graph.podsOf(workload)).filter(pod => !isOver(pod));
    return [...sentences, ...ofSurroundings(pods, graph, isFine)].slice(0, MAX_SENTENCES);
  }
  const others = sentences.length - MAX_SENTENCES + 1;
  return others <= 1
    ? sentences
    : [...sentences.slice(0, -others), `And ${others} more workloads that are as they should be.`];
}

function ofWorkload(workload: KubernetesObject, graph: ClusterGraph, now: Date): string[] {
  const [{ kind, name, status, ready, desired, restarts }] = summarize([workload], graph);
  if (status === 'scaled-to-zero') return [`${kind} ${name} is scaled to 0: no pods are meant to run.`];
  if (status === 'completed') return [`${kind} ${name} has completed.`];
  if (status !== 'healthy') return [];
  const pods = graph.podsOf(workload).filter(pod => !isOver(pod));
  const since = Math.min(...pods.map(pod => secondsSince(condition(pod, 'Ready')?.lastTransitionTime, now) ?? 0));
  const history = restarts === 0 ? 'no restarts' : `${plural(restarts, 'restart')}, the last ${lastRestart(pods, now)}`;
  return [`${kind} ${name}: ${ready} of ${desired} pods ready for ${roundSeconds(since)}, ${history}.`];
}

/** The Services, volumes and nodes of what was asked about. */
function ofSurroundings(
  pods: KubernetesObject[],
  graph: ClusterGraph,
  isFine: (object: KubernetesObject) => boolean,
): string[] {
  const services = unique(pods.flatMap(pod => graph.servicesOf(pod))).filter(isFine);
  const claims = unique(
    pods.flatMap(pod =>
      asArray(pod.spec?.volumes).map(({ persistentVolumeClaim }) =>
        graph.find({
          kind: 'PersistentVolumeClaim',
          namespace: pod.metadata.namespace,
          name: persistentVolumeClaim?.claimName ?? '',
        }),
      ),
    ),
  ).filter(claim => isFine(claim) && claim.status?.phase === 'Bound');
  const nodes = unique(pods.map(pod => graph.find({ kind: 'Node', name: pod.spec?.nodeName ?? '' })))
    .filter(node => isFine(node) && condition(node, 'Ready')?.status === 'True')
    .map(node => node.metadata.name);
  return [
    ...services.flatMap(service => {
      const ready = graph.podsBehind(service).filter(pod => !isOver(pod) && isReady(pod)).length;
      return ready > 0 ? [`Service ${service.metadata.name} has ${plural(ready, 'ready pod')} behind it.`] : [];
    }),
    ...claims.map(claim => `PersistentVolumeClaim ${claim.metadata.name} is bound.`),
    ...(nodes.length > 0
      ? [
          `${nodes.length === 1 ? 'Node' : 'Nodes'} ${list(nodes.slice(0, 3))}${
            nodes.length > 3 ? ` and ${nodes.length - 3} more` : ''
          } ${nodes.length === 1 ? 'is' : 'are'} ready.`,
        ]
      : []),
  ];
}

function unique(objects: (KubernetesObject | undefined)[]): KubernetesObject[] {
  return [...new Set(objects)].filter((object): object is KubernetesObject => object !== undefined);
}

function lastRestart(pods: KubernetesObject[], now: Date): string {
  const ends = pods
    .flatMap(pod => containersOf(pod))
    .map(container => secondsSince(container.status.lastState?.terminated?.finishedAt, now) ?? Infinity);
  const seconds = Math.min(...ends);
  return Number.isFinite(seconds) ? `${roundSeconds(seconds)} ago` : 'long ago';
}
