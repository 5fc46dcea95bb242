import { ClusterGraph, refOf } from '../cluster/ClusterGraph';
import { eventContainer, eventMessage, eventTime } from '../cluster/events';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { asArray, isSidecar } from '../cluster/pods';
import { Category } from '../categories';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { deathOf } from './deaths';
import { dependenciesBlamed } from './dependencies';
import { fromEvent, fromObject } from './evidence';
import { containerOf, podsAffected, runningSubjects, secondsSince, severityFor, Subject } from './failingPods';
import { LogCause, logCause } from './logCause';
import { lowerFirst, roundSeconds } from '../explain/words';

type ProbeKind = 'readiness' | 'liveness' | 'startup';

/** What the log of a container that is not ready may say is the real cause. */
const CAUSES_BEHIND_PROBES: Category[] = [
  'dependency-down',
  'dns',
  'tls-certificate',
  'rbac-forbidden',
  'network-policy',
  'disk-full',
  'config-invalid',
];

/** Containers that run but whose probes fail: not ready, or ended by the kubelet. */
export const probes: Analyzer = {
  name: 'probes',
  sees: 'Readiness, liveness and startup probes that fail: what was asked, what came back, and how long the probe allows.',
  async analyze(context) {
    const killed = runningSubjects(context).flatMap(subject => {
      const death = deathOf(subject, context.graph, context.now);
      if (death?.cause === 'startup-kill') return [describeKill(subject, 'startup', death.event!, context)];
      if (death?.cause === 'liveness-kill') return [describeKill(subject, 'liveness', death.event!, context)];
      return [];
    });
    const unready = runningSubjects(context)
      .filter(subject => isUnready(subject, context))
      .map(subject => describeUnready(subject, context));
    return Promise.all([...killed, ...unready]);
  },
};

async function describeKill(
  subject: Subject,
  kind: 'liveness' | 'startup',
  kill: KubernetesObject,
  context: AnalysisContext,
): Promise<FindingDraft> {
  const { pod, container, workload, resource } = subject;
  const probe = container.spec[`${kind}Probe`];
  const failed = lastFailure(subject, kind, context.graph);
  const restarts = container.status.restartCount ?? 0;
  const cause = logCause(await context.logs.ofLastEnd(pod, container));
  return {
    category: `${kind}-probe`,
    severity: severityFor(workload, context.graph, true),
    confidence: 0.9,
    resource,
    container: container.name,
    title: `${resource.name} is killed by its ${kind} probe`,
    rootCause: `The ${kind} probe of ${lowerFirst(containerOf(subject))} (${describeProbe(probe)}) fails: ${failureText(
      failed,
      kind,
    )}. ${
      kind === 'startup'
        ? `The probe gives ${startupBudget(
            probe,
          )} to start, the program needs longer, so the kubelet kills it while it is still starting.`
        : `So the kubelet kills and restarts the container; the program itself does not crash.`
    }`,
    explanation: `It has been restarted ${restarts} times; ${podsAffected(workload, context.graph)}. ${describeLimits(
      probe,
    )}${cause ? ` Its log says: ${cause.sentence}.` : ''}`,
    evidence: [
      ...(failed ? [fromEvent(failed)] : []),
      fromEvent(kill),
      fromObject(
        refObject(workload, pod),
        `container ${container.name} ${kind}Probe: ${describeProbe(probe)}; ${describeLimits(probe)}`,
      ),
      ...(cause?.evidence.slice(0, 1) ?? []),
    ],
    since: pod.status?.startTime,
    fixes: [
      {
        type: 'advice',
        risk: 'MEDIUM',
        description:
          kind === 'startup'
            ? `Give container ${container.name} longer to start: raise failureThreshold (now ${
                probe?.failureThreshold ?? 3
              }) or periodSeconds (now ${probe?.periodSeconds ?? 10}) of its startupProbe`
            : `Make the liveness probe of container ${container.name} fit: raise timeoutSeconds (now ${
                probe?.timeoutSeconds ?? 1
              }) or failureThreshold (now ${
                probe?.failureThreshold ?? 3
              }), or let it ask something cheaper; it must not depend on other services`,
        changes: 'The pod template: one rollout.',
      },
      { type: 'inspect', what: 'describe', target: refOf(pod), why: 'See the probe and its failures' },
    ],
    blames: dependenciesBlamed(subject, cause, context.graph),
  };
}

async function describeUnready(subject: Subject, context: AnalysisContext): Promise<FindingDraft> {
  const { pod, container, workload, resource } = subject;
  const probe = container.spec.readinessProbe;
  const failed = lastFailure(subject, 'readiness', context.graph);
  const cause = logCause(await context.logs.ofPresentRun(pod, container));
  const port = probePort(probe, container.spec);
  const mismatch = portMismatch(container.spec, port, failed);
  const category = behindProbe(cause) ?? 'readiness-probe';
  const what = `The readiness probe of ${lowerFirst(containerOf(subject))} (${describeProbe(
    probe,
  )}) fails: ${failureText(failed, 'readiness')}.`;
  return {
    category,
    severity: severityFor(workload, context.graph),
    confidence: Math.max(cause ? Math.max(0.75, cause.clue.weight) : 0.6, !cause && failed ? 0.85 : 0),
    resource,
    container: container.name,
    title: cause
      ? `${resource.name} is not ready: ${cause.sentence}`
      : `${resource.name} is not ready: its readiness probe fails`,
    rootCause: cause ? `${cause.sentence}. ${what}` : `${what}${explainStatus(failed, probe)}${mismatch}`,
    explanation: `The container runs but gets no traffic; ${podsAffected(workload, context.graph)}.`,
    evidence: [
      ...(cause?.evidence ?? []),
      ...(failed ? [fromEvent(failed)] : []),
      fromObject(
        refObject(workload, pod),
        `container ${container.name} readinessProbe: ${describeProbe(probe)}; ${describeLimits(probe)}`,
      ),
    ],
    since: asArray(pod.status?.conditions).find(entry => entry.type === 'Ready')?.lastTransitionTime,
    fixes: [
      ...(cause
        ? [
            ...cause.advice,
            {
              type: 'read-log' as const,
              pod: refOf(pod),
              container: container.name,
              previous: false,
              why: `Read the log around line ${cause.clue.line}`,
            },
          ]
        : [
            {
              type: 'advice' as const,
              risk: 'MEDIUM' as const,
              description: `Let the readiness probe ask what the program serves, or make the program serve ${describeProbe(
                probe,
              )}`,
              changes: 'The pod template: one rollout.',
            },
          ]),
      { type: 'inspect', what: 'describe', target: refOf(pod), why: 'See the probe and its failures' },
    ],
    blames: dependenciesBlamed(subject, cause, context.graph),
  };
}

/** Runs, has a readiness probe, is not ready, and had the time that the probe itself allows. */
function isUnready(subject: Subject, { graph, now }: AnalysisContext): boolean {
  const { container, pod } = subject;
  if (container.role === 'init' && !isSidecar(container)) return false;
  const startedAt = container.status.state?.running?.startedAt;
  if (!startedAt || container.status.ready || container.status.started === false) return false;
  if (deathOf(subject, graph, now)) return false;
  // The node speaks for the pod then, and its status is old.
  if (pod.status?.reason === 'NodeLost') return false;
  const probe = container.spec.readinessProbe;
  if (!probe) return false;
  const allowed = (probe.initialDelaySeconds ?? 0) + (probe.periodSeconds ?? 10) * (probe.failureThreshold ?? 3);
  return (secondsSince(startedAt, now) ?? Infinity) > allowed;
}

/** The present state speaks of the pod template where one exists: that is what gets mended. */
function refObject(workload: KubernetesObject, pod: KubernetesObject): KubernetesObject {
  return workload.kind === 'Pod' ? pod : workload;
}

function lastFailure({ pod, container }: Subject, kind: ProbeKind, graph: ClusterGraph): KubernetesObject | undefined {
  const pattern = new RegExp(`^${kind} probe (failed|errored)`, 'i');
  return graph
    .eventsOf(pod)
    .filter(event => event.reason === 'Unhealthy' && pattern.test(eventMessage(event)))
    .filter(event => (eventContainer(event) ?? container.name) === container.name)
    .sort((a, b) => (eventTime(b) ?? '').localeCompare(eventTime(a) ?? ''))[0];
}

function failureText(event: KubernetesObject | undefined, kind: ProbeKind): string {
  if (!event) return 'the kubelet no longer keeps the event that says why';
  const text = eventMessage(event)
    .replace(new RegExp(`^${kind} probe (failed|errored)( and resulted in \\w+)?:?\\s*`, 'i'), '')
    .trim();
  return text || 'it returned failure without a message';
}

export function describeProbe(probe: any): string {
  if (probe?.httpGet) {
    const { scheme = 'HTTP', path = '/', port } = probe.httpGet;
    return `${scheme} GET ${path} on port ${port}`;
  }
  if (probe?.tcpSocket) return `TCP connection to port ${probe.tcpSocket.port}`;
  if (probe?.grpc) return `gRPC health check on port ${probe.grpc.port}`;
  if (probe?.exec) return `command ${asArray(probe.exec.command).join(' ').slice(0, 120)}`;
  return 'no longer in the pod template';
}

function describeLimits(probe: any): string {
  const { initialDelaySeconds = 0, periodSeconds = 10, timeoutSeconds = 1, failureThreshold = 3 } = probe ?? {};
  return `It asks every ${periodSeconds} s${
    initialDelaySeconds ? ` after ${initialDelaySeconds} s` : ''
  }, waits ${timeoutSeconds} s (timeoutSeconds), gives up after ${failureThreshold} failures.`;
}

function startupBudget(probe: any): string {
  const { initialDelaySeconds = 0, periodSeconds = 10, failureThreshold = 3 } = probe ?? {};
  return roundSeconds(initialDelaySeconds + periodSeconds * failureThreshold);
}

function explainStatus(event: KubernetesObject | undefined, probe: any): string {
  const status = /statuscode: (\d+)/.exec(event ? eventMessage(event) : '')?.[1];
  const path = probe?.httpGet?.path ?? '/';
  if (status === '404')
    return ` The program does not serve ${path}: the path in the probe is wrong, or the program changed.`;
  if (status === '401' || status === '403') return ` ${path} asks for authentication, which a probe has not.`;
  if (status?.startsWith('5')) return ` The program answers, and says itself that it is not ready.`;
  return '';
}

function probePort(probe: any, spec: any): number | undefined {
  const port = probe?.httpGet?.port ?? probe?.tcpSocket?.port ?? probe?.grpc?.port;
  return typeof port === 'string' ? asArray(spec.ports).find(entry => entry.name === port)?.containerPort : port;
}

function portMismatch(spec: any, port: number | undefined, failed: KubernetesObject | undefined): string {
  const declared = asArray(spec.ports).map(entry => entry.containerPort);
  if (port === undefined || declared.length === 0 || declared.includes(port)) return '';
  return /refused/.test(failed ? eventMessage(failed) : '')
    ? ` The container declares port ${declared.join(', ')}, the probe asks port ${port}.`
    : '';
}

function behindProbe(cause: LogCause | undefined): Category | undefined {
  return cause?.category && CAUSES_BEHIND_PROBES.includes(cause.category) ? cause.category : undefined;
}
