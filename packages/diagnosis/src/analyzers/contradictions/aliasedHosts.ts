import { callsOf, serviceFor } from '../../cluster/calls';
import { ClusterGraph, refOf } from '../../cluster/ClusterGraph';
import { fromObject } from '../evidence';
import { Contradiction, Failure } from './Contradiction';

const UNRESOLVED =
  /no such host|not known|enotfound|eai_again|nxdomain|can ?not (?:be )?resolve|could not (?:be )?resolve|unresolved|unknown host|name resolution|could not translate host|servfail/i;

/** A name that does not resolve because its Service is an alias of another one that does not. */
export function aliasedHosts(
  { spec, namespace, containers, text, workload }: Failure,
  graph: ClusterGraph,
): Contradiction[] {
  if (!UNRESOLVED.test(text)) return [];
  const template = { spec: { ...spec, initContainers: [], containers } };
  return callsOf(template, namespace, graph).flatMap(call => {
    const service = serviceFor(call.host, namespace, graph);
    const target = service?.spec?.type === 'ExternalName' ? String(service.spec.externalName ?? '') : '';
    // An alias of another Service is judged without a failure: see `service-selections`.
    if (!service || !target || /\.svc(?:\.|$)/.test(target)) return [];
    if (![call.host, target].some(host => text.includes(host))) return [];
    const { name } = service.metadata;
    return [
      {
        sentence: `Service ${name} is of type ExternalName and stands for ${target}, and that name does not resolve.`,
        evidence: [
          fromObject(service, `type ExternalName, externalName ${target}`),
          fromObject(workload, `${call.source}: ${call.host}`),
        ],
        fixes: [
          {
            type: 'advice',
            risk: 'MEDIUM',
            description: `Correct externalName of Service ${name}, or check why ${target} is not known to DNS`,
          },
        ],
        culprit: {
          resource: refOf(service),
          category: 'dns',
          title: `Service ${name} is an alias of ${target}, which does not resolve`,
        },
      },
    ];
  });
}
