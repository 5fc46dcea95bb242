import { serviceFor } from '../../cluster/calls';
import { ClusterGraph } from '../../cluster/ClusterGraph';
import { asArray } from '../../cluster/pods';
import { fromObject } from '../evidence';
import { Contradiction, Failure } from './Contradiction';
import { failsToConnect, names } from './connections';

/** A host name that the pod does not look up, because `hostAliases` writes an address for it into /etc/hosts. */
export function pinnedHosts({ spec, namespace, text, workload, draft }: Failure, graph: ClusterGraph): Contradiction[] {
  if (!failsToConnect(draft.category, text)) return [];
  const pins = asArray(spec.hostAliases).flatMap(({ ip, hostnames }) =>
    asArray(hostnames).map(host => ({ ip: String(ip), host: String(host) })),
  );
  return pins
    .filter(({ ip, host }) => names(text, host) || names(text, ip))
    .flatMap(({ ip, host }) => {
      const service = serviceFor(host, namespace, graph);
      const { clusterIP } = service?.spec ?? {};
      if (clusterIP === ip) return [];
      const other = service
        ? ` Service ${service.metadata.name} has ${
            clusterIP && clusterIP !== 'None' ? `the address ${clusterIP}` : 'no address of its own'
          }.`
        : '';
      return [
        {
          sentence: `The pod template pins ${host} to ${ip}: its hostAliases are written to /etc/hosts, so DNS is not asked for that name.${other}`,
          evidence: [
            fromObject(workload, `hostAliases: ${ip} ${host}`),
            ...(service ? [fromObject(service, `clusterIP: ${clusterIP}`)] : []),
          ],
          fixes: [
            {
              type: 'advice' as const,
              risk: 'MEDIUM' as const,
              description: `Remove ${host} from the hostAliases of ${workload.kind} ${workload.metadata.name}, or correct the address`,
              changes: 'The pod template: one rollout.',
            },
          ],
        },
      ];
    })
    .slice(0, 1);
}
