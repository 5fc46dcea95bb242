import { ClusterGraph } from '../../cluster/ClusterGraph';
import { asArray } from '../../cluster/pods';
import { list } from '../../explain/words';
import { fromObject } from '../evidence';
import { Contradiction, Failure } from './Contradiction';

/** Pods that do not ask the DNS of the cluster, and so cannot resolve the names of its Services. */
export function nameServers({ draft, spec, workload }: Failure, _graph: ClusterGraph): Contradiction[] {
  if (draft.category !== 'dns') return [];
  const policy = String(spec.dnsPolicy ?? 'ClusterFirst');
  const servers = asArray(spec.dnsConfig?.nameservers).map(String);
  const why = reason(policy, servers, Boolean(spec.hostNetwork));
  if (!why) return [];
  return [
    {
      sentence: `The pods do not ask the DNS of the cluster: ${why}.`,
      evidence: [
        fromObject(
          workload,
          `dnsPolicy: ${policy}, hostNetwork: ${Boolean(spec.hostNetwork)}, dnsConfig.nameservers: ${
            servers.join(', ') || 'none'
          }`,
        ),
      ],
      fixes: [
        {
          type: 'advice',
          risk: 'MEDIUM',
          description: `Set dnsPolicy of ${workload.kind} ${workload.metadata.name} to ${
            spec.hostNetwork ? 'ClusterFirstWithHostNet' : 'ClusterFirst'
          }${servers.length > 0 ? ', or correct the nameservers of its dnsConfig' : ''}`,
          changes: 'The pod template: one rollout.',
        },
      ],
    },
  ];
}

function reason(policy: string, servers: string[], hostNetwork: boolean): string | undefined {
  if (policy === 'None') {
    return `dnsPolicy is None and dnsConfig names ${
      servers.length > 0 ? `nameserver ${list(servers)}` : 'no nameserver'
    }`;
  }
  if (policy === 'Default') return 'dnsPolicy is Default, which takes the nameservers of the node';
  if (policy === 'ClusterFirst' && hostNetwork) {
    return 'with hostNetwork, dnsPolicy ClusterFirst takes the nameservers of the node (ClusterFirstWithHostNet is needed)';
  }
  return undefined;
}
