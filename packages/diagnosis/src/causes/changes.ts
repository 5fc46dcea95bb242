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

/** Compares a Deployment's present revision with the one before. `undefined` when there is only one. */
export function lastChange(workload: KubernetesObject, graph: ClusterGraph): TemplateChange | undefined {
  if (workload.kind !== 'Deployment') return undefined;
  const [present, before] = replicaSetsByRevision(workload, graph);
  if (!present || !before) return undefined;
  return {
    from: revisionOf(before),
    to: revisionOf(present),
    at: present.metadata.creationTimestamp,
    lines: templateDiff(before.spec?.template?.spec, present.spec?.template?.spec),
  };
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
