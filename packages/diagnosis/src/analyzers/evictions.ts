import { refOf } from '../cluster/ClusterGraph';
import { eventMessage } from '../cluster/events';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { asArray } from '../cluster/pods';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { fromEvent, fromObject } from './evidence';
import { secondsSince } from './failingPods';

/** Older evictions are leftovers: their pods lie about until somebody deletes them. Seconds. */
const RECENT = 3600;

/** Pods that the kubelet evicted, because they or their node ran out of disk, memory or PIDs. */
export const evictions: Analyzer = {
  name: 'evictions',
  sees: 'Evicted pods: which volume or resource ran out, and its limit.',
  analyze(context) {
    return context.graph
      .all('Pod')
      .filter(pod => pod.status?.phase === 'Failed' && pod.status?.reason === 'Evicted')
      .filter(pod => (secondsSince(evictedAt(pod), context.now) ?? 0) < RECENT)
      .map(pod => describe(pod, context));
  },
};

function describe(pod: KubernetesObject, { graph }: AnalysisContext): FindingDraft {
  const workload = graph.workloadOf(pod);
  const resource = refOf(workload);
  const event = graph.eventsOf(pod).find(candidate => candidate.reason === 'Evicted');
  const message = String(pod.status?.message ?? (event ? eventMessage(event) : ''))
    .trim()
    .replace(/\.$/, '');
  const emptyDir = /EmptyDir volume "([^"]+)" exceeds the limit "([^"]+)"/i.exec(message);
  const storage = /exceeds the (?:total|container)? ?limit|ephemeral-storage|ephemeral local storage/i.test(message);
  const starved = /low on resource: ([\w.-]+)/i.exec(message)?.[1];
  const memory = starved === 'memory';
  const why = emptyDir
    ? `it filled its emptyDir volume "${emptyDir[1]}" beyond the sizeLimit of ${emptyDir[2]}`
    : starved
    ? `its node ran low on ${starved}`
    : storage
    ? 'it used more local disk (ephemeral-storage) than its limit'
    : message || 'the kubelet gives no reason';
  return {
    category: memory || starved === 'pids' ? 'node-problem' : 'disk-full',
    severity: 'HIGH',
    confidence: 0.93,
    resource,
    title: `${resource.name} is evicted: ${why}`,
    rootCause: `The kubelet evicts pods of ${resource.kind} ${resource.name} because ${why.replace(/^it /, 'each ')}.`
      .replace('each filled', 'a pod filled')
      .replace('each used', 'a pod used'),
    explanation: `The words of the kubelet: ${
      message || 'none'
    }. The pod is not restarted in place; its controller makes a new one, which will end the same way.`,
    evidence: [
      ...(event ? [fromEvent(event)] : []),
      fromObject(pod, `phase Failed, reason Evicted: ${message}`, evictedAt(pod)),
      ...(emptyDir
        ? [
            fromObject(
              workload,
              `volume ${emptyDir[1]}: ${JSON.stringify(
                asArray(graph.templateOf(workload).spec?.volumes).find(volume => volume.name === emptyDir[1]) ?? {},
              )}`,
            ),
          ]
        : []),
    ],
    since: evictedAt(pod),
    blames: pod.spec?.nodeName && starved ? [{ kind: 'Node', name: pod.spec.nodeName }] : [],
    fixes: [
      {
        type: 'advice',
        risk: 'MEDIUM',
        description: emptyDir
          ? `Raise sizeLimit of volume ${emptyDir[1]}, or have the program clean up what it writes there`
          : starved
          ? `Set requests for ${starved} that match what the pods use, so that the scheduler spreads them`
          : 'Raise the ephemeral-storage limit, or write less to local disk',
        changes: 'The pod template: one rollout.',
      },
      { type: 'delete-pod', pod: refOf(pod), why: 'an evicted pod stays in the list until it is deleted' },
    ],
  };
}

function evictedAt(pod: KubernetesObject): string | undefined {
  const times = asArray(pod.status?.conditions).map(each => String(each.lastTransitionTime ?? ''));
  return times.sort().pop() || pod.status?.startTime;
}
