import { KubernetesObject } from '../snapshot/KubernetesObject';
import { age, columns, TablePrinter } from './TablePrinter';

const webhookPrinter: TablePrinter = {
  columns: columns('Name', 'Webhooks:integer', 'Age'),
  cells: (configuration, now) => [
    configuration.metadata.name,
    (configuration.webhooks ?? []).length,
    age(configuration, now),
  ],
};

const metricsPrinter: TablePrinter = {
  columns: columns('Name', 'cpu', 'memory', 'Window'),
  cells: metrics => {
    const containers: any[] = metrics.containers ?? [];
    const usage = metrics.usage ?? (containers.length === 1 ? containers[0].usage : undefined) ?? {};
    return [metrics.metadata.name, usage.cpu ?? '', usage.memory ?? '', metrics.window ?? ''];
  },
};

export const systemPrinters: Record<string, TablePrinter> = {
  APIService: {
    columns: columns('Name', 'Service', 'Available', 'Age'),
    cells: (service, now) => {
      const target = service.spec?.service;
      const available = service.status?.conditions?.find((condition: any) => condition.type === 'Available');
      const why = available?.status === 'True' ? '' : ` (${available?.reason ?? ''})`;
      return [
        service.metadata.name,
        target ? `${target.namespace}/${target.name}` : 'Local',
        available ? `${available.status}${why}` : 'Unknown',
        age(service, now),
      ];
    },
  },
  MutatingWebhookConfiguration: webhookPrinter,
  ValidatingWebhookConfiguration: webhookPrinter,
  ValidatingAdmissionPolicy: {
    columns: columns('Name', 'Validations:integer', 'ParamKind', 'Age'),
    cells: (policy, now) => {
      const kind = policy.spec?.paramKind;
      return [
        policy.metadata.name,
        (policy.spec?.validations ?? []).length,
        kind ? `${kind.apiVersion}/${kind.kind}` : '<unset>',
        age(policy, now),
      ];
    },
  },
  ValidatingAdmissionPolicyBinding: {
    columns: columns('Name', 'PolicyName', 'ParamRef', 'Age'),
    cells: (binding, now) => {
      const parameter = binding.spec?.paramRef;
      return [
        binding.metadata.name,
        binding.spec?.policyName ?? '',
        parameter?.name ? `${parameter.namespace || '*'}/${parameter.name}` : '<unset>',
        age(binding, now),
      ];
    },
  },
  Lease: {
    columns: columns('Name', 'Holder', 'Age'),
    cells: (lease, now) => [lease.metadata.name, lease.spec?.holderIdentity ?? '', age(lease, now)],
  },
  RuntimeClass: {
    columns: columns('Name', 'Handler', 'Age'),
    cells: (runtime, now) => [runtime.metadata.name, runtime.handler ?? '', age(runtime, now)],
  },
  FlowSchema: {
    columns: columns('Name', 'PriorityLevel', 'MatchingPrecedence', 'DistinguisherMethod', 'Age', 'MissingPL'),
    cells: (schema, now) => [
      schema.metadata.name,
      schema.spec?.priorityLevelConfiguration?.name ?? '',
      schema.spec?.matchingPrecedence ?? 0,
      schema.spec?.distinguisherMethod?.type ?? '<none>',
      age(schema, now),
      schema.status?.conditions?.find((condition: any) => condition.type === 'Dangling')?.status ?? '?',
    ],
    compare: byPrecedence,
  },
  PriorityLevelConfiguration: {
    columns: columns('Name', 'Type', 'NominalConcurrencyShares', 'Queues', 'HandSize', 'QueueLengthLimit', 'Age'),
    cells: (level, now) => {
      const limited = level.spec?.limited;
      const queuing = limited?.limitResponse?.queuing;
      return [
        level.metadata.name,
        level.spec?.type ?? '',
        limited?.nominalConcurrencyShares ?? '<none>',
        queuing?.queues ?? '<none>',
        queuing?.handSize ?? '<none>',
        queuing?.queueLengthLimit ?? '<none>',
        age(level, now),
      ];
    },
  },
  DeviceClass: {
    columns: columns('Name', 'Age'),
    cells: (device, now) => [device.metadata.name, age(device, now)],
  },
  ResourceClaim: {
    columns: columns('Name', 'State', 'Age'),
    cells: (claim, now) => {
      const deleted = Boolean(claim.metadata.deletionTimestamp);
      const { allocation, reservedFor } = claim.status ?? {};
      const pending = deleted ? [] : ['pending'];
      const use = allocation ? ['allocated', ...(reservedFor?.length ? ['reserved'] : [])] : pending;
      return [claim.metadata.name, [...(deleted ? ['deleted'] : []), ...use].join(','), age(claim, now)];
    },
  },
  ResourceSlice: {
    columns: columns('Name', 'Node', 'Driver', 'Pool', 'Age'),
    cells: (slice, now) => [
      slice.metadata.name,
      slice.spec?.nodeName ?? '',
      slice.spec?.driver ?? '',
      slice.spec?.pool?.name ?? '',
      age(slice, now),
    ],
  },
  NodeMetrics: metricsPrinter,
  PodMetrics: metricsPrinter,
};

function byPrecedence(a: KubernetesObject, b: KubernetesObject): number {
  const difference = (a.spec?.matchingPrecedence ?? 0) - (b.spec?.matchingPrecedence ?? 0);
  return difference || (a.metadata.name < b.metadata.name ? -1 : 1);
}
