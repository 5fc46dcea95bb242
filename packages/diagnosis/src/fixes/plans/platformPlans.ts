import { fromObject } from '../../analyzers/evidence';
import { closest } from '../../analyzers/similarity';
import { ClusterGraph, keyOf, refOf } from '../../cluster/ClusterGraph';
import { eventMessage } from '../../cluster/events';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import { asArray, containersOf } from '../../cluster/pods';
import { matchesSelector } from '../../cluster/selectors';
import { ActionOf, Hardening } from '../FixAction';
import { Plan, PlannedFix, templateContainers } from './Plan';

const FORBIDDEN =
  /User \\?"system:serviceaccount:([^:"\\]{1,63}):([^"\\]{1,253})\\?" cannot (\w{1,20}) resource \\?"([\w-]{1,63})\\?" in API group \\?"([\w.-]{0,200})\\?" in the namespace \\?"([\w-]{1,63})\\?"/;

/** An informer needs all three; with one alone it fails at the next call. */
const INFORMER = ['get', 'list', 'watch'];

/** The right that the API server refused, to the account of the pods themselves: a log line cannot ask for another. */
export const refusedRight: Plan = ({ finding, graph, object }) => {
  if (!object) return [];
  const account = String(graph.templateOf(object).spec?.serviceAccountName ?? 'default');
  const refusal = finding.evidence.map(({ text }) => FORBIDDEN.exec(text)).find(Boolean);
  if (!refusal) return [];
  const [, namespace, name, verb, resource, group, where] = refusal;
  if (name !== account || namespace !== object.metadata.namespace || where !== namespace) return [];
  const verbs = ['list', 'watch'].includes(verb) ? INFORMER : [verb];
  return [
    {
      action: {
        type: 'grant-access',
        role: { kind: 'Role', namespace, name: `${account}-${resource}` },
        serviceAccount: { namespace, name },
        verbs,
        resource,
        group,
      },
    },
  ];
};

/** The NetworkPolicy lets others in: the caller becomes one of them. */
export const allowCaller: Plan = ({ object: policy, graph, finding }) => {
  if (policy?.kind !== 'NetworkPolicy') return [];
  const affected = (finding.affects ?? []).map(ref => graph.find(ref));
  const service = affected.find(each => each?.kind === 'Service');
  const caller = affected.find(each => each !== undefined && each.kind !== 'Service');
  const server = service && graph.podsBehind(service)[0];
  // A rule in a policy for all pods would open them all.
  if (!service || !caller || !server || !policy.spec?.podSelector?.matchLabels) return [];
  const isOf = (pod: KubernetesObject | undefined, type: string) =>
    pod !== undefined &&
    pod.metadata.namespace === policy.metadata.namespace &&
    asArray(policy.spec.policyTypes ?? ['Ingress']).includes(type) &&
    matchesSelector(policy.spec.podSelector, pod.metadata.labels);
  const client = graph.podsOf(caller)[0];
  const template = graph.templateOf(caller);
  const isIngress = isOf(server, 'Ingress');
  if (!isIngress && !isOf(client, 'Egress')) return [];
  const peer = isIngress
    ? { labels: identifying(template.metadata?.labels), namespace: caller.metadata.namespace }
    : { labels: identifying(server.metadata.labels), namespace: service.metadata.namespace };
  const action: ActionOf<'allow-traffic'> = {
    type: 'allow-traffic',
    policy: finding.resource,
    direction: isIngress ? 'ingress' : 'egress',
    rules: asArray(isIngress ? policy.spec.ingress : policy.spec.egress).length,
    podLabels: peer.labels,
    ...(peer.namespace === policy.metadata.namespace
      ? {}
      : { namespaceLabels: { 'kubernetes.io/metadata.name': String(peer.namespace) } }),
    port: onlyPort(service, server),
  };
  return [{ action }];
};

/** The label that tells what a pod is; all of them where none does. */
function identifying(labels: Record<string, string> = {}): Record<string, string> {
  const key = ['app.kubernetes.io/name', 'app', 'k8s-app', 'name'].find(each => labels[each] !== undefined);
  if (key !== undefined) return { [key]: labels[key] };
  return Object.fromEntries(
    Object.entries(labels).filter(([each]) => !/hash|revision|ordinal|pod-index|pod-name/.test(each)),
  );
}

function onlyPort(service: KubernetesObject, pod: KubernetesObject): number | undefined {
  const ports = asArray(service.spec?.ports);
  const target = ports.length === 1 ? ports[0].targetPort ?? ports[0].port : undefined;
  if (typeof target === 'number' || target === undefined) return target;
  return asArray(pod.spec?.containers)
    .flatMap(container => asArray(container.ports))
    .find(({ name }) => name === target)?.containerPort;
}

/** A ServiceAccount that does not exist: the one of nearly the same name that pods run with, or a new one. */
export const missingAccount: Plan = ({ finding, graph, text }) => {
  const missing =
    /serviceaccount "([^"]+)" not found/i.exec(text)?.[1] ?? /ServiceAccount (\S+) does not exist/.exec(text)?.[1];
  const namespace = finding.resource.namespace;
  if (!missing || namespace === undefined) return [];
  const pods = graph.all('Pod', namespace).filter(({ spec }) => typeof spec?.serviceAccountName === 'string');
  const near = closest(missing, [...new Set(pods.map(({ spec }) => String(spec.serviceAccountName)))]);
  const user = pods.find(({ spec }) => spec.serviceAccountName === near);
  return [
    ...(near !== undefined && user
      ? [
          {
            action: { type: 'set-service-account' as const, workload: finding.resource, from: missing, to: near },
            proof: fromObject(user, `runs as ServiceAccount ${near}`),
          },
        ]
      : []),
    {
      action: {
        type: 'create-service-account',
        account: { kind: 'ServiceAccount', namespace, name: missing },
        why: `${finding.resource.kind} ${finding.resource.name} names it`,
      },
    },
  ];
};

/** What the refusal of Pod Security names, container by container. */
export const hardenPods: Plan = ({ finding, graph, object, text }) => {
  if (!object || !/violates PodSecurity|Pod Security admission/.test(text)) return [];
  const refusal = fullRefusal(object, graph) ?? text;
  const names = (pattern: RegExp) => {
    const containers = pattern.exec(refusal)?.[1] ?? '';
    return new Set([...containers.matchAll(/"([^"]+)"/g)].map(match => match[1]));
  };
  const escalating = names(/allowPrivilegeEscalation != false \(containers? ((?:"[^"]+",? ?)+)/);
  const capable = names(/unrestricted capabilities \(containers? ((?:"[^"]+",? ?)+)/);
  const privileged = names(/privileged \(containers? ((?:"[^"]+",? ?)+)/);
  const containers = templateContainers(object, graph).flatMap(({ ref }): Hardening[] => {
    const each: Hardening = {
      container: ref.container,
      ...(ref.init ? { init: true } : {}),
      ...(privileged.has(ref.container) ? { privileged: false as const } : {}),
      ...(escalating.has(ref.container) ? { allowPrivilegeEscalation: false as const } : {}),
      ...(capable.has(ref.container) ? { dropAllCapabilities: true as const } : {}),
    };
    return Object.keys(each).some(key => !['container', 'init'].includes(key)) ? [each] : [];
  });
  const runAsNonRoot = /runAsNonRoot != true/.test(refusal) || undefined;
  const seccompProfile = /\bseccompProfile \(/.test(refusal) || undefined;
  if (containers.length === 0 && !runAsNonRoot && !seccompProfile) return [];
  return [{ action: { type: 'harden', workload: finding.resource, containers, runAsNonRoot, seccompProfile } }];
};

/** What a finding quotes is cut; the objects have the whole sentence. */
function fullRefusal(workload: KubernetesObject, graph: ClusterGraph): string | undefined {
  return [workload, ...graph.childrenOf(workload)]
    .flatMap(each => [
      ...graph.eventsOf(each).map(eventMessage),
      ...asArray(each.status?.conditions).map(({ message }) => String(message)),
    ])
    .find(message => message.includes('violates PodSecurity'));
}

/** A StorageClass that does not exist, where another does. */
export const classThatExists: Plan = ({ object: claim, graph }) => {
  const wanted = claim?.kind === 'PersistentVolumeClaim' ? claim.spec?.storageClassName : undefined;
  const classes = graph.all('StorageClass');
  if (!claim || typeof wanted !== 'string' || claim.spec?.volumeName || claim.status?.phase !== 'Pending') return [];
  if (classes.length === 0 || classes.some(({ metadata }) => metadata.name === wanted)) return [];
  const isDefault = ({ metadata }: KubernetesObject) =>
    metadata.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true';
  const near = closest(
    wanted,
    classes.map(({ metadata }) => metadata.name),
  );
  const known =
    classes.find(({ metadata }) => metadata.name === near) ??
    classes.find(isDefault) ??
    (classes.length === 1 ? classes[0] : undefined);
  if (!known) return [];
  const proof = fromObject(known, `provisioner ${known.provisioner}${isDefault(known) ? ', the default class' : ''}`);
  const ofSet = graph
    .all('StatefulSet', claim.metadata.namespace)
    .some(set =>
      asArray(set.spec?.volumeClaimTemplates).some(template =>
        claim.metadata.name.startsWith(`${template.metadata?.name}-${set.metadata.name}-`),
      ),
    );
  // The StatefulSet would make the claim again as it was.
  if (ofSet)
    return [
      {
        action: {
          type: 'create-storage-class',
          name: wanted,
          like: known.metadata.name,
          provisioner: String(known.provisioner ?? ''),
          parameters: known.parameters ?? {},
          reclaimPolicy: known.reclaimPolicy,
          volumeBindingMode: known.volumeBindingMode,
        },
        proof,
      },
    ];
  return [
    {
      action: {
        type: 'recreate-claim',
        claim: refOf(claim),
        from: wanted,
        to: known.metadata.name,
        accessModes: asArray(claim.spec?.accessModes).map(String),
        storage: String(claim.spec?.resources?.requests?.storage ?? ''),
      },
      proof,
    },
  ];
};

/** The budget with its former values, so that the way back is exact. */
export const budgetWithRoom: Plan = ({ object: budget, finding }) => {
  if (budget?.kind !== 'PodDisruptionBudget') return [];
  const { minAvailable, maxUnavailable } = budget.spec ?? {};
  const rule = minAvailable === undefined ? `maxUnavailable ${maxUnavailable}` : `minAvailable ${minAvailable}`;
  return [
    { action: { type: 'allow-one-disruption', budget: finding.resource, from: rule, minAvailable, maxUnavailable } },
  ];
};

/** Jobs and CronJobs that do not run. */
export const jobAgain: Plan = ({ object, graph, finding, text }) => {
  if (object?.kind === 'Job') {
    if (object.spec?.suspend === true) return [{ action: { type: 'resume-job', job: finding.resource } }];
    const owner = graph.ownerOf(object);
    return owner?.kind === 'CronJob'
      ? [
          {
            action: {
              type: 'run-cronjob',
              cronJob: refOf(owner),
              why: 'once the cause is mended, it need not wait for the schedule',
            },
          },
        ]
      : [];
  }
  const zone = object?.kind === 'CronJob' ? object.spec?.timeZone : undefined;
  if (typeof zone !== 'string' || !/time ?zone/i.test(text)) return [];
  const zones = Intl.supportedValuesOf('timeZone');
  const near = zones.includes(zone) ? undefined : closest(zone, zones);
  return near ? [{ action: { type: 'set-time-zone', cronJob: finding.resource, from: zone, to: near } }] : [];
};

/** A Deployment that somebody paused does not roll out, whatever else is changed. */
export const pausedRollout: Plan = ({ object, finding }) =>
  object?.kind === 'Deployment' && object.spec?.paused === true
    ? [{ action: { type: 'resume-rollout', workload: finding.resource } }]
    : [];

/** The governing Service of a StatefulSet, which gives its pods their names. */
export const headlessService: Plan = ({ object: set, graph }): PlannedFix[] => {
  const name = set?.kind === 'StatefulSet' ? set.spec?.serviceName : undefined;
  if (!set || typeof name !== 'string' || name === '' || graph.all('Service').length === 0) return [];
  const service = { kind: 'Service', namespace: set.metadata.namespace, name };
  const taken = new Set(graph.all('Service').map(each => keyOf(refOf(each))));
  if (taken.has(keyOf(service))) return [];
  const ports = asArray(graph.templateOf(set).spec?.containers)
    .flatMap(container => asArray(container.ports))
    .map(({ containerPort }) => Number(containerPort));
  return [
    {
      action: {
        type: 'create-headless-service',
        service,
        statefulSet: set.metadata.name,
        selector: set.spec?.selector?.matchLabels ?? {},
        ports: [...new Set(ports)],
      },
      proof: fromObject(set, `serviceName: ${name}`),
    },
  ];
};

/** A volume that is full, of a class that lets its claims grow. */
export const largerClaim: Plan = ({ object, graph, text, finding }) => {
  const namespace = finding.resource.namespace;
  const pods =
    object && ['Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'Job'].includes(object.kind)
      ? graph.podsOf(object)
      : [];
  const paths = new Set(text.match(/(?<![\w.:/])\/[\w./-]{2,120}/g) ?? []);
  for (const pod of pods) {
    for (const { spec } of containersOf(pod)) {
      // Of several volumes the one whose mount path stands before the path in the message.
      const mount = asArray(spec.volumeMounts).find(each =>
        [...paths].some(path => `${path}/`.startsWith(`${String(each.mountPath).replace(/\/$/, '')}/`)),
      );
      const volume = asArray(pod.spec?.volumes).find(({ name }) => name === mount?.name);
      const name = volume?.persistentVolumeClaim?.claimName;
      const claim =
        typeof name === 'string' ? graph.find({ kind: 'PersistentVolumeClaim', namespace, name }) : undefined;
      const storageClass = claim && graph.find({ kind: 'StorageClass', name: String(claim.spec?.storageClassName) });
      const from = String(claim?.spec?.resources?.requests?.storage ?? '');
      const [, amount, unit] = /^(\d+)([KMGT]i?)$/.exec(from) ?? [];
      if (!claim || storageClass?.allowVolumeExpansion !== true || amount === undefined) continue;
      return [
        {
          action: { type: 'expand-claim', claim: refOf(claim), from, to: `${Math.ceil(Number(amount) * 1.5)}${unit}` },
          proof: fromObject(storageClass, 'allowVolumeExpansion: true'),
        },
      ];
    }
  }
  return [];
};
