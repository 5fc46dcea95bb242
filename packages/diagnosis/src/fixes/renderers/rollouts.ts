import { change, kubectl, nameFor } from '../kubectl';
import { afterRollout, isRolledOut } from '../template';
import { isCount, isRef } from '../validation';
import { Renderers } from './Renderers';

/** Rollouts and the number of replicas. */
export const rolloutRenderers: Renderers<'roll-back' | 'restart' | 'resume-rollout' | 'scale'> = {
  'roll-back': ({ workload, revision, present, why }) => {
    if (!isRolledOut(workload)) return undefined;
    if ((revision !== undefined && !isCount(revision)) || (present !== undefined && !isCount(present)))
      return undefined;
    const undo = (to?: number) =>
      kubectl(workload, `rollout undo ${nameFor(workload)}${to === undefined ? '' : ` --to-revision=${to}`}`);
    return {
      command: undo(revision),
      description: `Roll back ${nameFor(workload)}${revision === undefined ? '' : ` to revision ${revision}`}: ${why}`,
      riskLevel: 'MEDIUM',
      ...afterRollout(workload),
      changes: `The pod template of ${nameFor(
        workload,
      )} returns to the earlier revision. A GitOps controller may put it back: revert in Git too.`,
      undo: undo(present),
    };
  },
  restart: ({ workload, why }) => {
    if (!isRolledOut(workload)) return undefined;
    return {
      command: kubectl(workload, `rollout restart ${nameFor(workload)}`),
      description: `Restart ${nameFor(workload)}: ${why}`,
      riskLevel: 'LOW',
      ...afterRollout(workload),
      changes: 'All its pods are replaced, following its update strategy.',
      undo: 'Not needed: the template stays as it is.',
    };
  },
  'resume-rollout': ({ workload }) => {
    if (!isRef(workload) || workload.kind !== 'Deployment') return undefined;
    return {
      ...change(workload, 'merge', { spec: { paused: false } }),
      command: kubectl(workload, `rollout resume ${nameFor(workload)}`),
      description: `Resume the rollout of ${nameFor(workload)}, which is paused`,
      riskLevel: 'MEDIUM',
      ...afterRollout(workload),
      changes: `What was changed in ${nameFor(
        workload,
      )} since the pause is rolled out now. Ask first who paused it, and why.`,
      undo: kubectl(workload, `rollout pause ${nameFor(workload)}`),
    };
  },
  scale: ({ workload, from, to }) => {
    if (!isRef(workload) || !isCount(from) || !isCount(to)) return undefined;
    if (!['Deployment', 'StatefulSet', 'ReplicaSet'].includes(workload.kind)) return undefined;
    const command = (replicas: number) => kubectl(workload, `scale ${nameFor(workload)} --replicas=${replicas}`);
    return {
      ...change(workload, 'merge', { spec: { replicas: to } }),
      command: command(to),
      description: `Scale ${nameFor(workload)} from ${from} to ${to}`,
      riskLevel: 'LOW',
      changes: `spec.replicas of ${nameFor(workload)}.`,
      undo: command(from),
      verify: kubectl(workload, `get ${nameFor(workload)}`),
      expect: `READY ${to}/${to}`,
    };
  },
};
