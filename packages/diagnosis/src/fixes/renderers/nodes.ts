import { nameFor, partialManifest } from '../kubectl';
import { isLabelKey, isLabelValue, isName, isRef } from '../validation';
import { Renderers } from './Renderers';

/** Nodes, and labels of nodes and namespaces. */
export const nodeRenderers: Renderers<'cordon' | 'uncordon' | 'label' | 'delete-node'> = {
  cordon: ({ node, why }) => {
    if (!isName(node.name)) return undefined;
    return {
      command: `kubectl cordon ${node.name}`,
      description: `Keep new pods off node ${node.name}: ${why}`,
      riskLevel: 'LOW',
      changes: 'No new pods start on the node; those on it stay.',
      undo: `kubectl uncordon ${node.name}`,
      verify: `kubectl get node ${node.name}`,
      expect: 'STATUS has SchedulingDisabled',
    };
  },
  uncordon: ({ node }) => {
    if (!isName(node.name)) return undefined;
    return {
      command: `kubectl uncordon ${node.name}`,
      description: `Let pods be scheduled on node ${node.name} again`,
      riskLevel: 'MEDIUM',
      changes: 'New pods may start on the node. Ask first who cordoned it, and why.',
      undo: `kubectl cordon ${node.name}`,
      verify: `kubectl get node ${node.name}`,
      expect: 'STATUS is Ready, without SchedulingDisabled',
    };
  },
  label: ({ target, key, value, from, why }) => {
    if (!isRef(target) || !['Node', 'Namespace'].includes(target.kind) || !isLabelKey(key) || !isLabelValue(value))
      return undefined;
    if (from !== undefined && !isLabelValue(from)) return undefined;
    const label = `kubectl label ${nameFor(target)}`;
    return {
      command: `${label} ${key}=${value}${from === undefined ? '' : ' --overwrite'}`,
      description: `Label ${nameFor(target)} with ${key}=${value}: ${why}`,
      riskLevel: 'MEDIUM',
      changes: `Everything that selects ${target.kind === 'Node' ? 'nodes' : 'namespaces'} by ${key} sees ${
        target.name
      } now.`,
      undo: from === undefined ? `${label} ${key}-` : `${label} ${key}=${from} --overwrite`,
      verify: `kubectl get ${nameFor(target)} --show-labels`,
      expect: `${key}=${value} is among the labels`,
      // Nodes are registered by their kubelet, they do not come from Git.
      patch:
        target.kind === 'Namespace'
          ? partialManifest(target, { metadata: { name: target.name, labels: { [key]: value } } })
          : undefined,
    };
  },
  'delete-node': ({ node }) => {
    if (!isName(node.name)) return undefined;
    return {
      command: `kubectl delete node ${node.name}`,
      description: `If the machine is gone for good, remove node ${node.name} so that its pods are made anew elsewhere`,
      riskLevel: 'HIGH',
      changes: 'Pods on it are forced away; a StatefulSet pod may run twice if the machine still lives.',
      undo: 'Not by command: the kubelet of a machine that comes back registers the node again.',
      verify: 'kubectl get nodes',
      expect: `${node.name} is no longer in the list`,
    };
  },
};
