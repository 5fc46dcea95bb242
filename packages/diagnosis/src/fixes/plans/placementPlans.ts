import { fromObject } from '../../analyzers/evidence';
import { closest } from '../../analyzers/similarity';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import { asArray } from '../../cluster/pods';
import { list } from '../../explain/words';
import { Toleration } from '../FixAction';
import { Plan, PlannedFix } from './Plan';

/** A node label that no node has: the value that nodes do have, or the only node there is. */
export const nodeLabel: Plan = ({ object, graph, finding }) => {
  if (!object) return [];
  const nodes = graph.all('Node');
  const selector: Record<string, unknown> = graph.templateOf(object).spec?.nodeSelector ?? {};
  return Object.entries(selector).flatMap(([key, asked]): PlannedFix[] => {
    const value = String(asked);
    const values = [...new Set(nodes.map(node => node.metadata.labels?.[key]).filter(each => each !== undefined))];
    if (nodes.length === 0 || values.includes(value)) return [];
    const near = closest(value, values) ?? (values.length === 1 ? values[0] : undefined);
    if (near !== undefined) {
      const node = nodes.find(each => each.metadata.labels?.[key] === near)!;
      return [
        {
          action: { type: 'set-node-selector', workload: finding.resource, key, from: value, to: near },
          proof: fromObject(node, `labels: ${key}=${near}`),
        },
      ];
    }
    if (nodes.length > 1) {
      return [
        {
          action: {
            type: 'advice',
            risk: 'MEDIUM',
            description: `Decide which of the nodes ${list(
              nodes.slice(0, 5).map(node => node.metadata.name),
            )} shall carry the label ${key}=${value}, or drop it from the nodeSelector`,
          },
        },
      ];
    }
    const [node] = nodes;
    return [
      {
        action: {
          type: 'label',
          target: { kind: 'Node', name: node.metadata.name },
          key,
          value,
          why: `${finding.resource.kind} ${finding.resource.name} asks for it, and this is the only node; do it only if it is true of the machine`,
        },
        proof: fromObject(node, `has no label ${key}`),
      },
    ];
  });
};

/** Kubernetes sets these itself while something is wrong with a node; others keep the control plane free. */
const NOT_TO_TOLERATE = /^(node\.kubernetes\.io|node\.cloudprovider\.kubernetes\.io|node-role\.kubernetes\.io)\//;

export const tolerateTaint: Plan = ({ object, graph, finding, text }) => {
  if (!object) return [];
  const template = graph.templateOf(object).spec ?? {};
  const existing: Toleration[] = asArray(template.tolerations);
  const named = new Set([...text.matchAll(/untolerated taint(?:\(s\))? \{([^:}\s]+)/g)].map(match => match[1]));
  const tainted = graph.all('Node').flatMap(node => asArray(node.spec?.taints).map(taint => ({ node, taint })));
  const found = tainted.find(({ taint }) => named.has(String(taint.key)) && !NOT_TO_TOLERATE.test(String(taint.key)));
  if (!found) return [];
  const { node, taint } = found;
  const toleration: Toleration = taint.value
    ? { key: taint.key, operator: 'Equal', value: taint.value, effect: taint.effect }
    : { key: taint.key, operator: 'Exists', effect: taint.effect };
  return [
    {
      action: { type: 'add-toleration', workload: finding.resource, toleration, existing },
      proof: fromObject(node, `taint ${taint.key}${taint.value ? `=${taint.value}` : ''}:${taint.effect}`),
    },
  ];
};

/** A finalizer whose owner has not done its work. Those of Kubernetes itself wait for users that still exist. */
export const stuckObject: Plan = ({ object, graph, finding }) => {
  if (!object?.metadata.deletionTimestamp) return [];
  const own = asArray(object.metadata.finalizers).map(String);
  const removable = own
    .map((finalizer, index) => ({ finalizer, index }))
    .filter(({ finalizer }) => finalizer.includes('/') && !/(^|\.)kubernetes\.io\//.test(finalizer));
  if (removable.length > 0)
    return removable
      .slice(0, 1)
      .map(each => ({ action: { type: 'remove-finalizer', target: finding.resource, ...each } }));
  const node = nodeOf(object, (kind, name) => graph.find({ kind, name }));
  if (object.kind !== 'Pod' || own.length > 0 || !node.gone) return [];
  return [
    {
      action: {
        type: 'delete-pod',
        pod: finding.resource,
        force: true,
        why: `its node ${node.name} does not answer, so nobody confirms that it has ended`,
      },
      proof: node.object && fromObject(node.object, 'Ready is not True'),
    },
  ];
};

function nodeOf(pod: KubernetesObject, find: (kind: string, name: string) => KubernetesObject | undefined) {
  const name = String(pod.spec?.nodeName ?? '');
  const object = find('Node', name);
  const ready = asArray(object?.status?.conditions).find(({ type }) => type === 'Ready');
  return { name, object, gone: object !== undefined && ready !== undefined && ready.status !== 'True' };
}

/** A node that no longer answers can only be removed once its machine is known to be off. */
export const goneNode: Plan = ({ object, finding }) => {
  if (object?.kind !== 'Node') return [];
  const ready = asArray(object.status?.conditions).find(({ type }) => type === 'Ready');
  return ready?.status === 'Unknown' ? [{ action: { type: 'delete-node', node: finding.resource } }] : [];
};
