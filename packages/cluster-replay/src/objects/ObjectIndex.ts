import { KubernetesObject } from '../snapshot/KubernetesObject';
import { Snapshot } from '../snapshot/Snapshot';
import { ResourceType, ServedGroup, servedGroups, toResourceType } from './ResourceType';

/** The objects of one resource, whatever version they were recorded in, in the order of the API server's storage. */
interface Collection {
  all: KubernetesObject[];
  byNamespace: Map<string, KubernetesObject[]>;
  byName: Map<string, KubernetesObject>;
}

const EMPTY: KubernetesObject[] = [];

/** All objects of a recording by resource and namespace; built once. */
export class ObjectIndex {
  readonly groups: ServedGroup[];
  /** The newest of the objects' resource versions: the version of every list. */
  readonly resourceVersion: string;
  private readonly types = new Map<string, ResourceType>();
  private readonly collections = new Map<string, Collection>();

  static of(snapshot: Snapshot): ObjectIndex {
    return new ObjectIndex(snapshot);
  }

  private constructor(snapshot: Snapshot) {
    this.groups = servedGroups(snapshot);
    const byKind = new Map<string, ResourceType>();
    for (const { name, versions } of this.groups) {
      for (const { version, resources = [] } of versions) {
        for (const discovered of resources) {
          const type = toResourceType(name, version, discovered);
          this.types.set(typeKey(type.apiVersion, type.resource), type);
          // Kinds of reviews and bindings can be listed nowhere; in the metrics API two resources could share a kind
          if (discovered.verbs?.includes('list')) byKind.set(typeKey(type.apiVersion, type.kind), type);
        }
      }
    }
    for (const object of snapshot.objects) {
      const type = byKind.get(typeKey(object.apiVersion ?? '', object.kind ?? ''));
      if (!type) {
        throw new Error(
          `${snapshot.path} does not fit together: objects.json has a ${object.kind} of ${object.apiVersion}, ` +
            'which its discovery does not list.',
        );
      }
      this.add(type, object);
    }
    this.addMetrics(snapshot);
    for (const collection of this.collections.values()) {
      sortCollection(collection);
    }
    this.resourceVersion = newestResourceVersion(snapshot.objects);
  }

  private addMetrics(snapshot: Snapshot) {
    const metrics = this.groups.find(group => group.name === 'metrics.k8s.io');
    for (const discovered of metrics?.versions[0]?.resources ?? []) {
      const type = toResourceType('metrics.k8s.io', metrics!.versions[0].version, discovered);
      const items = discovered.resource === 'nodes' ? snapshot.metrics?.nodes : snapshot.metrics?.pods;
      for (const item of items ?? []) this.add(type, item);
    }
  }

  private add(type: ResourceType, object: KubernetesObject) {
    const key = collectionKey(type);
    let collection = this.collections.get(key);
    if (!collection) {
      collection = { all: [], byNamespace: new Map(), byName: new Map() };
      this.collections.set(key, collection);
    }
    const namespace = object.metadata.namespace ?? '';
    collection.all.push(object);
    const inNamespace = collection.byNamespace.get(namespace);
    if (inNamespace) inNamespace.push(object);
    else collection.byNamespace.set(namespace, [object]);
    collection.byName.set(`${namespace}/${object.metadata.name}`, object);
  }

  /** @param apiVersion - `v1`, `apps/v1` */
  type(apiVersion: string, resource: string): ResourceType | undefined {
    return this.types.get(typeKey(apiVersion, resource));
  }

  /** In the order of namespaces and names. */
  list(type: ResourceType, namespace?: string): KubernetesObject[] {
    const collection = this.collections.get(collectionKey(type));
    if (!collection) return EMPTY;
    return namespace === undefined ? collection.all : collection.byNamespace.get(namespace) ?? EMPTY;
  }

  get(type: ResourceType, name: string, namespace = ''): KubernetesObject | undefined {
    return this.collections.get(collectionKey(type))?.byName.get(`${namespace}/${name}`);
  }
}

function typeKey(apiVersion: string, resourceOrKind: string): string {
  return `${apiVersion} ${resourceOrKind}`;
}

/** Versions of a group are views of the same objects; and the events of `events.k8s.io` are those of core. */
function collectionKey(type: ResourceType): string {
  const group = type.resource === 'events' && type.group === 'events.k8s.io' ? '' : type.group;
  return typeKey(group, type.resource);
}

function sortCollection(collection: Collection) {
  const byKey = (a: KubernetesObject, b: KubernetesObject) =>
    compare(a.metadata.namespace ?? '', b.metadata.namespace ?? '') || compare(a.metadata.name, b.metadata.name);
  collection.all.sort(byKey);
  for (const objects of collection.byNamespace.values()) {
    objects.sort(byKey);
  }
}

/** By bytes, as etcd does; not by a locale. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function newestResourceVersion(objects: KubernetesObject[]): string {
  let newest = 1n;
  for (const { metadata } of objects) {
    if (/^\d{1,20}$/.test(metadata.resourceVersion ?? '')) {
      const version = BigInt(metadata.resourceVersion!);
      if (version > newest) newest = version;
    }
  }
  return newest.toString();
}
