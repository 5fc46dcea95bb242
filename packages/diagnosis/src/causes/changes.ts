import { replicaSetsByRevision, revisionOf } from '../analyzers/rollouts';
import { ClusterGraph } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { asArray } from '../cluster/pods';
import { clip } from '../explain/words';

/** What the last rollout changed in the pod template. */
export interface TemplateChange {
  from: number;
  to: number;
  /** RFC 3339: when the new revision was made. */
  at?: string;
  /** One line each: `image of container app: shop/app:1.4 -> shop/app:1.5`. */
  lines: string[];
}

/** Compares the present revision of a workload with the one before. `undefined` when there is only one. */
export function lastChange(workload: KubernetesObject, graph: ClusterGraph): TemplateChange | undefined {
  const [present, before] =
    workload.kind === 'Deployment'
      ? replicaSetsByRevision(workload, graph).map(ofReplicaSet)
      : controllerRevisions(workload, graph).map(ofControllerRevision);
  if (!present || !before) return undefined;
  return {
    from: before.revision,
    to: present.revision,
    at: present.at,
    lines: templateDiff(before.spec, present.spec),
  };
}

interface Revision {
  revision: number;
  at?: string;
  /** Of the pod template. */
  spec: any;
}

function ofReplicaSet(replicaSet: KubernetesObject): Revision {
  return {
    revision: revisionOf(replicaSet),
    at: replicaSet.metadata.creationTimestamp,
    spec: replicaSet.spec?.template?.spec,
  };
}

/** StatefulSets and DaemonSets keep their templates in these. Newest first. */
function controllerRevisions(workload: KubernetesObject, graph: ClusterGraph): KubernetesObject[] {
  return graph
    .childrenOf(workload)
    .filter(child => child.kind === 'ControllerRevision')
    .sort((a, b) => Number(b.revision ?? 0) - Number(a.revision ?? 0));
}

function ofControllerRevision({ revision, metadata, data }: KubernetesObject): Revision {
  return { revision: Number(revision ?? 0), at: metadata.creationTimestamp, spec: data?.spec?.template?.spec };
}

/** A ConfigMap that the pods of a workload read or mount, changed after it was made. */
export interface ConfigChange {
  configMap: KubernetesObject;
  /** RFC 3339. */
  at: string;
}

/** A write so soon after the first belongs to it. Milliseconds. */
const SAME_WRITE = 60_000;

/** The changed ConfigMaps of a workload, the latest first. */
export function configChanges(workload: KubernetesObject, graph: ClusterGraph): ConfigChange[] {
  const { namespace } = workload.metadata;
  return configMapsOf(graph.templateOf(workload).spec)
    .flatMap(name => {
      const configMap = graph.find({ kind: 'ConfigMap', namespace, name });
      const at = configMap?.metadata.lastUpdateTime;
      const made = Date.parse(configMap?.metadata.creationTimestamp ?? '');
      return configMap && at && Date.parse(at) - made > SAME_WRITE ? [{ configMap, at }] : [];
    })
    .sort((a, b) => b.at.localeCompare(a.at));
}

function configMapsOf(spec: any): string[] {
  const containers = [...asArray(spec?.initContainers), ...asArray(spec?.containers)];
  const names = [
    ...asArray(spec?.volumes).flatMap(volume => [
      volume.configMap?.name,
      ...asArray(volume.projected?.sources).map(source => source.configMap?.name),
    ]),
    ...containers.flatMap(container => [
      ...asArray(container.envFrom).map(source => source.configMapRef?.name),
      ...asArray(container.env).map(variable => variable.valueFrom?.configMapKeyRef?.name),
    ]),
  ];
  return [...new Set(names.filter((name): name is string => typeof name === 'string'))];
}

const FIELDS = [
  'image',
  'command',
  'args',
  'resources',
  'readinessProbe',
  'livenessProbe',
  'startupProbe',
  'securityContext',
  'ports',
  'volumeMounts',
  'envFrom',
];

export function templateDiff(before: any, after: any): string[] {
  const lines: string[] = [];
  const containers = (spec: any) => [...asArray(spec?.initContainers), ...asArray(spec?.containers)];
  const names = new Set([...containers(before), ...containers(after)].map(container => String(container.name)));
  for (const name of names) {
    const old = containers(before).find(container => container.name === name);
    const now = containers(after).find(container => container.name === name);
    if (!old || !now) {
      lines.push(`container ${name}: ${old ? 'removed' : 'added'}`);
      continue;
    }
    for (const field of FIELDS) pushChange(lines, field, ` of container ${name}`, old[field], now[field]);
    const variables = new Set([...asArray(old.env), ...asArray(now.env)].map(variable => String(variable.name)));
    for (const variable of variables) {
      const value = (spec: any) => asArray(spec.env).find(entry => entry.name === variable);
      pushChange(
        lines,
        `env ${variable}`,
        ` of container ${name}`,
        describeVariable(value(old)),
        describeVariable(value(now)),
      );
    }
  }
  for (const field of [
    'nodeSelector',
    'affinity',
    'tolerations',
    'volumes',
    'serviceAccountName',
    'imagePullSecrets',
    'securityContext',
  ]) {
    pushChange(lines, field, '', before?.[field], after?.[field]);
  }
  return lines;
}

/** Adds a line for each field that differs, down to the leaves: `resources.requests.cpu of container app: 200m -> 24`. */
function pushChange(lines: string[], field: string, owner: string, before: unknown, after: unknown) {
  if (render(before) === render(after)) return;
  if (isPlain(before) && isPlain(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      pushChange(lines, `${field}.${key}`, owner, before[key], after[key]);
    }
    return;
  }
  lines.push(`${field}${owner}: ${render(before)} -> ${render(after)}`);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function render(value: unknown): string {
  if (value === undefined || value === null) return 'none';
  return clip(typeof value === 'string' ? value : JSON.stringify(value), 140);
}

function describeVariable(variable: any): string | undefined {
  if (!variable) return undefined;
  const reference = variable.valueFrom?.secretKeyRef ?? variable.valueFrom?.configMapKeyRef;
  if (!reference) return variable.value === undefined ? 'from a field' : `"${variable.value}"`;
  return `key ${reference.key} of ${variable.valueFrom.secretKeyRef ? 'Secret' : 'ConfigMap'} ${reference.name}`;
}
