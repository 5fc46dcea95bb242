import { ClusterGraph, refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { asArray, isOver, isReady } from '../cluster/pods';
import { describeLabels } from '../cluster/selectors';
import { list, plural } from '../explain/words';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { fromObject } from './evidence';
import { secondsSince } from './failingPods';

/** A cloud makes a load balancer within minutes. Seconds. */
const BALANCER_PATIENCE = 300;

/** Services whose traffic reaches the wrong pods, or nobody: none of it fails by itself, so all of these are latent. */
export const serviceSelections: Analyzer = {
  name: 'service-selections',
  sees: 'Services that select the pods of two different programs, that send traffic to pods which are not ready, whose external name resolves to nothing, or whose load balancer is not made.',
  analyze(context) {
    return context.graph
      .all('Service')
      .flatMap(service => [
        ...twoPrograms(service, context),
        ...notReadyAddresses(service, context),
        ...externalName(service, context),
        ...pendingBalancer(service, context),
      ]);
  },
};

function twoPrograms(service: KubernetesObject, { graph }: AnalysisContext): FindingDraft[] {
  const pods = graph.podsBehind(service).filter(pod => !isOver(pod) && isReady(pod));
  const workloads = [...new Set(pods.map(pod => graph.workloadOf(pod)))];
  // Blue and green, stable and canary are two workloads of one program: they run the same image.
  const programs = new Map(workloads.map(workload => [workload, programOf(workload, graph)]));
  if (new Set(programs.values()).size < 2) return [];
  const meant = meantWorkload(service, workloads, graph);
  const others = workloads.filter(workload => workload !== meant && programs.get(workload) !== programs.get(meant));
  const strangers = pods.filter(pod => others.includes(graph.workloadOf(pod)));
  const selector = describeLabels(service.spec?.selector);
  const ports = asArray(service.spec?.ports).map(each => each.targetPort ?? each.port);
  const name = service.metadata.name;
  return [
    {
      category: 'service-port-mismatch',
      severity: 'HIGH',
      confidence: 0.85,
      latent: true,
      resource: refOf(service),
      affects: [refOf(meant), ...others.map(refOf)],
      title: `Service ${name} also selects the pods of ${list(others.map(describe))}`,
      rootCause: `Service ${name} selects too much: its selector ${selector} matches the pods of ${describe(
        meant,
      )} and those of ${list(others.map(describe))}, which is another program. ${plural(strangers.length, 'pod')} of ${
        pods.length
      } behind the Service ${strangers.length === 1 ? 'is' : 'are'} the wrong one${
        strangers.length === 1 ? '' : 's'
      }, so about ${Math.round((100 * strangers.length) / pods.length)} % of the requests go astray.`,
      explanation: `Every pod is ready, so nothing reports an error: requests to port ${list(
        ports.map(String),
      )} of ${list(others.map(describe))} are refused or answered by the wrong program, the others succeed.`,
      evidence: [
        fromObject(service, `selector: ${selector}`),
        ...[meant, ...others]
          .slice(0, 4)
          .map(workload =>
            fromObject(
              workload,
              `pod labels: ${describeLabels(graph.templateOf(workload).metadata?.labels)}; image ${programs.get(
                workload,
              )}`,
            ),
          ),
      ],
      since: others.map(({ metadata }) => metadata.creationTimestamp).sort()[0],
      fixes: narrower(service, meant, others, graph),
    },
  ];
}

/** The workload that the Service is named after, else the one that was there first. */
function meantWorkload(
  service: KubernetesObject,
  workloads: KubernetesObject[],
  graph: ClusterGraph,
): KubernetesObject {
  const name = service.metadata.name;
  const targets = asArray(service.spec?.ports).map(each => each.targetPort ?? each.port);
  const serves = (workload: KubernetesObject) =>
    asArray(graph.templateOf(workload).spec?.containers)
      .flatMap(container => asArray(container.ports))
      .some(port => targets.includes(port.containerPort) || targets.includes(port.name));
  const score = (workload: KubernetesObject) =>
    (workload.metadata.name === name ? 4 : 0) + (serves(workload) ? 2 : 0) + (workload.kind === 'Job' ? -1 : 0);
  return [...workloads].sort(
    (a, b) =>
      score(b) - score(a) ||
      (a.metadata.creationTimestamp ?? '').localeCompare(b.metadata.creationTimestamp ?? '') ||
      a.metadata.name.localeCompare(b.metadata.name),
  )[0];
}

/** A label that the meant pods have and the others have not (or not so) tells them apart. */
function narrower(
  service: KubernetesObject,
  meant: KubernetesObject,
  others: KubernetesObject[],
  graph: ClusterGraph,
): FindingDraft['fixes'] {
  const labels: Record<string, string> = graph.templateOf(meant).metadata?.labels ?? {};
  const telling = Object.entries(labels).find(
    ([key, value]) =>
      !/hash|revision|version|chart/.test(key) &&
      others.every(other => graph.templateOf(other).metadata?.labels?.[key] !== value),
  );
  const from: Record<string, string> = service.spec?.selector ?? {};
  return telling
    ? [{ type: 'set-selector', service: refOf(service), from, selector: { ...from, [telling[0]]: telling[1] } }]
    : [
        {
          type: 'advice',
          risk: 'MEDIUM',
          description: `Give the pods of ${describe(
            meant,
          )} a label of their own and add it to the selector of Service ${service.metadata.name}`,
        },
      ];
}

/**
 * Repositories of the images (two tags are two versions of one program), names and ports of the containers: many programs
 * run on one base image.
 */
function programOf(workload: KubernetesObject, graph: ClusterGraph): string {
  return asArray(graph.templateOf(workload).spec?.containers)
    .map(({ image, name, ports }) => {
      const repository = String(image ?? '')
        .replace(/@.*$/, '')
        .replace(/:[^:/]*$/, '');
      const open = asArray(ports).map(({ containerPort }) => containerPort);
      return `${name} (${repository}${open.length > 0 ? `, port ${open.join(', ')}` : ''})`;
    })
    .sort()
    .join(', ');
}

function notReadyAddresses(service: KubernetesObject, { graph }: AnalysisContext): FindingDraft[] {
  // A headless Service publishes them for peers that look for each other before they are ready.
  if (!service.spec?.publishNotReadyAddresses || service.spec.clusterIP === 'None') return [];
  const pods = graph.podsBehind(service).filter(pod => !isOver(pod));
  const waiting = pods.filter(pod => !isReady(pod));
  if (waiting.length === 0 || waiting.length === pods.length) return [];
  return [
    {
      category: 'service-no-endpoints',
      severity: 'MEDIUM',
      confidence: 0.7,
      latent: true,
      resource: refOf(service),
      affects: [...new Set(pods.map(pod => graph.workloadOf(pod)))].map(refOf),
      title: `Service ${service.metadata.name} sends traffic to pods that are not ready`,
      rootCause: `Service ${service.metadata.name} has publishNotReadyAddresses: true, so ${
        waiting.length
      } of its ${plural(pods.length, 'pod')} get requests although they are not ready.`,
      explanation: 'Requests to these pods fail, the others succeed.',
      evidence: [
        fromObject(service, 'publishNotReadyAddresses: true'),
        ...waiting.slice(0, 2).map(pod => fromObject(pod, 'Ready: False')),
      ],
      blames: waiting.map(refOf),
    },
  ];
}

function externalName(service: KubernetesObject, { graph }: AnalysisContext): FindingDraft[] {
  const target = service.spec?.type === 'ExternalName' ? String(service.spec.externalName ?? '') : '';
  const [name, namespace] = /^([^.]+)\.([^.]+)\.svc(?:\.|$)/.exec(target)?.slice(1) ?? [];
  const isRead = namespace === service.metadata.namespace || graph.all('Service', namespace).length > 0;
  if (!name || !isRead || !graph.knows('Service') || graph.find({ kind: 'Service', namespace, name })) return [];
  return [
    {
      category: 'dns',
      severity: 'HIGH',
      confidence: 0.95,
      latent: true,
      resource: refOf(service),
      title: `Service ${service.metadata.name} is an alias of ${target}, which does not exist`,
      rootCause: `Service ${service.metadata.name} is of type ExternalName and stands for ${target}; there is no Service ${name} in namespace ${namespace}, so the name resolves to nothing.`,
      explanation: 'Callers see that the host is not found.',
      evidence: [fromObject(service, `type ExternalName, externalName ${target}`)],
      since: service.metadata.creationTimestamp,
      fixes: [
        { type: 'advice', risk: 'MEDIUM', description: `Correct externalName of Service ${service.metadata.name}` },
      ],
    },
  ];
}

function pendingBalancer(service: KubernetesObject, { graph, now }: AnalysisContext): FindingDraft[] {
  const age = secondsSince(service.metadata.creationTimestamp, now) ?? 0;
  if (service.spec?.type !== 'LoadBalancer' || age < BALANCER_PATIENCE) return [];
  if (asArray(service.status?.loadBalancer?.ingress).length > 0) return [];
  return [
    {
      category: 'service-no-endpoints',
      severity: 'MEDIUM',
      confidence: 0.75,
      latent: true,
      resource: refOf(service),
      affects: [...new Set(graph.podsBehind(service).map(pod => graph.workloadOf(pod)))].map(refOf),
      title: `Service ${service.metadata.name} has no load balancer`,
      rootCause: `Service ${
        service.metadata.name
      } is of type LoadBalancer and has no external address (EXTERNAL-IP is pending): nothing in the cluster makes load balancers${
        service.spec.loadBalancerClass ? ` of class ${service.spec.loadBalancerClass}` : ''
      }, or it fails to.`,
      explanation: 'Inside the cluster the Service can work; from outside nobody reaches it.',
      evidence: [
        fromObject(service, `type LoadBalancer, status.loadBalancer empty, made ${service.metadata.creationTimestamp}`),
      ],
      since: service.metadata.creationTimestamp,
      fixes: [{ type: 'inspect', what: 'describe', target: refOf(service), why: 'See what the cloud controller says' }],
    },
  ];
}

function describe({ kind, metadata }: KubernetesObject): string {
  return `${kind} ${metadata.name}`;
}
