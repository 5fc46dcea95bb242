import { callsOf, serviceFor } from '../cluster/calls';
import { refOf } from '../cluster/ClusterGraph';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { asArray, containersOf, isOver, isReady } from '../cluster/pods';
import { list } from '../explain/words';
import { isLoopback, ListenAddress } from '../logs/listenAddresses';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { fromObject } from './evidence';

/** Services whose pods' logs are read: one pod of each. */
const MAX_SERVICES = 10;

/** Pods that are ready, behind a Service whose port they say they do not listen on, or not where others reach it. */
export const serviceListeners: Analyzer = {
  name: 'service-listeners',
  sees: 'Ready pods that say in their log that they listen on 127.0.0.1 only, or on another port than the Service sends to.',
  async analyze(context) {
    const findings = await Promise.all(
      servicesInQuestion(context)
        .slice(0, MAX_SERVICES)
        .map(service => describe(service, context)),
    );
    return findings.flat();
  },
};

/** Those that somebody complains about, and those that a workload calls which is not well. */
function servicesInQuestion({ graph, scope }: AnalysisContext): KubernetesObject[] {
  const focus = scope.complaint ? scope.focus : [];
  const asked = focus.flatMap(object => {
    if (object.kind === 'Service') return [object];
    const backends = asArray(object.kind === 'Ingress' ? object.spec?.rules : []).flatMap(rule =>
      asArray(rule.http?.paths),
    );
    return [
      ...graph.podsOf(graph.workloadOf(object)).flatMap(pod => graph.servicesOf(pod)),
      ...backends.flatMap(({ backend }) =>
        [serviceFor(String(backend?.service?.name), object.metadata.namespace, graph)].filter(Boolean),
      ),
    ];
  });
  const callers = [
    ...focus.map(object => graph.workloadOf(object)),
    ...graph.workloads().filter(workload => graph.podsOf(workload).some(pod => !isOver(pod) && !isReady(pod))),
  ];
  const called = callers.flatMap(workload => {
    const { namespace } = workload.metadata;
    return callsOf(graph.templateOf(workload), namespace, graph).map(({ host }) => serviceFor(host, namespace, graph));
  });
  return [...new Set([...asked, ...called])].filter((service): service is KubernetesObject => service !== undefined);
}

async function describe(service: KubernetesObject, { graph, logs }: AnalysisContext): Promise<FindingDraft[]> {
  const pod = graph.podsBehind(service).find(candidate => !isOver(candidate) && isReady(candidate));
  if (!pod) return [];
  const containers = containersOf(pod).filter(({ status }) => status.state?.running);
  const read = await Promise.all(containers.map(container => logs.ofPresentRun(pod, container)));
  const heard = read.flatMap(log => (log?.listens ?? []).map(each => ({ ...each, container: log!.container })));
  return asArray(service.spec?.ports)
    .filter(({ protocol = 'TCP' }) => protocol === 'TCP')
    .flatMap(port => ofPort(service, port, pod, heard, graph));
}

function ofPort(
  service: KubernetesObject,
  port: any,
  pod: KubernetesObject,
  heard: (ListenAddress & { container: string })[],
  graph: AnalysisContext['graph'],
): FindingDraft[] {
  const containers = asArray(pod.spec?.containers);
  const named = containers
    .flatMap(each => asArray(each.ports))
    .find(each => each.name === port.targetPort)?.containerPort;
  const target = Number(named ?? port.targetPort ?? port.port);
  const here = heard.filter(each => each.port === target);
  const workload = graph.workloadOf(pod);
  const base = {
    category: 'service-port-mismatch' as const,
    severity: 'HIGH' as const,
    // Programs may say less than they do: it counts when calls fail.
    latent: true,
    affects: [refOf(workload), refOf(service)],
    since: pod.status?.startTime,
  };
  const proof = (each: ListenAddress & { container: string }) => ({
    kind: 'log' as const,
    source: `pod/${pod.metadata.name} container ${each.container}`,
    text: each.text,
    log: { line: each.line, before: [], after: [] },
  });
  const wants = fromObject(service, `port ${port.port} -> targetPort ${port.targetPort ?? port.port}`);
  if (here.length > 0) {
    if (!here.every(({ address }) => isLoopback(address))) return [];
    const [first] = here;
    return [
      {
        ...base,
        confidence: 0.93,
        resource: refOf(workload),
        container: first.container,
        title: `${workload.metadata.name} listens on ${first.address} only, where Service ${service.metadata.name} cannot reach it`,
        rootCause: `Container ${first.container} of ${workload.kind} ${workload.metadata.name} listens on ${first.address}:${target}, the loopback address of its own pod; Service ${service.metadata.name} connects to the address of the pod, so every call is refused.`,
        explanation: `Its pods are ready, since no probe connects to port ${target} from outside. The program has to listen on 0.0.0.0.`,
        evidence: [proof(first), wants],
        fixes: [
          {
            type: 'advice',
            risk: 'MEDIUM',
            description: `Let container ${first.container} listen on 0.0.0.0:${target} (a bind or host setting of the program)`,
            changes: 'The configuration of the program: one rollout.',
          },
        ],
      },
    ];
  }
  const probed = containers.some(each => {
    const ask = each.readinessProbe?.httpGet ?? each.readinessProbe?.tcpSocket;
    return ask?.port === target || ask?.port === port.targetPort;
  });
  // A pod that is ready by a probe of that port listens there, whatever it says.
  if (heard.length === 0 || probed || !(target > 0)) return [];
  const open = [...new Set(heard.map(each => each.port))];
  return [
    {
      ...base,
      confidence: 0.85,
      resource: refOf(service),
      title: `Service ${service.metadata.name} sends to port ${target}, and its pods listen on ${list(
        open.map(String),
      )}`,
      rootCause: `Service ${service.metadata.name} sends port ${
        port.port
      } to targetPort ${target}; by their own log the pods of ${workload.metadata.name} listen on ${list(
        open.map(String),
      )}, so every call is refused.`,
      explanation: 'The pods are ready, since no readiness probe asks that port.',
      evidence: [wants, proof(heard[0])],
      fixes:
        open.length === 1
          ? [
              {
                type: 'set-target-port',
                service: refOf(service),
                portIndex: asArray(service.spec?.ports).indexOf(port),
                from: String(port.targetPort ?? port.port),
                to: open[0],
              },
            ]
          : [],
    },
  ];
}
