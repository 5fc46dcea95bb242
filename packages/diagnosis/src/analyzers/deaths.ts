import { ClusterGraph } from '../cluster/ClusterGraph';
import { eventContainer, eventCount, eventMessage, eventTime } from '../cluster/events';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { ContainerView, lastTermination, Termination, waitingReason } from '../cluster/pods';
import { EXIT_CODES } from '../reasons/exitCodes';
import { findStartError } from '../reasons/startErrors';
import { secondsSince, Subject } from './failingPods';

/** Who or what ended a container. */
export type DeathCause =
  | 'out-of-memory'
  | 'liveness-kill'
  | 'startup-kill'
  | 'failed-hook'
  | 'could-not-start'
  | 'signal'
  | 'error'
  | 'finished';

export interface Death {
  cause: DeathCause;
  termination: Termination;
  /** The event that tells, where one does. */
  event?: KubernetesObject;
}

/** Restarts further apart than this are history, not an incident. Seconds. */
const RECENT = 15 * 60;

/** Codes above 128 tell the signal that ended the process: 128 + its number. */
export const SIGNALS: Record<number, string> = Object.fromEntries(
  EXIT_CODES.flatMap(({ code, signal }) => (signal ? [[code - 128, signal]] : [])),
);

/**
 * Why a container keeps ending, or `undefined` when it does not: a single restart long ago, a planned exit and a first
 * boot that needed two tries are not failures.
 */
export function deathOf({ pod, container }: Subject, graph: ClusterGraph, now: Date): Death | undefined {
  const termination = lastTermination(container);
  if (!termination || !isDying(pod, container, termination, now)) return undefined;
  const hook = graph
    .eventsOf(pod)
    .find(
      event => event.reason === 'FailedPostStartHook' && (eventContainer(event) ?? container.name) === container.name,
    );
  // A program that handles SIGTERM ends with 0 when the kubelet kills it for its hook.
  if (hook && [137, 143, 0].includes(termination.exitCode)) return { cause: 'failed-hook', termination, event: hook };
  const kill = probeKill(pod, container.name, graph, now);
  // A process that ends by itself while a probe also fails has its own reason; only SIGKILL and SIGTERM can be the kubelet's.
  if (kill && [137, 143, 0].includes(termination.exitCode) && termination.reason !== 'OOMKilled') {
    return { cause: kill.startup ? 'startup-kill' : 'liveness-kill', termination, event: kill.event };
  }
  return { cause: causeOf(termination), termination };
}

function causeOf({ reason, exitCode, message }: Termination): DeathCause {
  if (reason === 'OOMKilled') return 'out-of-memory';
  if (reason === 'StartError' || reason === 'ContainerCannotRun') return 'could-not-start';
  if (exitCode === 128 && /runc|OCI runtime|exec/.test(message ?? '')) return 'could-not-start';
  if (exitCode === 126 || exitCode === 127) return 'could-not-start';
  if (exitCode === 0) return 'finished';
  // 137 and 143 come from outside the process; the others from a fault in it.
  if (SIGNALS[exitCode - 128]) return 'signal';
  return 'error';
}

function isDying(pod: KubernetesObject, container: ContainerView, termination: Termination, now: Date): boolean {
  const restarts = container.status.restartCount ?? 0;
  if (waitingReason(container) === 'CrashLoopBackOff') return true;
  if (container.status.state?.terminated) {
    const ended = container.status.state.terminated;
    if (container.role === 'init') return ended.exitCode !== 0;
    if (pod.spec?.restartPolicy === 'Never') return ended.exitCode !== 0;
    if (pod.spec?.restartPolicy === 'OnFailure' && ended.exitCode === 0) return false;
    return ended.exitCode !== 0 || restarts > 1;
  }
  // It runs just now: between two falls, or recovered.
  const seconds = secondsSince(termination.finishedAt, now);
  return restarts >= 2 && (seconds === undefined || seconds < RECENT) && !isStableSince(container, termination, now);
}

/** Runs now for longer than the run that failed lasted, and is ready. */
function isStableSince(container: ContainerView, termination: Termination, now: Date): boolean {
  if (!container.status.ready) return false;
  const current = secondsSince(container.status.state?.running?.startedAt, now);
  const start = Date.parse(termination.startedAt ?? '');
  const end = Date.parse(termination.finishedAt ?? '');
  if (current === undefined || Number.isNaN(start) || Number.isNaN(end)) return false;
  // Lives differ: what failed after seconds has a margin of a minute, what lived longer one of three lives or five minutes.
  const life = (end - start) / 1000;
  return current > Math.max(60, Math.min(life * 3, Math.max(300, life * 2)));
}

/** The kubelet's notice that it ended a container because a probe failed. */
export function probeKill(pod: KubernetesObject, container: string, graph: ClusterGraph, now: Date) {
  const event = graph
    .eventsOf(pod)
    .find(
      candidate =>
        candidate.reason === 'Killing' &&
        /failed (liveness|startup) probe/i.test(eventMessage(candidate)) &&
        (eventContainer(candidate) ?? container) === container &&
        (secondsSince(eventTime(candidate), now) ?? 0) < RECENT,
    );
  return event && { event, startup: /startup probe/i.test(eventMessage(event)), count: eventCount(event) };
}

/** The message of a container runtime, put plainly. `undefined` for one that is not known. */
export function describeStartMessage(message: string): string | undefined {
  return findStartError(message)?.sentence ?? (message ? message.slice(-200) : undefined);
}
