import { Common, normal, Reason, rows } from './Reason';

const EVENT: Common = {
  where: 'event',
  kinds: ['Pod'],
  reporter: 'scheduler',
  source: 'pkg/scheduler/schedule_one.go',
};
const CONDITION: Common = { ...EVENT, where: 'condition', source: 'staging/src/k8s.io/api/core/v1/types.go' };
const unscheduled = { type: 'PodScheduled', status: 'False' } as const;

export const SCHEDULER: Reason[] = [
  ...normal(EVENT, {
    Scheduled: 'The pod has a node',
    TriggeredScaleUp: 'The cluster autoscaler adds a node for the pod',
  }),
  ...rows(EVENT, [
    {
      reason: 'FailedScheduling',
      verdict: 'depends',
      on: 'whether the pod is still Pending: the scheduler tries again whenever the cluster changes',
      means: 'No node can take the pod',
      categories: ['unschedulable-resources', 'unschedulable-constraints', 'pvc-pending'],
      owner: 'scheduling',
      example:
        '0/3 nodes are available: 3 Insufficient cpu. preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod.',
    },
    {
      reason: 'Preempted',
      verdict: 'depends',
      on: 'whether its workload has its pods again',
      means: 'The pod was removed to make room for one with a higher priority',
      categories: ['unschedulable-resources'],
      owner: 'reported',
      source: 'pkg/scheduler/framework/preemption/preemption.go',
      example: 'Preempted by pod 0e1c on node node-1',
    },
    {
      reason: 'NotTriggerScaleUp',
      verdict: 'depends',
      on: 'whether the pod is still Pending',
      means: 'The cluster autoscaler has no kind of node that would help the pod',
      categories: ['unschedulable-resources', 'unschedulable-constraints'],
      owner: 'scheduling',
      source: 'kubernetes/autoscaler: cluster-autoscaler/processors/status/eventing_scale_up_processor.go',
      example: "pod didn't trigger scale-up: 1 max node group size reached",
    },
  ]),
  ...rows(CONDITION, [
    {
      reason: 'Unschedulable',
      verdict: 'failure',
      means: 'No node can take the pod',
      categories: ['unschedulable-resources', 'unschedulable-constraints', 'pvc-pending'],
      owner: 'scheduling',
      condition: unscheduled,
      example: '0/3 nodes are available: 3 Insufficient memory.',
    },
    {
      reason: 'SchedulerError',
      verdict: 'failure',
      means: 'The scheduler met an error, or could not tell the API server where the pod belongs',
      categories: ['unschedulable-constraints', 'pvc-pending'],
      owner: 'scheduling',
      condition: unscheduled,
      example: 'running PreBind plugin "VolumeBinding": binding volumes: context deadline exceeded',
    },
    {
      reason: 'SchedulingGated',
      verdict: 'depends',
      on: 'whether the one that set the gate is still to come: nothing schedules the pod until then',
      means: 'The pod has scheduling gates, so the scheduler does not look at it',
      categories: ['unschedulable-constraints'],
      owner: 'reported',
      condition: unscheduled,
      example: 'Scheduling is blocked due to non-empty scheduling gates',
    },
  ]),
];
