import { ClusterGraph, refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { asArray, isOver, isReady } from '../cluster/pods';
import { describeLabels, matchesLabels } from '../cluster/selectors';
import { ResourceRef } from '../Diagnosis';
import { list } from '../explain/words';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { fromObject } from './evidence';
import { closest } from './similarity';

/** Services that lead nowhere: a selector that matches no pod, a port where nobody listens, nothing running behind. */
export const services: Analyzer = {
  name: 'services',
  sees: 'Services whose selector matches no pod, whose targetPort no container has, or whose workload is scaled to zero.',
  analyze(context) {
    return context.graph
      .all('Service')
      .filter(service => Object.keys(service.spec?.selector ?? {}).length > 0 && service.spec?.type !== 'ExternalName')
      .flatMap(service => [...withoutPods(service, context), ...wrongPort(service, context)]);
  },
};

function withoutPods(service: KubernetesObject, { graph }: AnalysisContext): FindingDraft[] {
  if (graph.podsBehind(service).some(pod => !isOver(pod))) return [];
  const selector: Record<string, string> = service.spec.selector;
  const base = {
    category: 'service-no-endpoints' as const,
    resource: refOf(service),
    since: service.metadata.creationTimestamp,
  };
  const meant = workloadsWithLabels(service, graph).filter(workload =>
    matchesLabels(selector, graph.templateOf(workload).metadata?.labels),
  );
  const idle = meant.find(workload => (workload.spec?.replicas ?? 1) === 0);
  if (idle) {
    return [
      {
        ...base,
        category: 'dependency-down',
        // Scaled to zero is a choice, until somebody needs it.
        latent: true,
        severity: 'HIGH',
        confidence: 0.95,
        resource: refOf(idle),
        affects: [refOf(service)],
        title: `${idle.kind} ${idle.metadata.name} is scaled to 0, so Service ${service.metadata.name} has no endpoints`,
        rootCause: `${idle.kind} ${idle.metadata.name} is scaled to 0 replicas, so there are no pods behind Service ${service.metadata.name} and every connection to it is refused.`,
        explanation: `Service ${service.metadata.name} selects ${describeLabels(
          selector,
        )}; the only workload with these labels runs no pods.`,
        evidence: [
          fromObject(idle, `spec.replicas: 0`),
          fromObject(service, `selector: ${describeLabels(selector)}; endpoints: none`),
        ],
        since: undefined,
        fixes: [{ type: 'scale', workload: refOf(idle), from: 0, to: 1 }],
      },
    ];
  }
  // The pods are meant to exist and do not: that is the workload's finding.
  if (meant.length > 0) return [];
  const nearest = nearestWorkload(service, graph);
  const difference = nearest && Object.entries(selector).filter(([key, value]) => nearest.labels[key] !== value);
  return [
    {
      ...base,
      severity: 'HIGH',
      confidence: nearest ? 0.95 : 0.7,
      // A Service without any workload that resembles it may be waiting for one.
      latent: !nearest,
      title: `Service ${service.metadata.name} selects no pods`,
      rootCause: nearest
        ? `Service ${service.metadata.name} has no endpoints: its selector ${describeLabels(
            selector,
          )} matches no pods. The pods of ${nearest.workload.kind} ${nearest.workload.metadata.name} carry ${list(
            difference!.map(([key]) => `${key}=${nearest.labels[key] ?? '(no such label)'}`),
          )}.`
        : `Service ${service.metadata.name} has no endpoints: its selector ${describeLabels(
            selector,
          )} matches no pods and no workload.`,
      explanation: 'Every call to the Service fails, while the pods themselves may be well.',
      evidence: [
        fromObject(service, `selector: ${describeLabels(selector)}; endpoints: none`),
        ...(nearest ? [fromObject(nearest.workload, `pod labels: ${describeLabels(nearest.labels)}`)] : []),
      ],
      fixes: nearest
        ? [
            {
              type: 'set-selector',
              service: refOf(service),
              from: selector,
              selector: Object.fromEntries(
                Object.keys(selector).flatMap(key =>
                  nearest.labels[key] === undefined ? [] : [[key, nearest.labels[key]]],
                ),
              ),
            },
          ]
        : [{ type: 'inspect', what: 'yaml', target: refOf(service), why: 'See the selector' }],
    },
  ];
}

function wrongPort(service: KubernetesObject, { graph }: AnalysisContext): FindingDraft[] {
  const pods = graph.podsBehind(service).filter(pod => !isOver(pod));
  const pod = pods.find(isReady) ?? pods[0];
  if (!pod) return [];
  const containers = asArray(pod.spec?.containers);
  const declared = containers.flatMap(container => asArray(container.ports));
  const probed = containers.flatMap(container =>
    ['readinessProbe', 'livenessProbe', 'startupProbe'].flatMap(kind => {
      const port = container[kind]?.httpGet?.port ?? container[kind]?.tcpSocket?.port ?? container[kind]?.grpc?.port;
      return typeof port === 'number' ? [port] : [];
    }),
  );
  const known = new Set([...declared.map(port => port.containerPort), ...probed]);
  return asArray(service.spec?.ports).flatMap((port, portIndex): FindingDraft[] => {
    const target = port.targetPort ?? port.port;
    const named = typeof target === 'string' && !/^\d+$/.test(target);
    const meets = named ? declared.some(each => each.name === target) : known.has(Number(target));
    const otherProtocol = protocolMismatch(service, port, declared, refOf(graph.workloadOf(pod)));
    if (meets && otherProtocol) return [otherProtocol];
    // A declaration is only information: a container without one may listen anywhere.
    if (meets || (!named && known.size === 0)) return [];
    const others = asArray(service.spec?.ports).filter(each => each !== port);
    const workload = graph.workloadOf(pod);
    const listens = [...known].join(', ') || 'none';
    const candidates = declared.filter(each => (each.protocol ?? 'TCP') === (port.protocol ?? 'TCP'));
    return [
      {
        category: 'service-port-mismatch',
        severity: 'HIGH',
        confidence: named ? 0.95 : 0.85,
        // Beside a port that is right, an undeclared one (metrics, administration) is rather undeclared than wrong.
        latent: !named && others.some(each => known.has(Number(each.targetPort ?? each.port))),
        resource: refOf(service),
        title: `Service ${service.metadata.name} sends to port ${target}, where its pods do not listen`,
        rootCause: named
          ? `Service ${
              service.metadata.name
            } sends to the port named ${target}, and no container of its pods has a port of that name (they have ${
              declared.map(each => `${each.name ?? 'unnamed'} ${each.containerPort}`).join(', ') || 'none'
            }).`
          : `Service ${service.metadata.name} sends port ${port.port} to targetPort ${target}, and the pods of ${workload.metadata.name} listen on ${listens}.`,
        explanation: `The pods can be well and ready: their probes ask port ${
          probed.join(', ') || listens
        } directly, past the Service. Callers get "connection refused".`,
        evidence: [
          fromObject(service, `port ${port.port}${port.name ? ` (${port.name})` : ''} -> targetPort ${target}`),
          fromObject(
            workload,
            `containerPorts: ${declared.map(each => each.containerPort).join(', ') || 'none'}; probed ports: ${
              probed.join(', ') || 'none'
            }`,
          ),
        ],
        since: service.metadata.creationTimestamp,
        fixes:
          candidates.length === 1
            ? [
                {
                  type: 'set-target-port',
                  service: refOf(service),
                  portIndex,
                  from: String(target),
                  to: candidates[0].containerPort,
                },
              ]
            : [],
      },
    ];
  });
}

/** UDP and TCP are two ports of one number. What a container declares is information only, so this is latent. */
function protocolMismatch(
  service: KubernetesObject,
  port: any,
  declared: any[],
  workload: ResourceRef,
): FindingDraft | undefined {
  const { protocol = 'TCP', targetPort = port.port } = port;
  const same = declared.filter(each => each.name === targetPort || each.containerPort === Number(targetPort));
  if (same.length === 0 || same.some(each => (each.protocol ?? 'TCP') === protocol)) return undefined;
  const other = same[0].protocol ?? 'TCP';
  const name = service.metadata.name;
  return {
    category: 'service-port-mismatch',
    severity: 'HIGH',
    confidence: 0.85,
    latent: true,
    resource: refOf(service),
    affects: [workload],
    title: `Service ${name} offers port ${port.port} as ${protocol}, its pods as ${other}`,
    rootCause: `Service ${name} sends ${protocol} to port ${targetPort}, and its pods declare that port as ${other}.`,
    explanation: `A program that speaks ${other} does not answer ${protocol}: callers get time-outs or refusals.`,
    evidence: [
      fromObject(service, `port ${port.port} ${protocol} -> targetPort ${targetPort}`),
      fromObject(service, `containerPort ${same[0].containerPort} ${other} in its pods`),
    ],
    since: service.metadata.creationTimestamp,
    fixes: [
      { type: 'advice', risk: 'MEDIUM', description: `Set protocol ${other} on port ${port.port} of Service ${name}` },
    ],
  };
}

function workloadsWithLabels(service: KubernetesObject, graph: ClusterGraph): KubernetesObject[] {
  return ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']
    .flatMap(kind => graph.all(kind, service.metadata.namespace))
    .filter(workload => graph.workloadOf(workload) === workload);
}

/** The workload that the Service most likely means: one of a similar name, or one whose labels differ in a single value. */
function nearestWorkload(service: KubernetesObject, graph: ClusterGraph) {
  const selector: Record<string, string> = service.spec.selector;
  const candidates = workloadsWithLabels(service, graph).map(workload => ({
    workload,
    labels: (graph.templateOf(workload).metadata?.labels ?? {}) as Record<string, string>,
  }));
  const sameName = candidates.find(({ workload }) => workload.metadata.name === service.metadata.name);
  if (sameName) return sameName;
  return candidates.find(({ labels }) => {
    const wrong = Object.entries(selector).filter(([key, value]) => labels[key] !== value);
    if (wrong.length !== 1) return false;
    const [key, value] = wrong[0];
    // A label that all share (part-of) says nothing: the one that differs has to look alike.
    return labels[key] !== undefined && closest(value, [labels[key]]) !== undefined;
  });
}
