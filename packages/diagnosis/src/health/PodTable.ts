import { TableRow } from '../cluster/ClusterReader';
import { secondsOfAge } from './tableTimes';

/** A pod as `kubectl get pods` shows it. */
export interface PodRow {
  name: string;
  /** All containers are ready. */
  ready: boolean;
  /** `Running`, `CrashLoopBackOff`, `Init:0/1`, … */
  status: string;
  restarts: number;
  /** Seconds. */
  age: number;
  /** The warning that says why it will not start without help: `FailedScheduling`. */
  stuck?: string;
}

/** A pod that starts may take this long (seconds) before it counts as failing. */
const WARM_UP = 120;

/** States on the way to a running pod, or between two runs. */
const STARTING =
  /^(?:Pending|ContainerCreating|PodInitializing|Init:\d+\/\d+|Running|NotReady|SchedulingGated|Unknown)$/;
/** Left behind by what is over; a controller has replaced it or will. */
const OVER =
  /^(?:Completed|Succeeded|Terminating|Evicted|NodeShutdown|Shutdown|Preempting|Preempted|ContainerStatusUnknown)$/;

/** Warnings about a pod that waiting does not mend. */
const STUCK = new Set([
  'FailedScheduling',
  'FailedMount',
  'FailedAttachVolume',
  'FailedMapVolume',
  'FailedCreatePodSandBox',
]);

/** By pod: the warning that keeps it from starting, of the rows of an events table. */
export function stuckPods(warnings: TableRow[]): Map<string, string> {
  return new Map(
    warnings
      .filter(({ cells }) => cells.object?.startsWith('pod/') && STUCK.has(cells.reason))
      .map(({ cells }) => [cells.object.slice('pod/'.length), cells.reason]),
  );
}

export function readPodRow({ cells }: TableRow, stuck: Map<string, string>): PodRow {
  const [ready, total] = (cells.ready ?? '').split('/').map(Number);
  return {
    name: cells.name ?? '',
    ready: total > 0 && ready >= total && cells.status === 'Running',
    status: cells.status ?? 'Unknown',
    // "7 (2m ago)"
    restarts: Number.parseInt(cells.restarts ?? '0', 10) || 0,
    age: secondsOfAge(cells.age) ?? Number.MAX_SAFE_INTEGER,
    stuck: stuck.get(cells.name ?? ''),
  };
}

export function isOver(pod: PodRow): boolean {
  return OVER.test(pod.status);
}

/** A pod that is not ready yet and need not be: it is young, and nothing has failed. */
export function isWarmingUp(pod: PodRow): boolean {
  return !pod.ready && STARTING.test(pod.status) && pod.age < WARM_UP && pod.restarts === 0 && !isStuck(pod);
}

/** A pod that runs has overcome what once kept it from starting. */
function isStuck(pod: PodRow): boolean {
  return pod.stuck !== undefined && pod.status !== 'Running' && STARTING.test(pod.status);
}

/** What is wrong with a pod; `undefined` when nothing is, or it is only starting. */
export function podTrouble(pod: PodRow): string | undefined {
  if (pod.ready || isOver(pod) || isWarmingUp(pod)) {
    return undefined;
  }
  if (isStuck(pod)) {
    return pod.stuck;
  }
  return pod.status === 'Running' ? 'NotReady' : pod.status;
}
