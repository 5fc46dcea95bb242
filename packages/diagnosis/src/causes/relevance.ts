import { FindingDraft } from '../analyzers/Analyzer';
import { callsOf, serviceFor } from '../cluster/calls';
import { ClusterGraph, keyOf, refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { asArray } from '../cluster/pods';
import { matchesLabels, matchesSelector } from '../cluster/selectors';
import { Scope } from '../cluster/Scope';
import { ResourceRef } from '../Diagnosis';
import { CauseGraph } from './CauseGraph';

/** How far calls are followed from what was asked about: the service, what it calls, and what that calls. */
const MAX_HOPS = 3;

/** Keeps the findings that concern what was asked about; all of them when nothing in particular was. */
export function relevantCauses(causes: CauseGraph, scope: Scope, graph: ClusterGraph): CauseGraph {
  if (scope.missing) return causes.restrictedTo(() => false);
  if (scope.focus.length === 0) {
    // Namespaces that are called from this one were read too: of them only what explains something here belongs in.
    const isHere = ({ namespace }: ResourceRef) =>
      scope.namespace === undefined || namespace === undefined || namespace === scope.namespace;
    // A webhook of another namespace that lets no pod of this one pass is a matter of this one.
    const matters = ({ resource, affects = [] }: FindingDraft) => [resource, ...affects].some(isHere);
    return causes.restrictedTo(finding =>
      causes.findings.some(other => matters(other) && causes.leadsTo(finding, other)),
    );
  }
  const own = neighbourhood(scope.focus, graph, 0);
  const direct = causes.findings.filter(
    ({ resource, affects }) => own.has(keyOf(resource)) || affects?.some(ref => isFocus(ref, scope, graph)),
  );
  // Whatever explains a kept finding belongs to the answer too.
  if (direct.length > 0) return causes.restrictedTo(finding => direct.some(kept => causes.leadsTo(finding, kept)));
  // It shows nothing itself. When somebody says that it fails all the same, what it calls may be down altogether;
  // otherwise the troubles of others are not its own.
  const called = neighbourhood(scope.focus, graph, MAX_HOPS);
  return causes.restrictedTo(
    ({ resource, severity, latent }) =>
      scope.complaint && !latent && ['CRITICAL', 'HIGH'].includes(severity) && called.has(keyOf(resource)),
  );
}

function isFocus(ref: { kind: string; namespace?: string; name: string }, scope: Scope, graph: ClusterGraph): boolean {
  return scope.focus.some(
    object => keyOf(refOf(object)) === keyOf(ref) || keyOf(refOf(graph.workloadOf(object))) === keyOf(ref),
  );
}

/**
 * The objects whose trouble is the trouble of `focus`: its parts, what it stands on, what points at it, and what it calls,
 * over at most `maxHops` calls.
 */
function neighbourhood(focus: KubernetesObject[], graph: ClusterGraph, maxHops: number): Set<string> {
  const keys = new Set<string>();
  const visit = (object: KubernetesObject | undefined, hops: number) => {
    if (!object || keys.has(keyOf(refOf(object)))) return;
    keys.add(keyOf(refOf(object)));
    for (const next of partsOf(object, graph)) visit(next, hops);
    if (hops < maxHops) for (const next of calledBy(object, graph)) visit(next, hops + 1);
  };
  for (const object of focus) {
    visit(object, 0);
    for (const pointing of pointingAt(object, graph)) visit(pointing, 0);
  }
  return keys;
}

/** What an object is made of or stands on. */
function partsOf(object: KubernetesObject, graph: ClusterGraph): (KubernetesObject | undefined)[] {
  const namespace = object.metadata.namespace;
  switch (object.kind) {
    case 'Pod':
      return [
        graph.workloadOf(object),
        graph.find({ kind: 'Node', name: object.spec?.nodeName ?? '' }),
        ...asArray(object.spec?.volumes).flatMap(volume => [
          graph.find({ kind: 'PersistentVolumeClaim', namespace, name: volume.persistentVolumeClaim?.claimName ?? '' }),
          graph.find({ kind: 'ConfigMap', namespace, name: volume.configMap?.name ?? '' }),
        ]),
      ];
    case 'Service':
      return graph.podsBehind(object);
    case 'Ingress':
      return asArray(object.spec?.rules)
        .flatMap(rule => asArray(rule.http?.paths))
        .map(path => graph.find({ kind: 'Service', namespace, name: path.backend?.service?.name ?? '' }));
    case 'HorizontalPodAutoscaler':
      return [
        graph.find({
          kind: object.spec?.scaleTargetRef?.kind ?? '',
          namespace,
          name: object.spec?.scaleTargetRef?.name ?? '',
        }),
      ];
    case 'PodDisruptionBudget':
      return graph.all('Pod', namespace).filter(pod => matchesSelector(object.spec?.selector, pod.metadata.labels));
    case 'PersistentVolumeClaim':
      return graph
        .all('Pod', namespace)
        .filter(pod =>
          asArray(pod.spec?.volumes).some(volume => volume.persistentVolumeClaim?.claimName === object.metadata.name),
        );
    default:
      return graph.childrenOf(object);
  }
}

/** What points at an object: the Services, budgets, autoscalers and ingresses of a workload. */
function pointingAt(object: KubernetesObject, graph: ClusterGraph): KubernetesObject[] {
  const namespace = object.metadata.namespace;
  const workload = graph.workloadOf(object);
  const labels: Record<string, string> = graph.templateOf(workload).metadata?.labels ?? {};
  const named = (ref: any) => ref?.kind === workload.kind && ref?.name === workload.metadata.name;
  // A Service of the same name whose selector misses the pods is the very fault that is looked for.
  const servicesOf = graph
    .all('Service', namespace)
    .filter(
      service => matchesLabels(service.spec?.selector, labels) || service.metadata.name === workload.metadata.name,
    );
  return [
    workload,
    ...servicesOf,
    ...graph
      .all('HorizontalPodAutoscaler', namespace)
      .filter(hpa => named(hpa.spec?.scaleTargetRef) || hpa.metadata.name === workload.metadata.name),
    ...graph.all('PodDisruptionBudget', namespace).filter(budget => matchesSelector(budget.spec?.selector, labels)),
    ...graph
      .all('Ingress', namespace)
      .filter(
        ingress =>
          servicesOf.some(service => partsOf(ingress, graph).includes(service)) ||
          ingress.metadata.name === workload.metadata.name,
      ),
  ];
}

function calledBy(object: KubernetesObject, graph: ClusterGraph): KubernetesObject[] {
  const template = graph.templateOf(object);
  if (!template.spec) return [];
  const namespace = object.metadata.namespace;
  return callsOf(template, namespace, graph).flatMap(call => {
    const service = serviceFor(call.host, namespace, graph);
    return service ? [service, ...behindWithoutPods(service, graph)] : [];
  });
}

/** A workload that is scaled to zero has no pods to be found by. */
function behindWithoutPods(service: KubernetesObject, graph: ClusterGraph): KubernetesObject[] {
  return ['Deployment', 'StatefulSet']
    .flatMap(kind => graph.all(kind, service.metadata.namespace))
    .filter(workload => matchesLabels(service.spec?.selector, graph.templateOf(workload).metadata?.labels));
}
