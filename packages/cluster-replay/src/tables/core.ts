import { KubernetesObject } from '../snapshot/KubernetesObject';
import { age, columns, countOf, since, TablePrinter } from './TablePrinter';

const NODE_ROLE_LABEL = 'node-role.kubernetes.io/';

export const corePrinters: Record<string, TablePrinter> = {
  Namespace: {
    columns: columns('Name', 'Status', 'Age'),
    cells: (namespace, now) => [namespace.metadata.name, namespace.status?.phase ?? '', age(namespace, now)],
  },
  Node: {
    columns: columns(
      'Name',
      'Status',
      'Roles',
      'Age',
      'Version',
      '+Internal-IP',
      '+External-IP',
      '+OS-Image',
      '+Kernel-Version',
      '+Container-Runtime',
    ),
    cells: (node, now) => {
      const info = node.status?.nodeInfo ?? {};
      return [
        node.metadata.name,
        nodeStatus(node),
        nodeRoles(node),
        age(node, now),
        info.kubeletVersion ?? '',
        nodeAddress(node, 'InternalIP'),
        nodeAddress(node, 'ExternalIP'),
        info.osImage || '<unknown>',
        info.kernelVersion || '<unknown>',
        info.containerRuntimeVersion || '<unknown>',
      ];
    },
  },
  Event: {
    columns: columns(
      'Last Seen',
      'Type',
      'Reason',
      'Object',
      '+Subobject',
      '+Source',
      'Message',
      '+First Seen',
      '+Count',
      '+Name',
    ),
    cells: eventCells,
  },
  ConfigMap: {
    columns: columns('Name', 'Data', 'Age'),
    cells: (map, now) => [map.metadata.name, countOf(map.data) + countOf(map.binaryData), age(map, now)],
  },
  Secret: {
    columns: columns('Name', 'Type', 'Data', 'Age'),
    cells: (secret, now) => [secret.metadata.name, secret.type ?? '', countOf(secret.data), age(secret, now)],
  },
  ServiceAccount: {
    columns: columns('Name', 'Secrets', 'Age'),
    cells: (account, now) => [account.metadata.name, (account.secrets ?? []).length, age(account, now)],
  },
  ComponentStatus: {
    columns: columns('Name', 'Status', 'Message', 'Error'),
    cells: component => {
      const healthy = component.conditions?.find((condition: any) => condition.type === 'Healthy');
      const status = healthy?.status === 'True' ? 'Healthy' : 'Unhealthy';
      return [component.metadata.name, healthy ? status : 'Unknown', healthy?.message ?? '', healthy?.error ?? ''];
    },
  },
};

/** An event as core or `events.k8s.io` writes it. */
function eventCells(event: KubernetesObject, now: number) {
  const object = event.involvedObject ?? event.regarding ?? {};
  const source = event.source ?? event.deprecatedSource ?? {};
  const firstTime = event.firstTimestamp ?? event.deprecatedFirstTimestamp ?? event.eventTime;
  const lastTime = event.series?.lastObservedTime ?? event.lastTimestamp ?? event.deprecatedLastTimestamp ?? firstTime;
  const kind = String(object.kind ?? '').toLowerCase();
  const component = source.component || event.reportingComponent || event.reportingController || '';
  const instance = source.host || event.reportingInstance || '';
  return [
    since(lastTime, now),
    event.type ?? '',
    event.reason ?? '',
    object.name ? `${kind}/${object.name}` : kind,
    object.fieldPath ?? '',
    instance ? `${component}, ${instance}` : component,
    String(event.message ?? event.note ?? '').trim(),
    since(firstTime, now),
    event.series?.count ?? ((event.count ?? event.deprecatedCount) || 1),
    event.metadata.name,
  ];
}

function nodeStatus(node: KubernetesObject): string {
  const ready = node.status?.conditions?.find((condition: any) => condition.type === 'Ready');
  const word = ready?.status === 'True' ? 'Ready' : 'NotReady';
  return [ready ? word : 'Unknown', ...(node.spec?.unschedulable ? ['SchedulingDisabled'] : [])].join(',');
}

function nodeRoles(node: KubernetesObject): string {
  const labels = Object.entries(node.metadata.labels ?? {});
  const roles = labels.flatMap(([key, value]) => {
    if (key.startsWith(NODE_ROLE_LABEL)) return [key.slice(NODE_ROLE_LABEL.length)];
    return key === 'kubernetes.io/role' ? [value] : [];
  });
  return [...new Set(roles.filter(Boolean))].sort().join(',') || '<none>';
}

function nodeAddress(node: KubernetesObject, type: string): string {
  return node.status?.addresses?.find((address: any) => address.type === type)?.address ?? '<none>';
}
