import { AUTOSCALING, DISRUPTION } from './autoscalingAndDisruption';
import { CRON_JOBS, JOBS } from './batchControllers';
import { CLUSTER } from './cluster';
import { CONTAINER_ENDS } from './containerEnds';
import { CONTAINER_WAITS } from './containerWaits';
import { KUBELET } from './kubelet';
import { KUBELET_REFUSALS } from './kubeletRefusals';
import { NETWORK } from './network';
import { NODE_PROBLEMS } from './nodeProblems';
import { NODES } from './nodes';
import { POD_CONDITIONS } from './pods';
import { Reason } from './Reason';
import { REQUEST_REFUSALS } from './requestRefusals';
import { SCHEDULER } from './scheduler';
import { STORAGE } from './storage';
import { DAEMON_SETS, DEPLOYMENTS, REPLICA_SETS, STATEFUL_SETS } from './workloadControllers';

export * from './Reason';

/** One part of the table: what belongs together for a reader. */
export interface Chapter {
  title: string;
  reasons: Reason[];
}

/** Every word by which Kubernetes 1.28 to 1.36 reports the state of what Triage reads. */
export const CHAPTERS: Chapter[] = [
  { title: 'Kubelet: pods and their volumes', reasons: KUBELET },
  { title: 'Why containers wait', reasons: CONTAINER_WAITS },
  { title: 'How containers end', reasons: CONTAINER_ENDS },
  { title: 'Pods that the kubelet refuses or ends', reasons: KUBELET_REFUSALS },
  { title: 'Scheduler', reasons: SCHEDULER },
  { title: 'Conditions of pods', reasons: POD_CONDITIONS },
  { title: 'Deployments', reasons: DEPLOYMENTS },
  { title: 'ReplicaSets', reasons: REPLICA_SETS },
  { title: 'StatefulSets', reasons: STATEFUL_SETS },
  { title: 'DaemonSets', reasons: DAEMON_SETS },
  { title: 'Jobs', reasons: JOBS },
  { title: 'CronJobs', reasons: CRON_JOBS },
  { title: 'Autoscalers', reasons: AUTOSCALING },
  { title: 'Disruption budgets', reasons: DISRUPTION },
  { title: 'Services and load balancers', reasons: NETWORK },
  { title: 'Volumes and claims', reasons: STORAGE },
  { title: 'Nodes', reasons: [...NODES, ...NODE_PROBLEMS] },
  { title: 'Namespaces, garbage collection, claims of devices', reasons: CLUSTER },
  { title: 'Requests that the API server refuses', reasons: REQUEST_REFUSALS },
];

export const REASONS: Reason[] = CHAPTERS.flatMap(({ reasons }) => reasons);

const BY_REASON = new Map<string, Reason[]>();
for (const row of REASONS) BY_REASON.set(row.reason, [...(BY_REASON.get(row.reason) ?? []), row]);

/** The rows of a word at a place on a kind; several when kinds or condition types differ. */
export function findReasons(reason: string, where: Reason['where'], kind: string): Reason[] {
  return (BY_REASON.get(reason) ?? []).filter(row => row.where === where && row.kinds.includes(kind));
}
