import { KubernetesObject } from '../cluster/KubernetesObject';
import { NodeIssue } from './HealthModel';

/** Conditions that are bad when true. */
const PRESSURES = new Set(['MemoryPressure', 'DiskPressure', 'PIDPressure', 'NetworkUnavailable']);

export function isNodeReady(node: KubernetesObject): boolean {
  return conditionsOf(node).some(({ type, status }) => type === 'Ready' && status === 'True');
}

/** What is wrong with a node. A node that somebody cordoned is none the worse for it. */
export function nodeIssues(node: KubernetesObject): NodeIssue[] {
  const conditions = conditionsOf(node);
  const issues = conditions
    .filter(({ type, status }) => (type === 'Ready' ? status !== 'True' : PRESSURES.has(type) && status === 'True'))
    .map(({ type, message, reason, lastTransitionTime }) => ({
      node: node.metadata.name,
      condition: type === 'Ready' ? 'NotReady' : String(type),
      message: String(message || reason || ''),
      since: typeof lastTransitionTime === 'string' ? lastTransitionTime : undefined,
    }));
  return conditions.some(({ type }) => type === 'Ready')
    ? issues
    : [...issues, { node: node.metadata.name, condition: 'NotReady', message: 'The node has never reported.' }];
}

function conditionsOf(node: KubernetesObject): any[] {
  const conditions = node.status?.conditions;
  return Array.isArray(conditions) ? conditions.filter(condition => typeof condition?.type === 'string') : [];
}
