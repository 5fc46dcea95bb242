import { refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { asArray, condition } from '../cluster/pods';
import { clip } from '../explain/words';
import { FixAction } from '../fixes/FixAction';
import { AnalysisContext, Analyzer, EvidenceDraft, FindingDraft } from './Analyzer';
import { fromEvent, fromObject } from './evidence';
import { closest } from './similarity';

/** Autoscalers that cannot scale: no target, no metrics, no requests to compare with. */
export const autoscaling: Analyzer = {
  name: 'autoscaling',
  sees: 'HorizontalPodAutoscalers without their target, without metrics, or whose target has no requests.',
  analyze(context) {
    return context.graph.all('HorizontalPodAutoscaler').flatMap(hpa => describe(hpa, context));
  },
};

function describe(hpa: KubernetesObject, { graph }: AnalysisContext): FindingDraft[] {
  const { kind, name } = hpa.spec?.scaleTargetRef ?? {};
  if (!kind || !name) return [];
  const namespace = hpa.metadata.namespace;
  const target = graph.find({ kind, namespace, name });
  const able = condition(hpa, 'AbleToScale');
  const active = condition(hpa, 'ScalingActive');
  const base = { category: 'hpa-misconfig' as const, severity: 'MEDIUM' as const, resource: refOf(hpa) };
  const event = graph.eventsOf(hpa).find(candidate => /^Failed/.test(candidate.reason));
  const proof = [
    ...(event ? [fromEvent(event)] : []),
    ...[able, active]
      .filter(each => each?.status === 'False')
      .map(each =>
        fromObject(hpa, `${each.type}: False, ${each.reason}: ${each.message ?? ''}`, each.lastTransitionTime),
      ),
    fromObject(
      hpa,
      `scaleTargetRef: ${kind}/${name}, minReplicas ${hpa.spec?.minReplicas ?? 1}, maxReplicas ${
        hpa.spec?.maxReplicas
      }`,
    ),
  ];
  if (!target && (able?.status === 'False' || graph.all(kind, namespace).length > 0)) {
    const names = graph.all(kind, namespace).map(object => object.metadata.name);
    const near = closest(name, names) ?? (names.includes(hpa.metadata.name) ? hpa.metadata.name : undefined);
    const fixes: FixAction[] = near ? [{ type: 'set-hpa-target', hpa: refOf(hpa), from: name, to: near }] : [];
    return [
      {
        ...base,
        confidence: 0.97,
        title: `HPA ${hpa.metadata.name} scales nothing: ${kind} ${name} does not exist`,
        rootCause: `HorizontalPodAutoscaler ${
          hpa.metadata.name
        } targets ${kind} ${name}, which does not exist in namespace ${namespace} (not found)${
          near ? `; there is a ${kind} ${near}` : ''
        }.`,
        explanation: 'Without its target it neither scales up nor down; the number of replicas stays what it is.',
        evidence: proof,
        since: able?.lastTransitionTime ?? hpa.metadata.creationTimestamp,
        affects: near ? [{ kind, namespace, name: near }] : [],
        fixes,
      },
    ];
  }
  if (target && able?.status === 'False') return [refusedScale(hpa, able, base, proof)];
  if (!target || active?.status !== 'False' || active.reason === 'ScalingDisabled') return [];
  const message = String(active.message ?? '');
  const unrequested = asArray(graph.templateOf(target).spec?.containers).filter(container =>
    metricsOf(hpa).some(
      metric =>
        container.resources?.requests?.[metric] === undefined && container.resources?.limits?.[metric] === undefined,
    ),
  );
  const names = unrequested.map(container => container.name).join(', ');
  const why =
    /missing request/i.test(message) && unrequested.length > 0
      ? `container ${names} of ${kind} ${name} has no ${metricsOf(hpa).join(' or ')} request to compare the usage with`
      : describeMetricsFailure(message);
  // Pods that have just started, or do not start, have no metrics yet: that is not the autoscaler's fault.
  if (unrequested.length === 0 && (target.status?.readyReplicas ?? 0) === 0) return [];
  return [
    {
      ...base,
      confidence: unrequested.length > 0 ? 0.95 : 0.8,
      title: `HPA ${hpa.metadata.name} cannot scale ${name}: ${active.reason}`,
      rootCause: `HorizontalPodAutoscaler ${hpa.metadata.name} cannot scale ${kind} ${name}: ${why}.`,
      explanation: `ScalingActive is False (${active.reason}): ${message.slice(0, 300)}`,
      evidence: proof,
      since: active.lastTransitionTime,
      affects: [{ kind, namespace, name }],
      fixes:
        unrequested.length > 0
          ? [
              {
                type: 'advice',
                description: `Give container ${unrequested.map(container => container.name).join(', ')} a ${metricsOf(
                  hpa,
                ).join(' and ')} request`,
                risk: 'MEDIUM',
                changes: 'The pod template: one rollout.',
              },
            ]
          : [],
    },
  ];
}

/** The target is there, and its size cannot be read or changed. */
function refusedScale(
  hpa: KubernetesObject,
  able: any,
  base: Pick<FindingDraft, 'category' | 'severity' | 'resource'>,
  evidence: EvidenceDraft[],
): FindingDraft {
  const { kind, name } = hpa.spec.scaleTargetRef;
  const message = clip(String(able.message ?? ''), 300);
  return {
    ...base,
    confidence: 0.85,
    title: `HPA ${hpa.metadata.name} cannot scale ${name}: ${able.reason}`,
    rootCause: `HorizontalPodAutoscaler ${hpa.metadata.name} cannot change the number of pods of ${kind} ${name}: ${message}.`,
    explanation: `AbleToScale is False (${able.reason}); the number of pods stays what it is.`,
    evidence,
    since: able.lastTransitionTime,
    affects: [{ kind, namespace: hpa.metadata.namespace, name }],
    fixes: [{ type: 'inspect', what: 'describe', target: refOf(hpa), why: 'See who refuses, and when it began' }],
  };
}

function describeMetricsFailure(message: string): string {
  return /could not find the requested resource|metrics\.k8s\.io|unable to fetch metrics|no metrics returned/i.test(
    message,
  )
    ? 'the cluster delivers no metrics for its pods (is metrics-server running?)'
    : clip(message, 240);
}

function metricsOf(hpa: KubernetesObject): string[] {
  const metrics = asArray(hpa.spec?.metrics).flatMap(metric =>
    metric.resource?.name ? [String(metric.resource.name)] : [],
  );
  return metrics.length > 0 ? metrics : ['cpu'];
}
