import { ResourceRef } from '../Diagnosis';
import { KubernetesObject, OwnerReference } from './KubernetesObject';
import { asArray } from './pods';
import { matchesLabels } from './selectors';
import { eventTime } from './events';

/** The kinds that own pods and that people mean when they say "my service". */
const WORKLOAD_KINDS = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'ReplicaSet', 'ReplicationController'];

/** A name that is unique within one cluster. Kinds of different groups that share a name do not occur among those read. */
export function keyOf(ref: { kind: string; namespace?: string; name: string }): string {
  return [ref.kind, ref.namespace, ref.name].map(part => (typeof part === 'string' ? part : '')).join('/');
}

export function refOf(object: KubernetesObject): ResourceRef {
  const { namespace, name } = object.metadata;
  return namespace === undefined ? { kind: object.kind, name } : { kind: object.kind, namespace, name };
}

/** Reads as in `kubectl`: `deployment/checkout`. */
export function nameOf(ref: { kind: string; name: string }): string {
  return `${ref.kind.toLowerCase()}/${ref.name}`;
}

/**
 * What was read, indexed once: objects by kind and name, children by owner, events by the object they speak of.
 * It only relates objects; what is wrong with them is the analyzers' business.
 */
export class ClusterGraph {
  private readonly byKey = new Map<string, KubernetesObject>();
  private readonly byKind = new Map<string, KubernetesObject[]>();
  private readonly byPlace = new Map<string, KubernetesObject[]>();
  private readonly byOwner = new Map<string, KubernetesObject[]>();
  private readonly eventsByUid = new Map<string, KubernetesObject[]>();
  private readonly eventsByKey = new Map<string, KubernetesObject[]>();

  /** `unread` are the kinds that could not be listed. */
  constructor(objects: Iterable<KubernetesObject>, private readonly unread: ReadonlySet<string> = new Set()) {
    for (const object of objects) {
      if (object.kind === 'Event') {
        this.addEvent(object);
        continue;
      }
      this.byKey.set(keyOf(refOf(object)), object);
      push(this.byKind, object.kind, object);
      push(this.byPlace, `${object.kind}/${object.metadata.namespace ?? ''}`, object);
      const owner = controllerOf(object);
      if (owner) push(this.byOwner, `${owner.kind}/${object.metadata.namespace ?? ''}/${owner.name}`, object);
    }
    for (const events of [...this.eventsByUid.values(), ...this.eventsByKey.values()]) {
      events.sort((a, b) => (eventTime(b) ?? '').localeCompare(eventTime(a) ?? ''));
    }
  }

  private addEvent(event: KubernetesObject) {
    const about = event.involvedObject ?? event.regarding;
    if (!about?.kind) return;
    // A pod that was replaced under the same name (StatefulSet) has another uid: its events are not ours.
    if (about.uid) push(this.eventsByUid, `${about.kind}/${about.uid}`, event);
    push(this.eventsByKey, keyOf(about), event);
  }

  all(kind: string, namespace?: string): KubernetesObject[] {
    const objects = namespace === undefined ? this.byKind.get(kind) : this.byPlace.get(`${kind}/${namespace}`);
    // a copy: callers sort theirs
    return objects ? [...objects] : [];
  }

  /** Whether all objects of a kind were read, so that one which is not here does not exist. */
  knows(kind: string): boolean {
    return !this.unread.has(kind);
  }

  kinds(): [kind: string, count: number][] {
    return [...this.byKind].map(([kind, objects]) => [kind, objects.length]);
  }

  find(ref: { kind: string; namespace?: string; name: string }): KubernetesObject | undefined {
    return this.byKey.get(keyOf(ref));
  }

  /** Newest first. Matched by uid and kind; by name only for an object whose uid is unknown or whose events carry none. */
  eventsOf(object: KubernetesObject): KubernetesObject[] {
    const { uid } = object.metadata;
    const byKey = this.eventsByKey.get(keyOf(refOf(object))) ?? [];
    if (!uid) return byKey;
    const byUid = this.eventsByUid.get(`${object.kind}/${uid}`) ?? [];
    // The kubelet names a node in place of its uid.
    return [
      ...byUid,
      ...byKey.filter(event => isUnidentified(event.involvedObject ?? event.regarding, object.metadata.name)),
    ];
  }

  /** All events about a name, also those of an earlier object under that name (evicted or replaced pods). */
  eventsNamed(ref: ResourceRef): KubernetesObject[] {
    return this.eventsByKey.get(keyOf(ref)) ?? [];
  }

  /** Events about objects of a kind in a namespace that may no longer exist. */
  eventsAbout(kind: string, namespace?: string): KubernetesObject[] {
    const prefix = namespace === undefined ? `${kind}/` : `${kind}/${namespace}/`;
    return [...this.eventsByKey].filter(([key]) => key.startsWith(prefix)).flatMap(([, events]) => events);
  }

  childrenOf(object: KubernetesObject): KubernetesObject[] {
    const { namespace, name, uid } = object.metadata;
    const children = this.byOwner.get(`${object.kind}/${namespace ?? ''}/${name}`) ?? [];
    return children.filter(child => !uid || !controllerOf(child)?.uid || controllerOf(child)?.uid === uid);
  }

  ownerOf(object: KubernetesObject): KubernetesObject | undefined {
    const owner = controllerOf(object);
    return owner && this.find({ kind: owner.kind, namespace: object.metadata.namespace, name: owner.name });
  }

  /** The workload that a pod, ReplicaSet or Job's pod belongs to; the object itself when nothing owns it. */
  workloadOf(object: KubernetesObject): KubernetesObject {
    let current = object;
    // An ownership chain has at most a handful of links; the bound guards against a cycle in hostile data.
    for (let depth = 0; depth < 8; depth++) {
      const owner = this.ownerOf(current);
      if (!owner || !WORKLOAD_KINDS.includes(owner.kind)) return current;
      current = owner;
    }
    return current;
  }

  /** All workloads that are nobody's child, and pods that have no owner. */
  workloads(namespace?: string): KubernetesObject[] {
    return [...WORKLOAD_KINDS, 'Pod']
      .flatMap(kind => this.all(kind, namespace))
      .filter(object => this.workloadOf(object) === object);
  }

  podsOf(workload: KubernetesObject): KubernetesObject[] {
    if (workload.kind === 'Pod') return [workload];
    // Grows while it is walked; each object is visited once, even where owners form a circle.
    const owners = new Set([workload]);
    const pods = new Set<KubernetesObject>();
    for (const owner of owners) {
      for (const child of this.childrenOf(owner)) {
        if (child.kind === 'Pod') pods.add(child);
        else if (WORKLOAD_KINDS.includes(child.kind)) owners.add(child);
      }
    }
    return [...pods];
  }

  /** The pods that a Service selects, whatever their state. */
  podsBehind(service: KubernetesObject): KubernetesObject[] {
    return this.all('Pod', service.metadata.namespace).filter(pod =>
      matchesLabels(service.spec?.selector, pod.metadata.labels),
    );
  }

  servicesOf(pod: { metadata: { namespace?: string; labels?: Record<string, string> } }): KubernetesObject[] {
    return this.all('Service', pod.metadata.namespace).filter(service =>
      matchesLabels(service.spec?.selector, pod.metadata.labels),
    );
  }

  /** The pod template of any workload, or the pod itself: `{ metadata, spec }`. */
  templateOf(workload: KubernetesObject): { metadata?: any; spec?: any } {
    if (workload.kind === 'Pod') return workload;
    if (workload.kind === 'CronJob') return workload.spec?.jobTemplate?.spec?.template ?? {};
    return workload.spec?.template ?? {};
  }
}

function controllerOf(object: KubernetesObject) {
  const owners: OwnerReference[] = asArray(object.metadata.ownerReferences);
  return owners.find(owner => owner.controller) ?? owners[0];
}

function isUnidentified(about: { uid?: string; name?: string } | undefined, name: string): boolean {
  return !about?.uid || about.uid === name;
}

function push<T>(map: Map<string, T[]>, key: string, value: T) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
