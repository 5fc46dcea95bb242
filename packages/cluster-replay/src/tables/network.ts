import { KubernetesObject } from '../snapshot/KubernetesObject';
import { age, columns, formatLabels, formatSelector, listWithMore, TablePrinter } from './TablePrinter';

/** Entries of a list that fit in a cell. */
const MAX_ENTRIES = 3;

export const networkPrinters: Record<string, TablePrinter> = {
  Service: {
    columns: columns('Name', 'Type', 'Cluster-IP', 'External-IP', 'Port(s)', 'Age', '+Selector'),
    cells: (service, now) => [
      service.metadata.name,
      service.spec?.type ?? '',
      service.spec?.clusterIPs?.[0] ?? service.spec?.clusterIP ?? '<none>',
      externalIp(service),
      servicePorts(service),
      age(service, now),
      formatLabels(service.spec?.selector),
    ],
  },
  Endpoints: {
    columns: columns('Name', 'Endpoints', 'Age'),
    cells: (endpoints, now) => [
      endpoints.metadata.name,
      listWithMore(endpointAddresses(endpoints), MAX_ENTRIES, endpoints.subsets?.length ? '' : '<none>'),
      age(endpoints, now),
    ],
  },
  EndpointSlice: {
    columns: columns('Name', 'AddressType', 'Ports', 'Endpoints', 'Age'),
    cells: (slice, now) => [
      slice.metadata.name,
      slice.addressType ?? '',
      listWithMore(
        (slice.ports ?? []).map((port: any) => String(port.port ?? port.name ?? '*')),
        MAX_ENTRIES,
        '<unset>',
      ),
      listWithMore(
        (slice.endpoints ?? []).flatMap((endpoint: any) => endpoint.addresses ?? []),
        MAX_ENTRIES,
        '<unset>',
      ),
      age(slice, now),
    ],
  },
  Ingress: {
    columns: columns('Name', 'Class', 'Hosts', 'Address', 'Ports', 'Age'),
    cells: (ingress, now) => [
      ingress.metadata.name,
      ingress.spec?.ingressClassName ?? '<none>',
      ingressHosts(ingress),
      loadBalancerAddresses(ingress),
      ingress.spec?.tls?.length ? '80, 443' : '80',
      age(ingress, now),
    ],
  },
  IngressClass: {
    columns: columns('Name', 'Controller', 'Parameters', 'Age'),
    cells: (ingressClass, now) => {
      const parameters = ingressClass.spec?.parameters;
      const kind = parameters && [parameters.kind, parameters.apiGroup].filter(Boolean).join('.');
      return [
        ingressClass.metadata.name,
        ingressClass.spec?.controller ?? '',
        parameters ? `${kind}/${parameters.name}` : '<none>',
        age(ingressClass, now),
      ];
    },
  },
  NetworkPolicy: {
    columns: columns('Name', 'Pod-Selector', 'Age'),
    cells: (policy, now) => [policy.metadata.name, formatSelector(policy.spec?.podSelector), age(policy, now)],
  },
  ServiceCIDR: {
    columns: columns('Name', 'CIDRs', 'Age'),
    cells: (cidr, now) => [cidr.metadata.name, (cidr.spec?.cidrs ?? []).join(','), age(cidr, now)],
  },
  IPAddress: {
    columns: columns('Name', 'ParentRef', 'Age'),
    cells: (address, now) => {
      const parent = address.spec?.parentRef;
      const resource = parent && [parent.resource, parent.group].filter(Boolean).join('.').toLowerCase();
      const path = parent && [resource, parent.namespace, parent.name].filter(Boolean).join('/');
      return [address.metadata.name, path ?? '<none>', age(address, now)];
    },
  },
};

function externalIp(service: KubernetesObject): string {
  const external: string[] = service.spec?.externalIPs ?? [];
  switch (service.spec?.type) {
    case 'ClusterIP':
    case 'NodePort':
      return external.join(',') || '<none>';
    case 'LoadBalancer': {
      const balancer = loadBalancerAddresses(service);
      return [...(balancer ? [balancer] : []), ...external].join(',') || '<pending>';
    }
    case 'ExternalName':
      return service.spec.externalName ?? '';
    default:
      return '<unknown>';
  }
}

function loadBalancerAddresses(object: KubernetesObject): string {
  const ingress: any[] = object.status?.loadBalancer?.ingress ?? [];
  const addresses = new Set(ingress.map(entry => entry.ip || entry.hostname).filter(Boolean));
  return [...addresses].sort().join(',');
}

function servicePorts(service: KubernetesObject): string {
  const ports: any[] = service.spec?.ports ?? [];
  return (
    ports.map(({ port, nodePort, protocol }) => `${port}${nodePort ? `:${nodePort}` : ''}/${protocol}`).join(',') ||
    '<none>'
  );
}

function endpointAddresses(endpoints: KubernetesObject): string[] {
  return (endpoints.subsets ?? []).flatMap((subset: any) => {
    const addresses: string[] = (subset.addresses ?? []).map((address: any) => address.ip);
    const ports: any[] = subset.ports ?? [];
    if (ports.length === 0) return addresses;
    return ports.flatMap(({ port }) => addresses.map(ip => (ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`)));
  });
}

function ingressHosts(ingress: KubernetesObject): string {
  const rules: any[] = ingress.spec?.rules ?? [];
  const hosts = rules.map(rule => rule.host).filter(Boolean);
  if (hosts.length === 0) return '*';
  const shown = hosts.slice(0, MAX_ENTRIES).join(',');
  return hosts.length > MAX_ENTRIES ? `${shown} + ${rules.length - MAX_ENTRIES} more...` : shown;
}
