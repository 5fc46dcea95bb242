import { ClusterGraph, refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { condition, containersOf, ContainerView, isOver } from '../cluster/pods';
import { list, roundSeconds } from '../explain/words';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { fromObject } from './evidence';
import { secondsSince } from './failingPods';

/** A sidecar that notices the end by itself needs a moment. Seconds. */
const GRACE = 30;

/** Names of containers that serve another one and have no end of their own. */
const SERVES =
  /prox(?:y|ies)|side-?car|envoy|istio|linkerd|agent|exporter|fluent|filebeat|promtail|vector|logger|log-?ship|collector|otel|telegraf|statsd|tunnel|pgbouncer|forwarder|daprd|consul/i;

/** Jobs whose work is done while another container of the pod goes on, so that they never complete. */
export const unendedJobs: Analyzer = {
  name: 'unended-jobs',
  sees: 'Jobs that do not complete because a sidecar runs on after the main container has ended with exit code 0.',
  analyze({ graph, now }) {
    return graph
      .all('Job')
      .filter(job => !condition(job, 'Complete') && !condition(job, 'Failed'))
      .flatMap(job =>
        graph
          .podsOf(job)
          .filter(pod => !isOver(pod) && pod.status?.phase === 'Running')
          .flatMap(pod => heldOpen(job, pod, { graph, now }))
          .slice(0, 1),
      );
  },
};

function heldOpen(
  job: KubernetesObject,
  pod: KubernetesObject,
  { graph, now }: Pick<AnalysisContext, 'graph' | 'now'>,
): FindingDraft[] {
  // Restartable init containers are ended by the kubelet: they hold nothing open.
  const containers = containersOf(pod).filter(({ role }) => role === 'main');
  const done = containers.filter(({ status }) => status.state?.terminated?.exitCode === 0);
  const open = containers.filter(({ status }) => status.state?.running);
  const main = mainOf(pod, containers);
  if (!main || open.length === 0 || done.length + open.length < containers.length || !done.includes(main)) return [];
  const ended = main.status.state.terminated.finishedAt;
  const since = secondsSince(ended, now) ?? 0;
  if (since < GRACE) return [];
  const names = list(open.map(({ name }) => name));
  const resource = refOf(job);
  return [
    {
      category: 'job-failed',
      severity: 'MEDIUM',
      confidence: 0.94,
      // Two containers may well share the work: only the name tells that one merely serves the other.
      latent: !open.every(({ name }) => SERVES.test(name)),
      resource,
      title: `Job ${resource.name} does not complete: container ${names} keeps running after ${main.name} has finished`,
      rootCause: `Job ${resource.name} is not complete although container ${
        main.name
      } finished with exit code 0 ${roundSeconds(since)} ago: ${
        open.length === 1 ? 'sidecar' : 'sidecars'
      } ${names} of the same pod ${
        open.length === 1 ? 'is' : 'are'
      } still running, and a pod is done only when all its containers are.`,
      explanation: `Nothing tells ${names} that the work is done.${
        job.spec?.activeDeadlineSeconds === undefined
          ? ' Without activeDeadlineSeconds the Job stays active for ever.'
          : ''
      }`,
      evidence: [
        fromObject(pod, `container ${main.name}: terminated, exit code 0, finished ${ended}`, ended),
        ...open.map(({ name, status }) =>
          fromObject(pod, `container ${name}: running since ${status.state.running.startedAt}`),
        ),
      ],
      since: ended,
      affects: affectedBy(job, graph),
      fixes: [
        {
          type: 'advice',
          risk: 'MEDIUM',
          description: `Make ${names} a native sidecar: move it to initContainers with restartPolicy Always (Kubernetes 1.29 or later); the kubelet then ends it with the last main container`,
          changes: 'The pod template; a Job that exists keeps its own.',
        },
        {
          type: 'delete-pod',
          pod: refOf(pod),
          why: `it ends ${names}; the Job then starts its work once more`,
        },
      ],
    },
  ];
}

/** The container that the pod is there for: the one that kubectl takes by default, else the first that does not serve another. */
function mainOf(pod: KubernetesObject, containers: ContainerView[]): ContainerView | undefined {
  const named = pod.metadata.annotations?.['kubectl.kubernetes.io/default-container'];
  return (
    containers.find(({ name }) => name === named) ?? containers.find(({ name }) => !SERVES.test(name)) ?? containers[0]
  );
}

function affectedBy(job: KubernetesObject, graph: ClusterGraph) {
  const owner = graph.workloadOf(job);
  return owner === job ? [] : [refOf(owner)];
}
