import { ClusterGraph, refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { isOver } from '../cluster/pods';
import { list, plural } from '../explain/words';
import { Analyzer, FindingDraft } from './Analyzer';
import { fromObject } from './evidence';

/** More names than these are a list, not a sentence. */
const MAX_NAMES = 3;

/** New templates that are held back by the update strategy. That may be wanted, so it answers only who asks. */
export const heldRollouts: Analyzer = {
  name: 'held-rollouts',
  sees: 'DaemonSets and StatefulSets whose pods are of an older template because the update strategy is OnDelete or has a partition.',
  analyze({ graph }) {
    return ['DaemonSet', 'StatefulSet'].flatMap(kind => graph.all(kind)).flatMap(workload => held(workload, graph));
  },
};

function held(workload: KubernetesObject, graph: ClusterGraph): FindingDraft[] {
  const { kind, metadata, spec } = workload;
  const strategy = spec?.updateStrategy ?? {};
  const partition = kind === 'StatefulSet' ? Number(strategy.rollingUpdate?.partition ?? 0) : 0;
  const isOnDelete = strategy.type === 'OnDelete';
  const revision = presentRevision(workload, graph);
  if (!revision || (!isOnDelete && !(partition > 0))) return [];
  const pods = graph.podsOf(workload).filter(pod => !isOver(pod));
  const old = pods.filter(pod => {
    const own = pod.metadata.labels?.['controller-revision-hash'];
    return own !== undefined && own !== revision && (isOnDelete || ordinalOf(pod) < partition);
  });
  if (old.length === 0) return [];
  const names = old.slice(0, MAX_NAMES).map(pod => pod.metadata.name);
  const more = old.length > names.length ? ` and ${old.length - names.length} more` : '';
  const setting = isOnDelete ? 'updateStrategy OnDelete' : `partition ${partition} in its updateStrategy`;
  const why = isOnDelete
    ? 'the old pods stay until somebody deletes them'
    : `only pods with an ordinal of at least ${partition} are replaced`;
  return [
    {
      category: 'rollout-stuck',
      severity: 'MEDIUM',
      confidence: 0.93,
      latent: true,
      resource: refOf(workload),
      title: `${kind} ${metadata.name} does not replace its old pods: ${setting}`,
      rootCause: `${kind} ${metadata.name} has ${setting}, so ${why}: ${pods.length - old.length} of ${plural(
        pods.length,
        'pod',
      )} ${pods.length === 1 ? 'is' : 'are'} updated, and ${list(names)}${more} ${
        old.length === 1 ? 'runs' : 'run'
      } an earlier template.`,
      explanation: 'The new template was accepted, and the pods run well; nothing reports that they are old.',
      evidence: [
        fromObject(workload, `updateStrategy ${describe(strategy, partition)}; present revision ${revision}`),
        ...old
          .slice(0, MAX_NAMES)
          .map(pod =>
            fromObject(pod, `controller-revision-hash: ${pod.metadata.labels?.['controller-revision-hash']}`),
          ),
      ],
      fixes: [
        ...(isOnDelete
          ? [
              {
                type: 'delete-pod' as const,
                pod: refOf(old[0]),
                why: `${kind} ${metadata.name} creates it anew from the present template`,
              },
            ]
          : []),
        {
          type: 'advice',
          risk: 'MEDIUM',
          description: isOnDelete
            ? `Or set updateStrategy of ${kind} ${metadata.name} to RollingUpdate: it then replaces its pods by itself`
            : `Lower the partition of ${kind} ${metadata.name} to 0 when the new template has proven itself`,
        },
      ],
    },
  ];
}

function describe({ type }: { type?: string }, partition: number): string {
  return partition > 0 ? `${type ?? 'RollingUpdate'}, partition ${partition}` : String(type);
}

/** The value of `controller-revision-hash` that pods of the present template have. */
function presentRevision(workload: KubernetesObject, graph: ClusterGraph): string | undefined {
  // Until the controller has seen the template, its status speaks of the one before.
  if ((workload.status?.observedGeneration ?? 0) < (workload.metadata.generation ?? 0)) return undefined;
  if (workload.kind === 'StatefulSet') return workload.status?.updateRevision;
  const [newest] = graph
    .childrenOf(workload)
    .filter(({ kind }) => kind === 'ControllerRevision')
    .sort((a, b) => Number(b.revision ?? 0) - Number(a.revision ?? 0));
  return newest?.metadata.labels?.['controller-revision-hash'];
}

function ordinalOf(pod: KubernetesObject): number {
  return Number(/-(\d+)$/.exec(pod.metadata.name)?.[1] ?? 0);
}
