import { ClusterGraph, refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { Analyzer } from './Analyzer';
import { fromEvent, fromObject } from './evidence';
import { secondsSince } from './failingPods';
import { roundSeconds, list } from '../explain/words';
import { asArray, condition } from '../cluster/pods';

/** Added to the grace period before a pod on its way out counts as stuck. Seconds. */
const MARGIN = 60;
/** Other objects are deleted at once unless a finalizer holds them. Seconds. */
const PATIENCE = 120;
/** Whoever asks why an object does not go has waited long enough. Seconds. */
const ASKED = 10;

/** What the namespace controller says about a namespace that it cannot empty. */
const NAMESPACE_CONDITIONS = [
  'NamespaceDeletionDiscoveryFailure',
  'NamespaceDeletionGroupVersionParsingFailure',
  'NamespaceDeletionContentFailure',
  'NamespaceContentRemaining',
  'NamespaceFinalizersRemaining',
];
/** What the kubelet says about a pod that it cannot end. */
const POD_EVENTS = ['FailedKillPod', 'ExceededGracePeriod', 'FailedPreStopHook'];

const KINDS = ['PersistentVolumeClaim', 'PersistentVolume', 'Service', 'Ingress', 'Job', 'Deployment', 'StatefulSet'];

/** Objects that are being deleted and do not go. */
export const terminating: Analyzer = {
  name: 'terminating',
  sees: 'Pods, claims and namespaces that stay in Terminating: past their grace period, or held by a finalizer.',
  analyze({ graph, scope, now }) {
    const isAsked = (object: KubernetesObject) =>
      scope.complaint &&
      ([object, graph.workloadOf(object)].some(each => scope.focus.includes(each)) ||
        (scope.focus.length === 0 && object.kind === 'Namespace' && object.metadata.name === scope.namespace));
    const pods = graph.all('Pod').filter(pod => {
      // deletionTimestamp already has the grace period in it.
      const overdue = secondsSince(pod.metadata.deletionTimestamp, now);
      return overdue !== undefined && overdue > (isAsked(pod) ? ASKED : MARGIN);
    });
    const objects = KINDS.flatMap(kind => graph.all(kind)).filter(
      object => (secondsSince(object.metadata.deletionTimestamp, now) ?? 0) > (isAsked(object) ? ASKED : PATIENCE),
    );
    const namespaces = graph
      .all('Namespace')
      .filter(
        namespace =>
          (scope.namespace === undefined || namespace.metadata.name === scope.namespace) &&
          (secondsSince(namespace.metadata.deletionTimestamp, now) ?? 0) > (isAsked(namespace) ? ASKED : PATIENCE),
      );
    return [...pods, ...objects, ...namespaces].map(object => {
      const finalizers = object.metadata.finalizers ?? [];
      const overdue = roundSeconds(secondsSince(object.metadata.deletionTimestamp, now) ?? 0);
      const content =
        object.kind === 'Namespace'
          ? NAMESPACE_CONDITIONS.map(type => condition(object, type)).filter(each => each?.status === 'True')
          : [];
      const users = usersOf(object, graph);
      const why = reasonToStay(finalizers, content, users);
      return {
        category: 'deprecated-or-terminating' as const,
        severity: 'MEDIUM' as const,
        confidence: finalizers.length > 0 || content.length > 0 ? 0.9 : 0.75,
        resource: refOf(object),
        title: `${object.kind} ${object.metadata.name} does not finish terminating`,
        rootCause: `${object.kind} ${object.metadata.name} should have been gone for ${overdue}: ${why}.`,
        explanation:
          'It was deleted and still exists. Removing a finalizer by hand skips the clean-up that it stands for.',
        evidence: [
          fromObject(
            object,
            `deletionTimestamp ${object.metadata.deletionTimestamp}; finalizers: ${finalizers.join(', ') || 'none'}`,
          ),
          ...content.map(each => fromObject(object, `${each.type}: ${each.message}`)),
          ...users.slice(0, 3).map(pod => fromObject(pod, `mounts claim ${object.metadata.name}`)),
          ...(object.kind === 'Pod' ? graph.eventsOf(object) : [])
            .filter(event => POD_EVENTS.includes(event.reason))
            .slice(0, 2)
            .map(fromEvent),
        ],
        since: object.metadata.deletionTimestamp,
        blames: object.kind === 'Pod' && object.spec?.nodeName ? [{ kind: 'Node', name: object.spec.nodeName }] : [],
        fixes: [
          {
            type: 'inspect' as const,
            what: 'yaml' as const,
            target: refOf(object),
            why: 'See its finalizers and status',
          },
        ],
      };
    });
  },
};

/** Pods that mount a claim: as long as one does, the finalizer of the claim stays. */
function usersOf(object: KubernetesObject, graph: ClusterGraph): KubernetesObject[] {
  if (object.kind !== 'PersistentVolumeClaim') return [];
  return graph
    .all('Pod', object.metadata.namespace)
    .filter(pod =>
      asArray(pod.spec?.volumes).some(volume => volume.persistentVolumeClaim?.claimName === object.metadata.name),
    );
}

function reasonToStay(finalizers: string[], content: { message?: string }[], users: KubernetesObject[]): string {
  if (users.length > 0 && finalizers.includes('kubernetes.io/pvc-protection')) {
    return `it is still in use: ${list(
      users.slice(0, 3).map(pod => `pod ${pod.metadata.name}`),
    )} mounts it, and finalizer kubernetes.io/pvc-protection holds it until no pod does`;
  }
  if (content.length > 0) return content.map(each => each.message).join('; ');
  if (finalizers.length > 0) return `finalizer ${list(finalizers)} holds it: whoever set it has not done its work`;
  return 'its containers have not ended, or its node does not answer';
}
