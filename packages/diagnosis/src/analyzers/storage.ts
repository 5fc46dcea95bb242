import { ClusterGraph, refOf } from '../cluster/ClusterGraph';
import { eventMessage, eventTime } from '../cluster/events';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { asArray, containersOf, waitingReason } from '../cluster/pods';
import { parseQuantity } from '../cluster/quantity';
import { describeLabels, matchesExpression, matchesSelector } from '../cluster/selectors';
import { list, upperFirst } from '../explain/words';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { fromEvent, fromObject } from './evidence';
import { livePods, podsAffected, secondsSince, severityFor } from './failingPods';

/** A mount may fail once or twice while caches fill. Seconds after which it is no longer a start-up matter. */
const PATIENCE = 30;

/** What is told of a claim that is not bound; what tells most comes first. */
const CLAIM_EVENTS = [
  'ProvisioningFailed',
  'VolumeMismatch',
  'ClaimLost',
  'ClaimMisbound',
  'ProvisioningCleanupFailed',
  'FailedBinding',
  'ExternalProvisioning',
];

/** Volumes: claims that are not bound, and mounts that fail. */
export const storage: Analyzer = {
  name: 'storage',
  sees: 'Claims that stay Pending (no such StorageClass, no volume that fits) and volumes that cannot be attached or mounted.',
  analyze(context) {
    const { graph } = context;
    return [
      ...graph.all('PersistentVolumeClaim').flatMap(claim => pendingClaim(claim, context)),
      ...graph.all('PersistentVolume').flatMap(volume => outOfReach(volume, graph)),
      ...livePods(graph).flatMap(pod => failedMount(pod, context)),
    ];
  },
};

function pendingClaim(claim: KubernetesObject, { graph }: AnalysisContext): FindingDraft[] {
  if (!['Pending', 'Lost'].includes(claim.status?.phase)) return [];
  const users = graph
    .all('Pod', claim.metadata.namespace)
    .filter(pod =>
      asArray(pod.spec?.volumes).some(volume => volume.persistentVolumeClaim?.claimName === claim.metadata.name),
    );
  const className = claim.spec?.storageClassName as string | undefined;
  const storageClass = className ? graph.find({ kind: 'StorageClass', name: className }) : undefined;
  // A claim that binds on first use is rightly Pending until a pod uses it.
  if (storageClass?.volumeBindingMode === 'WaitForFirstConsumer' && users.length === 0) return [];
  const event = graph.eventsOf(claim).find(candidate => CLAIM_EVENTS.includes(candidate.reason));
  const why = reasonPending(claim, className, storageClass, event, graph);
  return [
    {
      category: 'pvc-pending',
      severity: users.length > 0 ? 'HIGH' : 'MEDIUM',
      confidence: event ? 0.95 : 0.85,
      resource: refOf(claim),
      title: `PersistentVolumeClaim ${claim.metadata.name} is ${claim.status.phase}: ${why}`,
      rootCause: `PersistentVolumeClaim ${claim.metadata.name} is ${claim.status.phase} (unbound): ${why}.`,
      explanation:
        users.length > 0
          ? `Pod ${list(users.map(pod => pod.metadata.name))} cannot start without it.`
          : 'No pod uses it yet.',
      evidence: [
        ...(event ? [fromEvent(event)] : []),
        fromObject(
          claim,
          `phase ${claim.status.phase}, storageClassName ${className ?? 'not set'}, requests ${
            claim.spec?.resources?.requests?.storage
          }, accessModes ${asArray(claim.spec?.accessModes).join(', ')}`,
        ),
      ],
      since: claim.metadata.creationTimestamp,
      affects: [...users.map(refOf), ...users.map(pod => refOf(graph.workloadOf(pod)))],
      fixes: [
        {
          type: 'advice',
          risk: 'MEDIUM',
          description:
            className && !storageClass
              ? `Create StorageClass ${className}, or name one that exists in the claim (a claim's class cannot be changed: it has to be made anew)`
              : 'Provide a PersistentVolume that fits, or a StorageClass with a provisioner',
        },
        { type: 'inspect', what: 'describe', target: refOf(claim), why: 'See what the provisioner says' },
      ],
    },
  ];
}

/** A volume that can be used on certain nodes only, none of which is there (any more): its zone has no node. */
function outOfReach(volume: KubernetesObject, graph: ClusterGraph): FindingDraft[] {
  const terms = asArray(volume.spec?.nodeAffinity?.required?.nodeSelectorTerms);
  const nodes = graph.all('Node');
  const { name, namespace } = volume.spec?.claimRef ?? {};
  if (terms.length === 0 || nodes.length === 0 || !name) return [];
  const fits = (node: KubernetesObject) =>
    terms.some(term =>
      asArray(term.matchExpressions).every(each => matchesExpression(each, node.metadata.labels ?? {})),
    );
  const usable = nodes.filter(node => fits(node) && !node.spec?.unschedulable);
  if (usable.length > 0) return [];
  const cordoned = nodes.filter(fits).map(node => node.metadata.name);
  const wanted = terms
    .map(term =>
      asArray(term.matchExpressions)
        .map(({ key, operator, values }) => `${key} ${operator} ${asArray(values).join(', ')}`)
        .join(' and '),
    )
    .join(', or ');
  const keys = new Set(terms.flatMap(term => asArray(term.matchExpressions).map(({ key }) => String(key))));
  const have = nodes
    .slice(0, 4)
    .map(
      node =>
        `${node.metadata.name}: ${[...keys]
          .map(key => `${key}=${node.metadata.labels?.[key] ?? '(none)'}`)
          .join(', ')}`,
    );
  const users = graph
    .all('Pod', namespace)
    .filter(pod => asArray(pod.spec?.volumes).some(each => each.persistentVolumeClaim?.claimName === name));
  return [
    {
      category: 'unschedulable-constraints',
      severity: 'HIGH',
      confidence: 0.95,
      // Pods that run already stay where they are.
      latent: true,
      resource: refOf(volume),
      title: `PersistentVolume ${volume.metadata.name} can be used on no node: it wants ${wanted}`,
      rootCause: `PersistentVolume ${
        volume.metadata.name
      }, to which claim ${name} is bound, can be used only on nodes with ${wanted} (its node affinity), and ${
        cordoned.length > 0 ? `the only such node, ${list(cordoned)}, is cordoned` : `no node has that (${list(have)})`
      }.`,
      explanation: `A volume stays in its zone or on its node; a pod that uses claim ${name} cannot be scheduled anywhere else.`,
      evidence: [
        fromObject(volume, `nodeAffinity: ${wanted}; claimRef ${namespace}/${name}`),
        ...nodes.slice(0, 3).map((node, index) => fromObject(node, `labels: ${have[index]?.split(': ')[1] ?? ''}`)),
      ],
      affects: users.filter(pod => !pod.spec?.nodeName).flatMap(pod => [refOf(pod), refOf(graph.workloadOf(pod))]),
      fixes: [
        {
          type: 'advice',
          risk: 'HIGH',
          description: `Add a node that matches ${wanted}, or restore the data into a volume where nodes are`,
          changes: 'Where the data live.',
        },
      ],
    },
  ];
}

function describeSelector({ matchLabels, matchExpressions }: any): string {
  const expressions = asArray(matchExpressions).map(({ key, operator, values }) =>
    `${key} ${operator} ${asArray(values).join(', ')}`.trim(),
  );
  return [describeLabels(matchLabels), ...expressions].filter(Boolean).join(' and ');
}

function reasonPending(
  claim: KubernetesObject,
  className: string | undefined,
  storageClass: KubernetesObject | undefined,
  event: KubernetesObject | undefined,
  graph: ClusterGraph,
): string {
  const classes = graph.all('StorageClass').map(object => object.metadata.name);
  const known = classes.length > 0 ? `; there is ${list(classes)}` : '; the cluster has no StorageClass at all';
  if (className && !storageClass && /not found/i.test(event ? eventMessage(event) : 'not found'))
    return `StorageClass ${className} does not exist (not found)${known}`;
  if (claim.status?.phase === 'Lost') return `its volume ${claim.spec?.volumeName} is gone`;
  if (className === undefined && classes.length === 0)
    return 'it names no StorageClass, and the cluster has no default one';
  if (claim.spec?.volumeName) return `it wants volume ${claim.spec.volumeName}, which is not available to it`;
  if (event && event.reason === 'ProvisioningFailed')
    return `the provisioner fails: ${eventMessage(event).slice(0, 200)}`;
  const wanted = parseQuantity(claim.spec?.resources?.requests?.storage) ?? 0;
  const volumes = graph
    .all('PersistentVolume')
    .filter(volume => (volume.spec?.storageClassName ?? '') === (className ?? ''));
  if (volumes.length === 0)
    return `no PersistentVolume${className ? ` of class ${className}` : ''} exists, and none is provisioned by itself`;
  const selector = claim.spec?.selector;
  const labelled = selector ? volumes.filter(volume => matchesSelector(selector, volume.metadata.labels)) : volumes;
  if (labelled.length === 0)
    return `it selects volumes labelled ${describeSelector(
      selector,
    )}, and no PersistentVolume has that label (there is ${list(
      volumes
        .slice(0, 4)
        .map(volume => `${volume.metadata.name}: ${describeLabels(volume.metadata.labels) || 'no labels'}`),
    )})`;
  const large = labelled.filter(volume => (parseQuantity(volume.spec?.capacity?.storage) ?? 0) >= wanted);
  if (large.length === 0)
    return `it requests ${claim.spec?.resources?.requests?.storage}, and the volumes have ${list(
      volumes.map(volume => String(volume.spec?.capacity?.storage)),
    )}`;
  const free = large.filter(volume => volume.status?.phase === 'Available');
  if (free.length === 0)
    return `every PersistentVolume that is large enough is taken (${list(
      large.map(volume => `${volume.metadata.name} is ${volume.status?.phase}`),
    )})`;
  const modes = asArray(claim.spec?.accessModes);
  if (!free.some(volume => modes.every(mode => asArray(volume.spec?.accessModes).includes(mode))))
    return `no free PersistentVolume offers access mode ${list(modes)}`;
  return event ? eventMessage(event).slice(0, 200) : 'no PersistentVolume has been bound to it';
}

const KINDS: Record<string, string> = {
  configmap: 'ConfigMap',
  secret: 'Secret',
  persistentvolumeclaim: 'PersistentVolumeClaim',
};

const MISSING =
  /(configmap|secret|persistentvolumeclaim)s? "([^"]+)" (?:is )?not found|references non-existent (config|secret) key: (\S+)/i;

function failedMount(pod: KubernetesObject, { graph, now }: AnalysisContext): FindingDraft[] {
  const stuck = containersOf(pod).some(container =>
    ['ContainerCreating', 'PodInitializing'].includes(waitingReason(container) ?? ''),
  );
  if (!stuck || pod.status?.phase !== 'Pending') return [];
  const events = graph
    .eventsOf(pod)
    .filter(event =>
      ['FailedMount', 'FailedAttachVolume', 'FailedMapVolume', 'FailedMountOnFilesystemMismatch'].includes(
        event.reason,
      ),
    );
  // The kubelet also says "timed out waiting for the condition": true, and no cause.
  const event =
    events.find(candidate => !/timed out waiting for the condition|failed to sync/i.test(eventMessage(candidate))) ??
    events.find(candidate => (candidate.count ?? 1) > 3);
  if (!event || (secondsSince(pod.metadata.creationTimestamp, now) ?? PATIENCE) < PATIENCE) return [];
  const workload = graph.workloadOf(pod);
  const resource = refOf(workload);
  const message = eventMessage(event);
  const volume = /for volume "([^"]+)"/.exec(message)?.[1];
  const missing = MISSING.exec(message);
  const kind = KINDS[missing?.[1]?.toLowerCase() ?? ''];
  const why = describeMissing(missing, kind, volume) ?? describeMountMessage(message);
  return [
    {
      category: 'volume-mount',
      severity: severityFor(workload, graph),
      confidence: missing ? 0.97 : 0.85,
      resource,
      title: `${resource.name} cannot start: ${volume ? `volume ${volume} cannot be mounted, ` : ''}${why}`,
      rootCause: `${
        volume ? `Volume ${volume} of pod ${pod.metadata.name}` : `A volume of pod ${pod.metadata.name}`
      } cannot be mounted: ${why}.`,
      explanation: `${upperFirst(
        podsAffected(workload, graph),
      )}. The containers stay in ContainerCreating until the volume is there; the kubelet tries again by itself.`,
      evidence: [
        fromEvent(event),
        fromObject(
          pod,
          `volume ${volume ?? 'unknown'}: ${JSON.stringify(
            asArray(pod.spec?.volumes).find(entry => entry.name === volume) ?? {},
          )}`,
        ),
      ],
      since: pod.metadata.creationTimestamp ?? eventTime(event),
      fixes: [
        ...(missing && !missing[4]
          ? [
              {
                type: 'advice' as const,
                description: `Create ${kind} ${missing[2]} in namespace ${pod.metadata.namespace}, or name the one that exists`,
                risk: 'LOW' as const,
              },
            ]
          : []),
        { type: 'inspect', what: 'describe', target: refOf(pod), why: 'See the volumes and the events' },
      ],
      blames: asArray(pod.spec?.volumes).flatMap(entry =>
        entry.persistentVolumeClaim
          ? [
              {
                kind: 'PersistentVolumeClaim',
                namespace: pod.metadata.namespace,
                name: entry.persistentVolumeClaim.claimName,
              },
            ]
          : [],
      ),
    },
  ];
}

function describeMissing(
  missing: RegExpExecArray | null,
  kind: string,
  volume: string | undefined,
): string | undefined {
  if (!missing) return undefined;
  const [, , name, holder, key] = missing;
  if (key) return `the ${holder === 'config' ? 'ConfigMap' : 'Secret'} of volume ${volume} has no key ${key}`;
  return `${kind} ${name} does not exist (not found)`;
}

function describeMountMessage(message: string): string {
  if (/Multi-Attach/i.test(message))
    return 'the volume is still attached to another node (Multi-Attach), and it can be used by one only';
  if (/permission denied|access denied/i.test(message)) return 'the storage refuses access (permission denied)';
  if (/path .* does not exist|no such file|is not a directory|hostPath type check failed/i.test(message))
    return `the path on the node is not there: ${message.slice(-160)}`;
  if (/wrong fs type|bad superblock|can't read superblock/i.test(message))
    return 'the file system on the volume cannot be read';
  if (/connection (timed out|refused)|No route to host|timed out/i.test(message))
    return `the storage server cannot be reached: ${message.slice(-160)}`;
  if (/driver name .* not found/i.test(message))
    return `the CSI driver is not installed on the node: ${message.slice(-120)}`;
  return message.replace(/^MountVolume\.\w+ failed for volume "[^"]*" : /, '').slice(0, 240);
}
