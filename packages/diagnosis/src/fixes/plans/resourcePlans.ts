import { fromObject } from '../../analyzers/evidence';
import { KubernetesObject } from '../../cluster/KubernetesObject';
import { asArray } from '../../cluster/pods';
import { formatCores, parseQuantity } from '../../cluster/quantity';
import { ResourceChange } from '../FixAction';
import { Plan, PlannedFix, templateContainers } from './Plan';

/** Room on the freest node is a bound, not a wish: below this a request is no longer worth naming. Cores. */
const SMALLEST_CPU = 0.05;

/** A CPU request that no node can take: what the freest node could give. Memory is not lowered: a program needs what it needs. */
export const lowerCpuRequest: Plan = ({ container, graph, finding, text }) => {
  const asked = parseQuantity(container?.spec.resources?.requests?.cpu);
  if (!container || asked === undefined || !/\bcpu\b/i.test(finding.rootCause)) return [];
  const only = graph.find(finding.resource);
  if (!only || templateContainers(only, graph).length !== 1 || /Insufficient (?!cpu)/.test(text)) return [];
  const rooms = graph.all('Node').map(node => ({ node, free: freeCpu(node, graph.all('Pod')) }));
  const freest = rooms.sort((a, b) => b.free - a.free)[0];
  const fits = freest && Math.floor(freest.free * 10) / 10;
  if (!freest || fits < SMALLEST_CPU || fits >= asked) return [];
  return [
    {
      action: {
        type: 'set-resources',
        ...container.ref,
        changes: [
          {
            field: 'requests',
            resource: 'cpu',
            from: String(container.spec.resources.requests.cpu),
            to: formatCores(fits),
          },
        ],
        why: `that is all that node ${freest.node.metadata.name} has free; set what the program really needs, or add a larger node`,
      },
    },
  ];
};

function freeCpu(node: KubernetesObject, pods: KubernetesObject[]): number {
  const used = pods
    .filter(pod => pod.spec?.nodeName === node.metadata.name && !['Succeeded', 'Failed'].includes(pod.status?.phase))
    .flatMap(pod => asArray(pod.spec?.containers))
    .reduce((sum, each) => sum + (parseQuantity(each.resources?.requests?.cpu) ?? 0), 0);
  return (parseQuantity(node.status?.allocatable?.cpu) ?? 0) - used;
}

/** Brings each container within the bounds of the LimitRanges of its namespace. */
export const withinLimitRange: Plan = ({ finding, graph }) => {
  const workloads = [finding.resource, ...(finding.affects ?? [])]
    .map(ref => graph.find(ref))
    .filter((object): object is KubernetesObject => object !== undefined)
    .map(object => graph.workloadOf(object));
  const workload = workloads.find(object => templateContainers(object, graph).length > 0);
  if (!workload) return [];
  const ranges = graph.all('LimitRange', workload.metadata.namespace);
  return templateContainers(workload, graph).flatMap((container): PlannedFix[] =>
    ranges.flatMap((range): PlannedFix[] => {
      const bounds = asArray(range.spec?.limits).filter(limit => limit.type === 'Container');
      const changes = bounds.flatMap(bound => changesWithin(container.spec.resources ?? {}, bound));
      if (changes.length === 0) return [];
      return [
        {
          action: {
            type: 'set-resources',
            ...container.ref,
            changes,
            why: `the most and the least that LimitRange ${range.metadata.name} allows; the program has to get by with it`,
          },
          proof: fromObject(range, `limits: ${JSON.stringify(range.spec?.limits)}`),
        },
      ];
    }),
  );
};

function changesWithin(resources: any, bound: any): ResourceChange[] {
  const named: ResourceChange['resource'][] = ['memory', 'cpu', 'ephemeral-storage'];
  return named.flatMap(resource =>
    (['limits', 'requests'] as const).flatMap((field): ResourceChange[] => {
      const value = resources[field]?.[resource];
      const amount = parseQuantity(value);
      if (amount === undefined) return [];
      const most = parseQuantity(bound.max?.[resource]);
      const least = parseQuantity(bound.min?.[resource]);
      if (most !== undefined && amount > most)
        return [{ field, resource, from: String(value), to: String(bound.max[resource]) }];
      if (least !== undefined && amount < least)
        return [{ field, resource, from: String(value), to: String(bound.min[resource]) }];
      return [];
    }),
  );
}

/** An emptyDir that ran over its limit. */
export const raiseSizeLimit: Plan = ({ object, graph, finding }) => {
  if (!object) return [];
  return asArray(graph.templateOf(object).spec?.volumes).flatMap((volume): PlannedFix[] => {
    const limit = volume.emptyDir?.sizeLimit;
    const amount = parseQuantity(limit);
    if (amount === undefined || !finding.rootCause.includes(`"${volume.name}"`)) return [];
    const [, number, unit] = /^(\d+)(\D*)$/.exec(String(limit)) ?? [];
    if (number === undefined) return [];
    return [
      {
        action: {
          type: 'set-size-limit',
          workload: finding.resource,
          volume: String(volume.name),
          from: String(limit),
          to: `${Number(number) * 2}${unit}`,
        },
      },
    ];
  });
};
