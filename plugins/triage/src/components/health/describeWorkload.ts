import type { WorkloadHealth } from '@triage/plugin-triage-common';
import { describeTime } from '../common/describeTime';

/** "Deployment checkout: 1 of 3 ready, CrashLoopBackOff, 14 restarts, since 6 min ago". */
export function describeWorkload(workload: WorkloadHealth, now: Date): string {
  const { kind, name, ready, desired, restarts, status, reason, since } = workload;
  const counted = status === 'completed' || status === 'scaled-to-zero';
  const parts = [
    counted ? status.replace(/-/g, ' ') : `${ready} of ${desired} ready`,
    status === 'progressing' && 'rolling out',
    reason,
    restarts > 0 && `${restarts} restart${restarts === 1 ? '' : 's'}`,
    since && `since ${describeTime(since, now).relative}`,
  ].filter(Boolean);
  return `${kind} ${name}: ${parts.join(', ')}`;
}
