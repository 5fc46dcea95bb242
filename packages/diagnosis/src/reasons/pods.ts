import { Common, normal, Reason, rows } from './Reason';

const CONDITION: Common = {
  where: 'condition',
  kinds: ['Pod'],
  reporter: 'kubelet',
  source: 'pkg/kubelet/status/generate.go',
};
const DISRUPTION = { type: 'DisruptionTarget', status: 'True' } as const;

/** Conditions of pods beside those of the scheduler. */
export const POD_CONDITIONS: Reason[] = [
  ...rows(CONDITION, [
    {
      reason: 'ContainersNotReady',
      verdict: 'depends',
      on: 'how long, and why: the containers tell',
      means: 'At least one container is not ready',
      categories: ['readiness-probe'],
      owner: 'probes',
      condition: { type: 'Ready', status: 'False' },
    },
    {
      reason: 'ContainersNotInitialized',
      verdict: 'depends',
      on: 'whether the init containers fail, or only take their time',
      means: 'An init container has not ended well yet',
      categories: ['init-container'],
      owner: 'init-containers',
      condition: { type: 'Initialized', status: 'False' },
    },
    {
      reason: 'ReadinessGatesNotReady',
      verdict: 'failure',
      means: 'All containers are ready, but the controller that sets a readiness gate of the pod has not done so',
      categories: ['readiness-probe'],
      owner: 'reported',
      condition: { type: 'Ready', status: 'False' },
      example: 'corresponding condition of pod readiness gate "target-health.example.com/blue" does not exist.',
    },
    {
      reason: 'UnknownContainerStatuses',
      verdict: 'depends',
      on: 'how long: the kubelet has just taken the pod',
      means: 'The kubelet has not told anything about the containers yet',
      categories: ['node-problem'],
      owner: 'reported',
      condition: { type: 'Ready', status: 'False' },
      example: 'the kubelet has not reported the containers',
    },
    {
      reason: 'Deferred',
      verdict: 'depends',
      on: 'whether somebody waits for the new size: the pod runs on as it is',
      means: 'The resources of the running pod are not changed yet: its node has no room now',
      categories: ['unschedulable-resources'],
      owner: 'reported',
      condition: { type: 'PodResizePending', status: 'True' },
      since: '1.33',
      source: 'staging/src/k8s.io/api/core/v1/types.go',
      example: "Node didn't have enough resource: cpu, requested: 2000, used: 3500, capacity: 4000",
    },
    {
      reason: 'Infeasible',
      verdict: 'depends',
      on: 'whether somebody waits for the new size: the pod runs on as it is',
      means: 'The resources of the running pod cannot be changed on this node',
      categories: ['unschedulable-resources'],
      owner: 'reported',
      condition: { type: 'PodResizePending', status: 'True' },
      since: '1.33',
      source: 'staging/src/k8s.io/api/core/v1/types.go',
      example: "Node didn't have enough capacity: cpu, requested: 8000, capacity: 4000",
    },
    {
      reason: 'Error',
      verdict: 'depends',
      on: 'whether the container still runs: it keeps its old resources',
      means: 'The container runtime refused to change the resources of the running pod',
      categories: ['node-problem'],
      owner: 'reported',
      condition: { type: 'PodResizeInProgress', status: 'True' },
      since: '1.33',
      source: 'staging/src/k8s.io/api/core/v1/types.go',
      example: 'attempting to set pod memory limits below current usage',
    },
  ]),
  ...normal(CONDITION, {
    PodCompleted: 'The pod has done its work',
    PodFailed: 'The pod has ended with a failure; its containers and its owner tell why',
  }).map(row => ({ ...row, condition: { type: 'Ready', status: 'False' as const } })),
  ...normal(
    { ...CONDITION, reporter: 'whoever removes the pod', source: 'staging/src/k8s.io/api/core/v1/types.go' },
    {
      PreemptionByScheduler: 'The pod is removed to make room for one with a higher priority',
      DeletionByTaintManager: 'The pod is removed because its node has a NoExecute taint that it does not tolerate',
      DeletionByDeviceTaintManager:
        'The pod is removed because a device that it uses has a NoExecute taint (1.33 and later)',
      EvictionByEvictionAPI: 'The pod is removed because somebody evicts it, as kubectl drain does',
      DeletionByPodGC: 'The pod is removed because its node no longer exists',
      TerminationByKubelet: 'The kubelet ends the pod: eviction, critical pods, or a shutdown of the node',
    },
  ).map(row => ({ ...row, condition: DISRUPTION })),
];
