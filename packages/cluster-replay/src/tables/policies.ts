import { KubernetesObject } from '../snapshot/KubernetesObject';
import { age, columns, TablePrinter } from './TablePrinter';

export const policyPrinters: Record<string, TablePrinter> = {
  HorizontalPodAutoscaler: {
    columns: columns('Name', 'Reference', 'Targets', 'MinPods', 'MaxPods', 'Replicas', 'Age'),
    cells: (autoscaler, now) => [
      autoscaler.metadata.name,
      `${autoscaler.spec?.scaleTargetRef?.kind}/${autoscaler.spec?.scaleTargetRef?.name}`,
      autoscalerTargets(autoscaler),
      autoscaler.spec?.minReplicas === undefined ? '<unset>' : String(autoscaler.spec.minReplicas),
      autoscaler.spec?.maxReplicas ?? 0,
      autoscaler.status?.currentReplicas ?? 0,
      age(autoscaler, now),
    ],
  },
  PodDisruptionBudget: {
    columns: columns('Name', 'Min Available', 'Max Unavailable', 'Allowed Disruptions:integer', 'Age'),
    cells: (budget, now) => [
      budget.metadata.name,
      String(budget.spec?.minAvailable ?? 'N/A'),
      String(budget.spec?.maxUnavailable ?? 'N/A'),
      budget.status?.disruptionsAllowed ?? 0,
      age(budget, now),
    ],
  },
  ResourceQuota: {
    columns: columns('Name', 'Request', 'Limit', 'Age'),
    cells: (quota, now) => {
      const isLimit = (resource: string) => resource.startsWith('limits.');
      return [
        quota.metadata.name,
        quotaUse(quota, resource => !isLimit(resource)),
        quotaUse(quota, isLimit),
        age(quota, now),
      ];
    },
  },
  LimitRange: {
    columns: columns('Name', 'Created At:date'),
    cells: range => [range.metadata.name, range.metadata.creationTimestamp ?? ''],
  },
  PriorityClass: {
    columns: columns('Name', 'Value:integer', 'Global-Default:boolean', 'Age', 'PreemptionPolicy'),
    cells: (priority, now) => [
      priority.metadata.name,
      priority.value ?? 0,
      priority.globalDefault ?? false,
      age(priority, now),
      priority.preemptionPolicy ?? '',
    ],
  },
};

function quotaUse(quota: KubernetesObject, shown: (resource: string) => boolean): string {
  const { hard, used } = quota.status ?? {};
  return Object.keys(hard ?? {})
    .filter(shown)
    .sort()
    .map(resource => `${resource}: ${used?.[resource] ?? '0'}/${hard[resource]}`)
    .join(', ');
}

/** Targets of an autoscaler that fit in a cell. */
const MAX_TARGETS = 2;

function autoscalerTargets(autoscaler: KubernetesObject): string {
  const specs: any[] = autoscaler.spec?.metrics ?? [];
  const cpu = autoscaler.spec?.targetCPUUtilizationPercentage;
  if (specs.length === 0) {
    const current = autoscaler.status?.currentCPUUtilizationPercentage;
    return cpu === undefined ? '<none>' : `cpu: ${current === undefined ? '<unknown>' : `${current}%`}/${cpu}%`;
  }
  const texts = specs.map((spec, index) => targetText(spec, autoscaler.status?.currentMetrics?.[index]));
  const more = texts.length > MAX_TARGETS ? ` + ${texts.length - MAX_TARGETS} more...` : '';
  return texts.slice(0, MAX_TARGETS).join(', ') + more;
}

function targetText(spec: any, status: any): string {
  const field = String(spec.type ?? '').replace(/^./, first => first.toLowerCase());
  const source = spec[field];
  if (!source) return '<unknown type>';
  const current = status?.[field]?.current ?? {};
  const { averageValue, averageUtilization, value } = source.target ?? {};
  const name = source.name ? `${source.name}: ` : '';
  if (averageValue !== undefined) {
    const suffix = field === 'external' || field === 'object' ? ' (avg)' : '';
    return `${name}${current.averageValue ?? '<unknown>'}/${averageValue}${suffix}`;
  }
  if (field === 'resource' || field === 'containerResource') {
    const percent = (number: number | undefined, absent: string) => (number === undefined ? absent : `${number}%`);
    return `${name}${percent(current.averageUtilization, '<unknown>')}/${percent(averageUtilization, '<auto>')}`;
  }
  return `${current.value ?? '<unknown>'}/${value}`;
}
