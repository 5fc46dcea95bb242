import { ClusterGraph } from '../../cluster/ClusterGraph';
import { fromObject } from '../evidence';
import { Contradiction, Failure } from './Contradiction';

const UNRESOLVED =
  /no such host|not known|enotfound|eai_again|nxdomain|could not resolve|cannot resolve|unresolved|unknown host|name resolution|not reachable/i;

/** Members of a StatefulSet that do not find each other, because the headless Service of their names is missing. */
export function governingService({ workload, text, namespace }: Failure, graph: ClusterGraph): Contradiction[] {
  const wanted = workload.kind === 'StatefulSet' ? workload.spec?.serviceName : undefined;
  if (!wanted || !graph.knows('Service') || !UNRESOLVED.test(text)) return [];
  if (!text.includes(`.${wanted}`) && !text.includes(`${workload.metadata.name}-`)) return [];
  const service = graph.find({ kind: 'Service', namespace, name: wanted });
  if (service?.spec?.clusterIP === 'None') return [];
  return [
    {
      sentence: `The governing Service ${wanted} (spec.serviceName) ${
        service ? 'is not headless' : 'does not exist (not found)'
      }, so the names of its pods (${workload.metadata.name}-0.${wanted}) do not resolve.`,
      evidence: [fromObject(workload, `spec.serviceName: ${wanted}`)],
      fixes: [
        {
          type: 'advice',
          risk: 'MEDIUM',
          description: `Create a headless Service ${wanted} (clusterIP: None) with the selector of StatefulSet ${workload.metadata.name}`,
        },
      ],
    },
  ];
}
