import { ClusterGraph } from '../../cluster/ClusterGraph';
import { asArray } from '../../cluster/pods';
import { fromObject } from '../evidence';
import { Contradiction, Failure } from './Contradiction';
import { mountsOf } from './mounts';

/** What made a memory limit smaller than its owner thinks: a LimitRange's default, a volume that is kept in memory. */
export function memoryTakers(
  { draft, containers, spec, workload, namespace }: Failure,
  graph: ClusterGraph,
): Contradiction[] {
  if (draft.category !== 'oom-killed') return [];
  return containers.flatMap(container => [
    ...defaultLimit(container, workload, namespace, graph),
    ...memoryVolumes(container, spec, workload),
  ]);
}

function defaultLimit(
  container: any,
  workload: Failure['workload'],
  namespace: string | undefined,
  graph: ClusterGraph,
): Contradiction[] {
  // The template is what people wrote, the pod is what admission made of it.
  if (workload.kind === 'Pod' || container.resources?.limits?.memory !== undefined) return [];
  const limit = graph
    .podsOf(workload)
    .flatMap(pod => asArray(pod.spec?.containers))
    .find(({ name, resources }) => name === container.name && resources?.limits?.memory !== undefined)?.resources
    .limits.memory;
  const range = graph
    .all('LimitRange', namespace)
    .find(({ spec }) =>
      asArray(spec?.limits).some(({ type, default: given }) => type === 'Container' && given?.memory === limit),
    );
  if (limit === undefined || !range) return [];
  return [
    {
      sentence: `The pod template sets no memory limit: LimitRange ${range.metadata.name} of the namespace gave the container its default of ${limit}.`,
      evidence: [
        fromObject(range, `default limit of a container: memory ${limit}`),
        fromObject(workload, `container ${container.name}: resources ${JSON.stringify(container.resources ?? {})}`),
      ],
      fixes: [
        {
          type: 'advice',
          risk: 'MEDIUM',
          description: `Set a memory request and limit of its own for container ${container.name}, so that the default of LimitRange ${range.metadata.name} does not apply`,
          changes: 'The pod template: one rollout.',
        },
      ],
    },
  ];
}

function memoryVolumes(container: any, spec: any, workload: Failure['workload']): Contradiction[] {
  const mount = mountsOf(container, spec).find(({ volume }) => volume.emptyDir?.medium === 'Memory');
  if (!mount) return [];
  const { sizeLimit } = mount.volume.emptyDir;
  return [
    {
      sentence: `Volume ${mount.volume.name} at ${mount.path} is an emptyDir of medium Memory${
        sizeLimit ? ` of up to ${sizeLimit}` : ' without a sizeLimit'
      }: what is written there counts as memory of the container.`,
      evidence: [
        fromObject(
          workload,
          `container ${container.name}: volume ${mount.volume.name} at ${
            mount.path
          }, emptyDir medium Memory, sizeLimit ${sizeLimit ?? 'none'}`,
        ),
      ],
    },
  ];
}
