import { ClusterGraph, refOf } from '../../cluster/ClusterGraph';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import { asArray } from '../../cluster/pods';
import { list } from '../../explain/words';
import { fromObject } from '../evidence';
import { failsToConnect, names } from './connections';
import { Contradiction, Failure } from './Contradiction';

/** More addresses than these are a list, not a sentence. */
const MAX_ADDRESSES = 3;

/** A Service without selector: somebody writes its addresses by hand, and nobody notices when they grow old. */
export function handMadeEndpoints({ namespace, text, draft }: Failure, graph: ClusterGraph): Contradiction[] {
  if (!failsToConnect(draft.category, text)) return [];
  return graph
    .all('Service', namespace)
    .filter(({ spec }) => Object.keys(spec?.selector ?? {}).length === 0 && spec?.type !== 'ExternalName')
    .flatMap(service => {
      const slices = slicesOf(service, graph);
      const addresses = slices.flatMap(addressesOf);
      const isNamed = [service.metadata.name, service.spec?.clusterIP ?? '', ...addresses].some(host =>
        names(text, host),
      );
      if (!isNamed) return [];
      return slices.length > 0 ? [outdated(service, slices, addresses)] : withoutAny(service, graph);
    })
    .slice(0, 1);
}

function slicesOf(service: KubernetesObject, graph: ClusterGraph): KubernetesObject[] {
  return graph
    .all('EndpointSlice', service.metadata.namespace)
    .filter(({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === service.metadata.name);
}

function addressesOf(slice: KubernetesObject): string[] {
  return asArray(slice.endpoints).flatMap(endpoint => asArray(endpoint.addresses).map(String));
}

/** A slice that mirrors an Endpoints object is changed there. */
function sourceOf(slice: KubernetesObject): { kind: string; name: string } {
  const isMirror = /mirroring/.test(slice.metadata.labels?.['endpointslice.kubernetes.io/managed-by'] ?? '');
  const name = slice.metadata.labels?.['kubernetes.io/service-name'] ?? slice.metadata.name;
  return isMirror ? { kind: 'Endpoints', name } : { kind: 'EndpointSlice', name: slice.metadata.name };
}

function outdated(service: KubernetesObject, slices: KubernetesObject[], addresses: string[]): Contradiction {
  const { name } = service.metadata;
  const [{ kind, name: source }] = slices.map(sourceOf);
  const ports = asArray(slices[0].ports);
  const offered = asArray(service.spec?.ports);
  // kube-proxy joins the two by the name of the port.
  const unnamed = offered.find(port => !ports.some(each => (each.name ?? '') === (port.name ?? '')));
  const shown = `${list(addresses.slice(0, MAX_ADDRESSES)) || 'no address'}${
    addresses.length > MAX_ADDRESSES ? ` and ${addresses.length - MAX_ADDRESSES} more` : ''
  }`;
  const port = ports.map(each => each.port).find(Boolean);
  const mismatch =
    unnamed && ports.length > 0
      ? ` Its port ${unnamed.name ?? unnamed.port} has no port of that name there (${list(
          ports.map(each => String(each.name ?? each.port)),
        )}), so nothing is behind it.`
      : '';
  return {
    sentence: `Service ${name} has no selector: ${kind} ${source}, made by hand, sends its calls to ${shown}${
      port ? ` port ${port}` : ''
    }.${mismatch || ` It does not answer there, and no controller keeps that address up to date.`}`,
    evidence: [
      ...slices
        .slice(0, 2)
        .map(slice => fromObject(slice, `addresses: ${addressesOf(slice).join(', ') || 'none'}; port ${port}`)),
      fromObject(service, `no selector, ports: ${offered.map(each => each.port).join(', ')}`),
    ],
    fixes: [
      {
        type: 'advice',
        risk: 'MEDIUM',
        description: mismatch
          ? `Give the port in ${kind} ${source} the name that Service ${name} gives it`
          : `Put the present address of what Service ${name} stands for into ${kind} ${source}, or bring ${shown} back`,
        changes: 'Where all callers of the Service are sent, at once.',
      },
    ],
    culprit: {
      resource: refOf(service),
      category: 'dependency-down',
      title: `Service ${name} sends its calls to ${shown}, an address set by hand that does not answer`,
    },
  };
}

function withoutAny(service: KubernetesObject, graph: ClusterGraph): Contradiction[] {
  if (!graph.knows('EndpointSlice')) return [];
  const { name } = service.metadata;
  return [
    {
      sentence: `Service ${name} has no selector, and there is no EndpointSlice that names it: it has no endpoints, so nothing takes its calls.`,
      evidence: [fromObject(service, 'no selector; EndpointSlices made by hand: none')],
      fixes: [
        {
          type: 'advice',
          risk: 'MEDIUM',
          description: `Give Service ${name} a selector, or an EndpointSlice with the label kubernetes.io/service-name: ${name}`,
        },
      ],
      culprit: {
        resource: refOf(service),
        category: 'service-no-endpoints',
        title: `Service ${name} has neither a selector nor endpoints`,
      },
    },
  ];
}
