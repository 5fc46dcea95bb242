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
  const { why, advice, volume, starved } = causeOf(message);
  return {
    category: starved === 'memory' || starved === 'pids' ? 'node-problem' : 'disk-full',
    severity: 'HIGH',
    confidence: 0.93,
    resource,
    title: `${resource.name} is evicted: ${why}`,
    rootCause: `The kubelet evicts pods of ${resource.kind} ${resource.name}: ${why}.`,
    explanation: `The words of the kubelet: ${
      message || 'none'
    }. The pod is not restarted in place; its controller makes a new one, which will end the same way.`,
    evidence: [
      ...(event ? [fromEvent(event)] : []),
      fromObject(pod, `phase Failed, reason Evicted: ${message}`, evictedAt(pod)),
      ...(volume
        ? [fromObject(workload, `volume ${volume}: ${JSON.stringify(volumeOf(graph.templateOf(workload), volume))}`)]
        : []),
    ],
    since: evictedAt(pod),
    blames: pod.spec?.nodeName && starved ? [{ kind: 'Node', name: pod.spec.nodeName }] : [],
    fixes: [
      {
        type: 'advice',
        risk: 'MEDIUM',
        description: advice,
        changes: 'The pod template: one rollout.',
      },
      { type: 'delete-pod', pod: refOf(pod), why: 'an evicted pod stays in the list until it is deleted' },
    ],
  };
}

/** What ran out, by the words of the kubelet. */
function causeOf(message: string): { why: string; advice: string; volume?: string; starved?: string } {
  const emptyDir = /EmptyDir volume "([^"]+)" exceeds the limit "([^"]+)"/i.exec(message);
  if (emptyDir) {
    const [, volume, limit] = emptyDir;
    return {
      why: `the emptyDir volume "${volume}" was filled beyond its sizeLimit of ${limit}`,
      advice: `Raise sizeLimit of volume ${volume}, or have the program clean up what it writes there`,
      volume,
    };
  }
  const starved = /low on resource: ([\w.-]+)/i.exec(message)?.[1];
  if (starved) {
    return {
      why: `the node ran low on ${starved}`,
      advice: `Set requests for ${starved} that match what the pods use, so that the scheduler spreads them`,
      starved,
    };
  }
  const storage = /exceeds the (?:total|container)? ?limit|ephemeral-storage|ephemeral local storage/i.test(message);
  return {
    why: storage
      ? 'more local disk (ephemeral-storage) was used than the limit allows'
      : message || 'the kubelet gives no reason',
    advice: 'Raise the ephemeral-storage limit, or write less to local disk',
  };
}

function volumeOf(template: { spec?: any }, name: string): unknown {
  return asArray(template.spec?.volumes).find(volume => volume.name === name) ?? {};
}

function evictedAt(pod: KubernetesObject): string | undefined {
  const times = asArray(pod.status?.conditions).map(each => String(each.lastTransitionTime ?? ''));
  return times.sort().pop() || pod.status?.startTime;
}
