import { ClusterGraph, refOf } from '../cluster/ClusterGraph';
import { eventContainer, eventCount, eventMessage, eventTime } from '../cluster/events';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { asArray, condition, isSidecar, lastTermination } from '../cluster/pods';
import { Category } from '../categories';
import { ContainerLog } from '../logs/LogBook';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { deathOf } from './deaths';
import { dependenciesBlamed } from './dependencies';
import { fromEvent, fromObject } from './evidence';
import { containerOf, podsAffected, runningSubjects, secondsSince, severityFor, Subject } from './failingPods';
import { LogCause, logCause } from './logCause';
import { explainProbeFailure, isMissingCommand, ProbeExplanation } from './probeFailures';
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
    const unrun = runningSubjects(context).flatMap(subject => describeUnrun(subject, context));
    return Promise.all([...killed, ...unready, ...unrun]);
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
  const log = await context.logs.ofLastEnd(pod, container);
  const cause = logCause(log);
  const why = explanationOf(subject, kind, failed, log);
  const early = kind === 'liveness' && !why ? killedEarly(subject, probe) : '';
  return {
    // A program whose parts wait for each other answers nobody: the probe is right.
    category: cause?.clue.signature === 'deadlock' ? 'clock-or-deadlock' : `${kind}-probe`,
    severity: severityFor(workload, context.graph, true),
    confidence: 0.9,
    resource,
    container: container.name,
    title: `${resource.name} is killed by its ${kind} probe`,
    rootCause: `The ${kind} probe of ${lowerFirst(containerOf(subject))} (${describeProbe(probe)}) fails: ${failureText(
      failed,
      kind,
    )}. ${why ? `${why.sentence} ` : ''}${
      kind === 'startup'
        ? `The probe gives ${startupBudget(probe)} to start${
            why?.never ? '' : ', the program needs longer'
          }, so the kubelet kills it while it is still starting.`
        : `So the kubelet kills and restarts the container; the program itself does not crash.`
    }${early}`,
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
        description: adviceForKill(kind, container.name, probe, why),
        changes: 'The pod template: one rollout.',
      },
      { type: 'inspect', what: 'describe', target: refOf(pod), why: 'See the probe and its failures' },
    ],
    blames: dependenciesBlamed(subject, cause, context.graph),
  };
}

function adviceForKill(kind: ProbeKind, container: string, probe: any, why: ProbeExplanation | undefined): string {
  const { failureThreshold = 3, periodSeconds = 10, timeoutSeconds = 1 } = probe ?? {};
  if (why?.never)
    return `Let the ${kind} probe of container ${container} ask what the program serves: ${describeProbe(
      probe,
    )} cannot succeed`;
  return kind === 'startup'
    ? `Give container ${container} longer to start: raise failureThreshold (now ${failureThreshold}) or periodSeconds (now ${periodSeconds}) of its startupProbe`
    : `Make the liveness probe of container ${container} fit: raise timeoutSeconds (now ${timeoutSeconds}) or failureThreshold (now ${failureThreshold}), or let it ask something cheaper; it must not depend on other services`;
}

async function describeUnready(subject: Subject, context: AnalysisContext): Promise<FindingDraft> {
  const { pod, container, workload, resource } = subject;
  const probe = container.spec.readinessProbe;
  const failed = lastFailure(subject, 'readiness', context.graph);
  const log = await context.logs.ofPresentRun(pod, container);
  const why = explanationOf(subject, 'readiness', failed, log);
  // A probe that cannot succeed needs no other cause.
  const cause = why?.never ? undefined : logCause(log);
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
    rootCause: `${cause ? `${cause.sentence}. ` : ''}${what}${why ? ` ${why.sentence}` : ''}`,
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

/** So often has the kubelet to fail to run a probe before it is no accident of a start. */
const UNRUN = 3;

/**
 * Liveness and startup probes whose command cannot be started. The kubelet throws such results away: it neither restarts the
 * container nor lets it pass, so a pod that looks well is not watched, and one with a startup probe waits for ever.
 */
function describeUnrun(subject: Subject, { graph, now }: AnalysisContext): FindingDraft[] {
  const { pod, container, workload, resource } = subject;
  if (!container.status.state?.running || deathOf(subject, graph, now)) return [];
  return (['startup', 'liveness'] as const).flatMap((kind): FindingDraft[] => {
    const probe = container.spec[`${kind}Probe`];
    const failed = lastFailure(subject, kind, graph);
    const message = failed ? eventMessage(failed) : '';
    if (!probe?.exec || !failed || eventCount(failed) < UNRUN || !isMissingCommand(message)) return [];
    const why = explanationOf(subject, kind, failed, undefined);
    const waits = kind === 'startup' && container.status.started !== true;
    return [
      {
        category: `${kind}-probe`,
        severity: waits ? severityFor(workload, graph) : 'MEDIUM',
        confidence: 0.93,
        resource,
        container: container.name,
        title: `The ${kind} probe of ${resource.name} cannot run: ${
          asArray(probe.exec.command)[0]
        } is not in the image`,
        rootCause: `The ${kind} probe of ${lowerFirst(containerOf(subject))} (${describeProbe(probe)}) cannot run. ${
          why?.sentence ?? ''
        } ${
          waits
            ? 'Until it succeeds once, the container does not count as started and the pod not as ready.'
            : 'The kubelet throws the result away and never restarts the container: nobody watches whether the program still lives.'
        }`,
        explanation: `The kubelet tried ${eventCount(failed)} times. ${describeLimits(probe)}`,
        evidence: [
          fromEvent(failed),
          fromObject(refObject(workload, pod), `container ${container.name} ${kind}Probe: ${describeProbe(probe)}`),
        ],
        since: pod.status?.startTime,
        fixes: [
          {
            type: 'advice',
            risk: 'MEDIUM',
            description: `Let the ${kind} probe of container ${container.name} call something that is in its image, or ask by HTTP, TCP or gRPC`,
            changes: 'The pod template: one rollout.',
          },
          { type: 'inspect', what: 'describe', target: refOf(pod), why: 'See the probe and its failures' },
        ],
      },
    ];
  });
}

/** Runs, has a readiness probe, is not ready, and had the time that the probe itself allows. */
/** Seconds that a new pod of a rolling update has before anybody worries, while the old ones serve and nobody complains. */
const WARM_UP = 90;

function isUnready(subject: Subject, { graph, now, scope }: AnalysisContext): boolean {
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
  const seconds = secondsSince(startedAt, now) ?? Infinity;
  return seconds > (!scope.complaint && isBeingReplaced(subject) ? Math.max(allowed, WARM_UP) : allowed);
}

/** A rolling update that has cost no replica yet, and has time left. */
function isBeingReplaced({ workload }: Subject): boolean {
  const { availableReplicas = 0, updatedReplicas = 0, replicas = 0 } = workload.status ?? {};
  const progress = condition(workload, 'Progressing');
  return (
    workload.kind === 'Deployment' &&
    replicas > updatedReplicas &&
    availableReplicas >= (workload.spec?.replicas ?? 1) &&
    progress?.status === 'True'
  );
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
    .replace(new RegExp(`^${kind} probe (failed|errored)( and resulted in [\\w ]+)?:?\\s*`, 'i'), '')
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

function explanationOf(
  { pod, container }: Subject,
  kind: ProbeKind,
  failed: KubernetesObject | undefined,
  log: ContainerLog | undefined,
): ProbeExplanation | undefined {
  return explainProbeFailure({
    probe: container.spec[`${kind}Probe`],
    spec: container.spec,
    neighbours: asArray(pod.spec?.containers).filter(({ name }) => name !== container.name),
    message: failed ? eventMessage(failed) : '',
    listens: log?.listens ?? [],
  });
}

/** The kubelet gives a container half a minute to end, unless it says otherwise. Seconds. */
const GRACE = 30;

/** A container that never outlives the probe's patience was never up: it needs a startup probe, not a cheaper endpoint. */
function killedEarly({ pod, container }: Subject, probe: any): string {
  const { initialDelaySeconds = 0, periodSeconds = 10, failureThreshold = 3 } = probe ?? {};
  const ended = lastTermination(container);
  const lived = (Date.parse(ended?.finishedAt ?? '') - Date.parse(ended?.startedAt ?? '')) / 1000;
  const patience = initialDelaySeconds + periodSeconds * failureThreshold;
  const grace = pod.spec?.terminationGracePeriodSeconds ?? GRACE;
  if (container.spec.startupProbe || container.status.ready || !(lived <= patience + periodSeconds + grace)) return '';
  return ` The last run was ended ${roundSeconds(lived)} after its start, as soon as the probe allows (${roundSeconds(
    patience,
  )}): when the program needs longer to start, a startup probe has to give it the time.`;
}

function behindProbe(cause: LogCause | undefined): Category | undefined {
  return cause?.category && CAUSES_BEHIND_PROBES.includes(cause.category) ? cause.category : undefined;
}
