import { ClusterGraph, keyOf, refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { asArray, condition } from '../cluster/pods';
import { list } from '../explain/words';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { fromObject } from './evidence';

/** Words of a question about load and size. */
const LOAD_WORDS = [
  'scale',
  'scales',
  'scaling',
  'scaled',
  'load',
  'overloaded',
  'slow',
  'latency',
  'hpa',
  'autoscaler',
  'autoscaling',
  'replicas',
  'traffic',
  'peak',
  'cpu',
  'throttled',
  'capacity',
];

/** Autoscalers that work and yet cannot help: at their maximum, or two for one target. */
export const autoscalingLimits: Analyzer = {
  name: 'autoscaling-limits',
  sees: 'HorizontalPodAutoscalers at their maxReplicas with usage above the target, with minReplicas equal to maxReplicas, or two on one workload.',
  analyze(context) {
    return context.graph
      .all('HorizontalPodAutoscaler')
      .flatMap(hpa => [...atMaximum(hpa, context), ...rivals(hpa, context.graph)]);
  },
};

function targetOf(hpa: KubernetesObject) {
  const { kind, name } = hpa.spec?.scaleTargetRef ?? {};
  return { kind: String(kind ?? ''), namespace: hpa.metadata.namespace, name: String(name ?? '') };
}

function atMaximum(hpa: KubernetesObject, { graph, scope }: AnalysisContext): FindingDraft[] {
  const { minReplicas = 1, maxReplicas } = hpa.spec ?? {};
  const target = targetOf(hpa);
  const { currentReplicas = 0 } = hpa.status ?? {};
  const usage = usageOf(hpa).filter(({ current, wanted }) => current > wanted);
  const limited = condition(hpa, 'ScalingLimited');
  const isFull = maxReplicas !== undefined && currentReplicas >= maxReplicas;
  if (
    !isFull ||
    usage.length === 0 ||
    !graph.find(target) ||
    !(limited?.status === 'True' || minReplicas === maxReplicas)
  )
    return [];
  const asked = [...scope.words].some(word => LOAD_WORDS.includes(word));
  const measured = list(
    usage.map(({ what, current, wanted }) => `${what} at ${current} % of the request (target ${wanted} %)`),
  );
  return [
    {
      category: 'hpa-misconfig',
      severity: 'MEDIUM',
      confidence: 0.88,
      // A maximum is a decision about money; it is an answer for who asks about load.
      latent: !(asked && scope.complaint),
      resource: refOf(hpa),
      affects: [target],
      title: `HPA ${hpa.metadata.name} is at its maximum of ${maxReplicas} replicas`,
      rootCause: `HorizontalPodAutoscaler ${hpa.metadata.name} cannot scale ${target.kind} ${
        target.name
      } further: it has ${currentReplicas} pods, maxReplicas is ${maxReplicas}${
        minReplicas === maxReplicas ? ' and so is minReplicas' : ''
      }, and the usage is still above the target: ${measured}.`,
      explanation: limited?.message
        ? `ScalingLimited: ${limited.message}.`
        : 'It would add pods if it were allowed to.',
      evidence: [
        fromObject(
          hpa,
          `minReplicas ${minReplicas}, maxReplicas ${maxReplicas}, currentReplicas ${currentReplicas}; ${measured}`,
        ),
        ...(limited
          ? [fromObject(hpa, `ScalingLimited: ${limited.status}, ${limited.reason}`, limited.lastTransitionTime)]
          : []),
      ],
      since: limited?.lastTransitionTime,
      fixes: [
        {
          type: 'advice',
          risk: 'MEDIUM',
          description: `Raise maxReplicas of HPA ${hpa.metadata.name} (now ${maxReplicas}), if quota and nodes have room, or give each pod more CPU`,
          changes: 'How many pods it may create.',
        },
      ],
    },
  ];
}

function usageOf(hpa: KubernetesObject): { what: string; current: number; wanted: number }[] {
  return asArray(hpa.spec?.metrics).flatMap(({ resource }) => {
    const wanted = resource?.target?.averageUtilization;
    const current = asArray(hpa.status?.currentMetrics).find(each => each.resource?.name === resource?.name)?.resource
      ?.current?.averageUtilization;
    return typeof wanted === 'number' && typeof current === 'number'
      ? [{ what: String(resource.name), current, wanted }]
      : [];
  });
}

/** Two autoscalers on one target undo each other's decisions. */
function rivals(hpa: KubernetesObject, graph: ClusterGraph): FindingDraft[] {
  const target = targetOf(hpa);
  const same = graph
    .all('HorizontalPodAutoscaler', hpa.metadata.namespace)
    .filter(other => keyOf(targetOf(other)) === keyOf(target))
    .map(({ metadata }) => metadata.name)
    .sort();
  if (same.length < 2 || same[0] !== hpa.metadata.name || !graph.find(target)) return [];
  return [
    {
      category: 'hpa-misconfig',
      severity: 'MEDIUM',
      confidence: 0.9,
      resource: refOf(hpa),
      affects: [target],
      title: `HPAs ${list(same)} both scale ${target.kind} ${target.name}`,
      rootCause: `HorizontalPodAutoscalers ${list(same)} have the same target, ${target.kind} ${
        target.name
      }: each undoes what the other decides, or the controller refuses both (AmbiguousSelector).`,
      explanation: 'The number of pods goes up and down, or stays where it is.',
      evidence: graph
        .all('HorizontalPodAutoscaler', hpa.metadata.namespace)
        .filter(({ metadata }) => same.includes(metadata.name))
        .map(each =>
          fromObject(
            each,
            `scaleTargetRef: ${target.kind}/${target.name}, minReplicas ${each.spec?.minReplicas ?? 1}, maxReplicas ${
              each.spec?.maxReplicas
            }`,
          ),
        ),
      fixes: [
        {
          type: 'advice',
          risk: 'MEDIUM',
          description: `Keep one of ${list(same)} and put the metrics of both into it`,
        },
      ],
    },
  ];
}
