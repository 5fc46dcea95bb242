import { BlindSpot } from '../Diagnosis';
import { list } from '../explain/words';
import { ClusterReader, ClusterReadError, ListOptions, ResourceType } from './ClusterReader';
import { KubernetesObject } from './KubernetesObject';
import { OutOfTime, untilAborted } from '../TimeBudget';
import { readEvents } from './readEvents';
import { failureOfTimeout } from './readFailure';
import { readPods } from './readPods';
import { resourceTypes } from './resourceTypes';
import { wellFormed } from './wellFormed';

/** What each kind tells, for the blind spot when it can't be read. `undefined`: its absence hides nothing worth saying. */
const READ: [type: ResourceType, hides: string | undefined][] = [
  [resourceTypes.Pod, 'Nearly every failure shows on pods.'],
  [resourceTypes.Event, 'Probe failures, failed mounts, scheduling and image pulls are told in events.'],
  [resourceTypes.Deployment, 'What is wanted, and which rollout is under way, is not known.'],
  [resourceTypes.ReplicaSet, 'Refused pods (quota, policies) and what a rollout changed are not known.'],
  [resourceTypes.StatefulSet, 'What is wanted of stateful workloads is not known.'],
  [resourceTypes.DaemonSet, 'Per-node workloads are not known.'],
  [resourceTypes.Job, 'Failed Jobs are not known.'],
  [resourceTypes.CronJob, 'Suspended and missed schedules are not known.'],
  [resourceTypes.Service, 'Selectors, ports and calls between workloads are not known.'],
  [resourceTypes.ConfigMap, 'Missing keys and the calls in configuration files are not known.'],
  [resourceTypes.PersistentVolumeClaim, 'Unbound volumes are not known.'],
  [resourceTypes.ResourceQuota, 'Used-up quotas are known from refusals only.'],
  [resourceTypes.LimitRange, undefined],
  [resourceTypes.Ingress, 'Routes to missing Services are not known.'],
  [resourceTypes.EndpointSlice, undefined],
  [resourceTypes.NetworkPolicy, 'A dropped connection looks like a dependency that is down.'],
  [resourceTypes.HorizontalPodAutoscaler, 'Autoscalers that cannot scale are not known.'],
  [resourceTypes.PodDisruptionBudget, 'Budgets that block a drain are not known.'],
  [resourceTypes.Node, 'Node failures and free room are not known.'],
  [resourceTypes.PersistentVolume, undefined],
  [resourceTypes.StorageClass, undefined],
  [resourceTypes.IngressClass, undefined],
  [resourceTypes.ControllerRevision, undefined],
  [resourceTypes.ServiceAccount, undefined],
  [resourceTypes.Role, undefined],
  [resourceTypes.RoleBinding, undefined],
  [resourceTypes.Namespace, undefined],
];

export interface ObjectsRead {
  objects: KubernetesObject[];
  blindSpots: BlindSpot[];
  /** Kinds of which nothing is known: that an object of one is absent cannot be said. */
  unread: Set<string>;
  /** The first failure, when not a single list could be read. */
  unreachable?: ClusterReadError;
}

/** Lists all that the analyzers need of one namespace, or of the whole cluster, in parallel. Never throws for a failed read. */
export async function readObjects(
  reader: ClusterReader,
  options: Pick<ListOptions, 'namespace' | 'signal'>,
): Promise<ObjectsRead> {
  const failures: { type: ResourceType; hides?: string; error: ClusterReadError }[] = [];
  const notes: BlindSpot[] = [];
  const read = readings(reader, options, notes);
  const lists = await Promise.all(
    READ.map(async ([type, hides]) => {
      try {
        return await untilAborted(read(type), options.signal);
      } catch (error) {
        if (!(error instanceof ClusterReadError)) throw error;
        failures.push({ type, hides, error: error instanceof OutOfTime ? tooSlow(type, options, error) : error });
        return [];
      }
    }),
  );
  const unreachable = failures.length === READ.length ? failures[0].error : undefined;
  return {
    objects: lists.flat().flatMap(object => wellFormed(object) ?? []),
    unread: new Set(failures.map(({ type }) => type.kind)),
    blindSpots: unreachable ? [outage(unreachable)] : [...toBlindSpots(failures), ...notes],
    unreachable,
  };
}

function tooSlow(type: ResourceType, { namespace }: { namespace?: string }, { milliseconds }: OutOfTime) {
  const { plural, namespaced } = type;
  const where = namespaced ? namespace : undefined;
  return failureOfTimeout({ verb: 'list', what: plural, resource: plural, namespace: where, namespaced }, milliseconds);
}

/** What the controller makes of selectors and pods is known from these; the rest somebody wrote. */
const BY_HAND = 'endpointslice.kubernetes.io/managed-by!=endpointslice-controller.k8s.io';

const OWNERS = [resourceTypes.ReplicaSet, resourceTypes.StatefulSet, resourceTypes.DaemonSet, resourceTypes.Job];

/** Reads each kind once, those that pods are understood by before the pods. */
function readings(reader: ClusterReader, options: Pick<ListOptions, 'namespace' | 'signal'>, notes: BlindSpot[]) {
  const { namespace, signal } = options;
  const begun = new Map<ResourceType, Promise<KubernetesObject[]>>();
  async function start(type: ResourceType): Promise<KubernetesObject[]> {
    if (type === resourceTypes.Pod) {
      return readPods(reader, options, {
        owners: Promise.all(OWNERS.map(owner => read(owner).catch(() => []))).then(lists => lists.flat()),
        events: read(resourceTypes.Event).catch(() => []),
        namespaces: read(resourceTypes.Namespace).then(names, () => undefined),
      });
    }
    if (type === resourceTypes.Event) return readEvents(reader, options, spot => notes.push(spot));
    // One namespace's object is a smaller right than the list of all.
    if (type === resourceTypes.Namespace && namespace !== undefined) {
      return [await reader.get(type, { name: namespace }, signal)];
    }
    const where = { namespace: type.namespaced ? namespace : undefined, signal };
    return reader.list(type, type === resourceTypes.EndpointSlice ? { ...where, labelSelector: BY_HAND } : where);
  }
  function read(type: ResourceType): Promise<KubernetesObject[]> {
    const known = begun.get(type) ?? start(type);
    begun.set(type, known);
    return known;
  }
  return read;
}

function names(objects: KubernetesObject[]): string[] {
  return objects.map(({ metadata }) => metadata.name);
}

/** More kinds than these that fail alike are told in one sentence: a reader wants to know what to ask for. */
const MAX_ALIKE = 4;

function toBlindSpots(failures: { type: ResourceType; hides?: string; error: ClusterReadError }[]): BlindSpot[] {
  const telling = failures.filter(({ hides, error }) => hides !== undefined && error.failure !== 'not-found');
  return [...groupByFailure(telling).values()].flatMap(group => {
    if (group.length <= MAX_ALIKE)
      return group.map(({ type, hides, error }) => ({ what: type.plural, why: `${error.message} ${hides}` }));
    const [first, ...others] = group;
    return [
      {
        what: list(group.map(({ type }) => type.plural)),
        why: `${first.error.message} ${others.length} other kinds of objects could not be read in the same way, so most failures would not show.`,
      },
    ];
  });
}

function groupByFailure<T extends { error: ClusterReadError }>(failures: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const failure of failures)
    groups.set(failure.error.failure, [...(groups.get(failure.error.failure) ?? []), failure]);
  return groups;
}

function outage(error: ClusterReadError): BlindSpot {
  return {
    what: 'the cluster',
    why: `${error.message} Nothing could be read, so nothing is known about its workloads.`,
  };
}
