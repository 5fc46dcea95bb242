import { hostsIn } from '../cluster/calls';
import { ClusterGraph, refOf } from '../cluster/ClusterGraph';
import { isSidecar, lastTermination } from '../cluster/pods';
import { ResourceRef } from '../Diagnosis';
import { ContainerLog } from '../logs/LogBook';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { describeExit } from './crashes';
import { deathOf } from './deaths';
import { behind, dependenciesBlamed } from './dependencies';
import { fromObject } from './evidence';
import { podsAffected, runningSubjects, secondsSince, severityFor, Subject } from './failingPods';
import { logCause, tailEvidence } from './logCause';
import { roundSeconds, upperFirst } from '../explain/words';

/** A running init container is worth a look after this time. Seconds; migrations may rightly take minutes. */
const LONG = 180;
/** Whoever says that it hangs has waited. Seconds. */
const ASKED = 20;

/** Init containers that fail, or never end, so that the main containers do not start; restartable ones (sidecars) too. */
export const initContainers: Analyzer = {
  name: 'init-containers',
  sees: 'Init containers that fail or never end, with the line of their log that tells why.',
  async analyze(context) {
    const inits = runningSubjects(context).filter(({ container }) => container.role === 'init');
    const failing = inits.filter(subject => {
      const death = deathOf(subject, context.graph, context.now);
      return death && ['error', 'signal'].includes(death.cause);
    });
    const waiting = inits.filter(
      ({ container, workload }) =>
        !isSidecar(container) &&
        container.status.state?.running &&
        (secondsSince(container.status.state.running.startedAt, context.now) ?? 0) >
          (context.scope.complaint && context.scope.focus.includes(workload) ? ASKED : LONG) &&
        !failing.some(other => other.container === container),
    );
    return Promise.all([
      ...failing.map(subject => failed(subject, context)),
      ...waiting.map(subject => endless(subject, context)),
    ]);
  },
};

async function failed(subject: Subject, context: AnalysisContext): Promise<FindingDraft> {
  const { pod, container, workload, resource } = subject;
  const log = await context.logs.ofLastEnd(pod, container);
  const cause = logCause(log);
  const ended = lastTermination(container)!;
  const what = isSidecar(container) ? 'sidecar (restartable init container)' : 'init container';
  return {
    category: 'init-container',
    severity: severityFor(workload, context.graph),
    confidence: cause ? 0.92 : 0.75,
    resource,
    container: container.name,
    title: `${resource.name} ${isSidecar(container) ? 'is not ready' : 'does not start'}: ${what} ${
      container.name
    } fails${cause ? `: ${cause.sentence}` : ''}`,
    rootCause: `${upperFirst(what)} ${container.name} fails with ${describeExit(ended.exitCode)}${
      cause ? `: ${cause.sentence}` : ', and its log does not say why'
    }.`,
    explanation: `${upperFirst(podsAffected(workload, context.graph))}. ${
      isSidecar(container)
        ? 'The main containers start only once it has started, and the pod is ready only while it runs'
        : 'The main containers start only once every init container has ended well'
    }; ${container.name} has been tried ${(container.status.restartCount ?? 0) + 1} times.`,
    evidence: [
      ...(cause?.evidence ?? tailEvidence(log)),
      fromObject(
        pod,
        `${what} ${container.name}: ${describeExit(ended.exitCode)}, reason ${ended.reason ?? 'unknown'}, restarts ${
          container.status.restartCount ?? 0
        }`,
        ended.finishedAt,
      ),
    ],
    since: pod.status?.startTime,
    fixes: [
      ...(cause?.advice ?? []),
      {
        type: 'read-log',
        pod: refOf(pod),
        container: container.name,
        previous: Boolean(container.status.state?.running),
        why: cause
          ? `Read the log of the init container around line ${cause.clue.line}`
          : 'Read the log of the init container',
      },
    ],
    blames: dependenciesBlamed(subject, cause, context.graph),
  };
}

async function endless(subject: Subject, context: AnalysisContext): Promise<FindingDraft> {
  const { pod, container, workload, resource } = subject;
  const log = await context.logs.ofPresentRun(pod, container);
  const cause = logCause(log);
  const seconds = secondsSince(container.status.state.running.startedAt, context.now) ?? 0;
  return {
    category: 'init-container',
    severity: 'MEDIUM',
    confidence: cause ? 0.85 : 0.55,
    resource,
    container: container.name,
    title: `${resource.name} does not start: init container ${container.name} has been running for ${roundSeconds(
      seconds,
    )}`,
    rootCause: `Init container ${container.name} has not ended for ${roundSeconds(seconds)}${
      cause ? `: ${cause.sentence}` : '; it seems to wait for something'
    }.`,
    explanation: `${upperFirst(
      podsAffected(workload, context.graph),
    )}. The main containers start only once it has ended.`,
    evidence: [
      ...(cause?.evidence ?? tailEvidence(log)),
      fromObject(pod, `init container ${container.name}: running since ${container.status.state.running.startedAt}`),
    ],
    since: container.status.state.running.startedAt,
    fixes: [
      { type: 'read-log', pod: refOf(pod), container: container.name, previous: false, why: 'See what it waits for' },
    ],
    blames: [...dependenciesBlamed(subject, cause, context.graph), ...waitedFor(subject, log, context.graph)],
  };
}

/** What a loop says that it waits for: "waiting for queue:6379 ...". */
function waitedFor({ pod }: Subject, log: ContainerLog | undefined, graph: ClusterGraph): ResourceRef[] {
  const hosts = (log?.tail ?? []).slice(-2).flatMap(line => hostsIn(line, '', false));
  return [...new Set(hosts.map(({ host }) => host))].flatMap(host => behind(host, pod.metadata.namespace, graph));
}
