import { TableRow } from '../cluster/ClusterReader';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { WorkloadHealth } from './HealthModel';
import { isOver, isWarmingUp, PodRow, podTrouble } from './PodTable';
import { secondsOfAge } from './tableTimes';

export const WORKLOAD_KINDS = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job'] as const;
export type WorkloadKind = (typeof WORKLOAD_KINDS)[number];

/** What the rows of a namespace's tables tell of one workload. */
export interface WorkloadRow {
  kind: WorkloadKind | 'Pod';
  namespace: string;
  name: string;
  desired: number;
  ready: number;
  /** Seconds. */
  age: number;
  pods: PodRow[];
}

/** A controller may take this long (seconds) to make its first pods. */
const FIRST_PODS = 120;

/** Reads one row of the table of a kind. */
export function readWorkloadRow(kind: WorkloadKind, namespace: string, { cells }: TableRow): WorkloadRow {
  const pair = kind === 'Job' ? cells.completions : cells.ready;
  // "2/3"; a Job without a number of completions has "0/1 of 4"
  const [first, second] = (pair ?? '').split('/').map(part => Number.parseInt(part, 10) || 0);
  return {
    kind,
    namespace,
    name: cells.name ?? '',
    desired: kind === 'DaemonSet' ? Number(cells.desired) || 0 : second ?? 0,
    ready: first ?? 0,
    age: secondsOfAge(cells.age) ?? Number.MAX_SAFE_INTEGER,
    pods: [],
  };
}

/**
 * Gives each pod to the workload that it is named after (the longest name that fits, since tables don't tell owners),
 * and makes the others workloads of their own.
 */
export function assignPods(workloads: WorkloadRow[], pods: PodRow[], namespace: string): WorkloadRow[] {
  const byName = new Map<string, WorkloadRow[]>();
  for (const workload of workloads) {
    byName.set(workload.name, [...(byName.get(workload.name) ?? []), workload]);
  }
  const bare: WorkloadRow[] = [];
  for (const pod of pods) {
    const owner = ownerOf(pod.name, byName);
    if (owner) {
      owner.pods.push(pod);
    } else {
      bare.push({
        kind: 'Pod',
        namespace,
        name: pod.name,
        desired: 1,
        ready: Number(pod.ready),
        age: pod.age,
        pods: [pod],
      });
    }
  }
  return [...workloads, ...bare];
}

/** By the form of the rest: `-<hash>-<5>` of a Deployment, `-<5>` of a DaemonSet or Job, `-<n>` of a StatefulSet. */
const REST: Record<WorkloadKind, RegExp> = {
  Deployment: /^[a-z0-9]{1,10}-[a-z0-9]{5}$/,
  StatefulSet: /^\d+$/,
  DaemonSet: /^[a-z0-9]{5}$/,
  Job: /^(?:\d+-)?[a-z0-9]{5}$/,
};

function ownerOf(pod: string, byName: Map<string, WorkloadRow[]>): WorkloadRow | undefined {
  for (let dash = pod.lastIndexOf('-'); dash > 0; dash = pod.lastIndexOf('-', dash - 1)) {
    const rest = pod.slice(dash + 1);
    const owner = byName.get(pod.slice(0, dash))?.find(({ kind }) => kind !== 'Pod' && REST[kind].test(rest));
    if (owner) {
      return owner;
    }
  }
  return undefined;
}

/** Whether its object must be read to know how it stands: it is neither complete nor switched off. */
export function needsObject({ kind, desired, ready, pods }: WorkloadRow): boolean {
  return (
    kind !== 'Pod' &&
    desired > 0 &&
    (ready < desired || (kind !== 'Job' && pods.some(pod => !pod.ready && !isOver(pod))))
  );
}

/** How a workload stands. `object` is there for those of {@link needsObject} that could be read. */
export function judge(row: WorkloadRow, object?: KubernetesObject): WorkloadHealth {
  const { kind, namespace, name, desired, ready, pods } = row;
  const restarts = pods.filter(pod => !isOver(pod)).reduce((sum, pod) => sum + pod.restarts, 0);
  const health = { kind, namespace, name, desired, ready, restarts };
  if (kind === 'Pod') {
    return judgePod(health, pods[0]);
  }
  if (kind === 'Job') {
    return judgeJob(health, pods, object);
  }
  if (desired === 0) {
    return { ...health, status: 'scaled-to-zero' };
  }
  const complete = ready >= desired;
  const trouble = worstTrouble(complete ? pods.filter(pod => pod.status !== 'Error') : pods);
  if (trouble) {
    return { ...health, status: 'failing', reason: trouble, since: unavailableSince(object) };
  }
  const stalled = conditions(object).find(({ type, status }) => type === 'Progressing' && status === 'False');
  if (stalled) {
    return { ...health, status: 'failing', reason: stalled.reason, since: stalled.lastTransitionTime };
  }
  if (complete) {
    return { ...health, status: 'healthy' };
  }
  if (isRollingOut(row, object)) {
    return { ...health, status: 'progressing' };
  }
  return { ...health, status: 'failing', reason: failureReason(object, pods), since: unavailableSince(object) };
}

function judgePod(health: Omit<WorkloadHealth, 'status'>, pod: PodRow): WorkloadHealth {
  if (pod.status === 'Completed' || pod.status === 'Succeeded') {
    return { ...health, status: 'completed' };
  }
  const reason = pod.status === 'Evicted' ? 'Evicted' : podTrouble(pod);
  if (reason) {
    return { ...health, status: 'failing', reason };
  }
  return { ...health, status: pod.ready ? 'healthy' : 'progressing' };
}

function judgeJob(health: Omit<WorkloadHealth, 'status'>, pods: PodRow[], object?: KubernetesObject): WorkloadHealth {
  if (health.ready >= health.desired || conditionOf(object, 'Complete')) {
    return { ...health, status: 'completed' };
  }
  const failed = conditionOf(object, 'Failed') ?? conditionOf(object, 'FailureTarget');
  if (failed) {
    return { ...health, status: 'failing', reason: failed.reason, since: failed.lastTransitionTime };
  }
  if (conditionOf(object, 'Suspended')) {
    return { ...health, status: 'scaled-to-zero' };
  }
  // the pods of earlier tries stay as "Error" while the Job goes on
  const trouble = worstTrouble(pods.filter(pod => pod.status !== 'Error'));
  const stuck = trouble !== undefined && trouble !== 'NotReady';
  return stuck ? { ...health, status: 'failing', reason: trouble } : { ...health, status: 'progressing' };
}

function worstTrouble(pods: PodRow[]): string | undefined {
  const troubles = pods.map(podTrouble).filter(trouble => trouble !== undefined);
  return troubles.find(trouble => trouble !== 'NotReady' && trouble !== 'Pending') ?? troubles[0];
}

function isRollingOut({ age, pods }: WorkloadRow, object?: KubernetesObject): boolean {
  const living = pods.filter(pod => !isOver(pod));
  if (living.some(isWarmingUp)) {
    return true;
  }
  return age < FIRST_PODS && living.length === 0 && !conditionOf(object, 'ReplicaFailure');
}

function failureReason(object: KubernetesObject | undefined, pods: PodRow[]): string {
  const replicaFailure = conditionOf(object, 'ReplicaFailure');
  if (replicaFailure) {
    return String(replicaFailure.reason ?? 'ReplicaFailure');
  }
  return pods.some(pod => !isOver(pod)) ? 'TooFewPods' : 'NoPods';
}

function unavailableSince(object: KubernetesObject | undefined): string | undefined {
  const available = conditions(object).find(({ type }) => type === 'Available');
  return available?.status === 'False' ? available.lastTransitionTime : undefined;
}

function conditionOf(object: KubernetesObject | undefined, type: string): any {
  return conditions(object).find(condition => condition.type === type && condition.status === 'True');
}

function conditions(object: KubernetesObject | undefined): any[] {
  const list = object?.status?.conditions;
  return Array.isArray(list) ? list.filter(condition => typeof condition === 'object' && condition) : [];
}

/**
 * Of the Jobs that one CronJob made (`report-29384756`) only the newest tells how it stands: a failure that a later run
 * made good is over.
 */
export function newestOfCronJobs(jobs: WorkloadRow[]): WorkloadRow[] {
  const newest = new Map<string, WorkloadRow>();
  for (const job of jobs) {
    const [, cronJob, scheduled] = /^(.+)-(\d{8,10})$/.exec(job.name) ?? [];
    const key = cronJob ?? job.name;
    const known = newest.get(key);
    if (!cronJob || !known || Number(scheduled) > Number(/(?<!\d)\d+$/.exec(known.name)?.[0])) {
      newest.set(cronJob ? key : `${key}/`, job);
    }
  }
  return [...newest.values()];
}
