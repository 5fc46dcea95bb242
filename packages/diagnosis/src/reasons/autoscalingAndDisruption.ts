import { Common, normal, Reason, rows } from './Reason';

const HPA: Common = {
  where: 'event',
  kinds: ['HorizontalPodAutoscaler'],
  reporter: 'horizontal pod autoscaler',
  source: 'pkg/controller/podautoscaler/horizontal.go',
};
const PDB: Common = {
  where: 'event',
  kinds: ['PodDisruptionBudget'],
  reporter: 'disruption controller',
  source: 'pkg/controller/disruption/disruption.go',
};

/** Reported as an event and, in the same words, as the condition `ScalingActive`. */
const NO_METRIC: [reason: string, means: string, example: string][] = [
  [
    'FailedGetResourceMetric',
    'The CPU or memory of its pods cannot be read, or they have no request to compare it with',
    'the HPA was unable to compute the replica count: failed to get cpu utilization: missing request for cpu in container app of Pod web-7d4b9-x2x4z',
  ],
  [
    'FailedGetContainerResourceMetric',
    'The CPU or memory of one container of its pods cannot be read',
    'the HPA was unable to compute the replica count: failed to get cpu container metric value: unable to get metrics for resource cpu: no metrics returned from resource metrics API',
  ],
  [
    'FailedGetPodsMetric',
    'A metric that its pods should have cannot be read',
    'the HPA was unable to compute the replica count: unable to get metric requests_per_second: no metrics returned from custom metrics API',
  ],
  [
    'FailedGetObjectMetric',
    'A metric of another object cannot be read',
    'the HPA was unable to compute the replica count: unable to get metric queue_length: Service on shop queue/unable to fetch metrics from custom metrics API',
  ],
  [
    'FailedGetExternalMetric',
    'A metric from outside the cluster cannot be read',
    'the HPA was unable to compute the replica count: unable to get external metric shop/queue_length/nil: no external metrics provider',
  ],
  [
    'InvalidMetricSourceType',
    'It names a kind of metric that does not exist',
    'the HPA was unable to compute the replica count: unknown metric source type "Pod"',
  ],
  [
    'InvalidSelector',
    'The selector of its target does not parse',
    "couldn't convert selector into a corresponding internal selector object: found '=', expected: identifier",
  ],
  [
    'SelectorRequired',
    'Its target tells no selector, so its pods are not known',
    "the HPA target's scale is missing a selector",
  ],
  [
    'AmbiguousSelector',
    'Another autoscaler scales the same pods, so neither does',
    'pods by selector app=web are controlled by multiple HPAs: [shop/web shop/web-2]',
  ],
];

export const AUTOSCALING: Reason[] = [
  ...normal(HPA, { SuccessfulRescale: 'The number of pods was changed' }),
  ...rows(HPA, [
    ...NO_METRIC.map(([reason, means, example]) => ({
      reason,
      verdict: 'depends' as const,
      on: 'whether ScalingActive is still False: pods that have just started have no metrics yet',
      means,
      categories: ['hpa-misconfig'] as ['hpa-misconfig'],
      owner: 'autoscaling',
      example,
    })),
    {
      reason: 'FailedComputeMetricsReplicas',
      verdict: 'depends',
      on: 'whether ScalingActive is still False: pods that have just started have no metrics yet',
      means: 'None of its metrics can be read',
      categories: ['hpa-misconfig'],
      owner: 'autoscaling',
      example:
        'invalid metrics (1 invalid out of 1), first error is: failed to get cpu resource metric value: failed to get cpu utilization: missing request for cpu in container app of Pod web-7d4b9-x2x4z',
    },
    {
      reason: 'FailedGetScale',
      verdict: 'failure',
      means: 'Its target does not exist, or cannot be scaled',
      categories: ['hpa-misconfig'],
      owner: 'autoscaling',
      example: 'deployments.apps "web" not found',
    },
    {
      reason: 'FailedRescale',
      verdict: 'failure',
      means: 'The API server refuses the new number of pods',
      categories: ['hpa-misconfig'],
      owner: 'autoscaling',
      example:
        'New size: 5; reason: cpu resource utilization (percentage of request) above target; error: admission webhook "guard.example.com" denied the request: replicas are frozen',
    },
    {
      reason: 'FailedConvertHPA',
      verdict: 'failure',
      means: 'It cannot be converted into the version that the controller works with',
      categories: ['hpa-misconfig'],
      owner: 'reported',
      example: 'failed to convert the given HPA to autoscaling/v2: annotation does not parse',
    },
    {
      reason: 'FailedUpdateStatus',
      verdict: 'failure',
      means: 'Its own status cannot be written',
      categories: ['hpa-misconfig'],
      owner: 'reported',
      example: 'etcdserver: request timed out',
    },
  ]),
  ...rows({ ...HPA, where: 'condition' }, [
    ...NO_METRIC.map(([reason, means, example]) => ({
      reason,
      verdict: 'depends' as const,
      on: 'whether pods are ready: those that have just started have no metrics yet',
      means,
      categories: ['hpa-misconfig'] as ['hpa-misconfig'],
      owner: 'autoscaling',
      condition: { type: 'ScalingActive', status: 'False' as const },
      example,
    })),
    {
      reason: 'FailedGetScale',
      verdict: 'failure',
      means: 'Its target does not exist, or cannot be scaled',
      categories: ['hpa-misconfig'],
      owner: 'autoscaling',
      condition: { type: 'AbleToScale', status: 'False' },
      example: 'the HPA controller was unable to get the target\'s current scale: deployments.apps "web" not found',
    },
    {
      reason: 'FailedUpdateScale',
      verdict: 'failure',
      means: 'The API server refuses the new number of pods',
      categories: ['hpa-misconfig'],
      owner: 'autoscaling',
      condition: { type: 'AbleToScale', status: 'False' },
      example:
        'the HPA controller was unable to update the target scale: admission webhook "guard.example.com" denied the request: replicas are frozen',
    },
  ]),
  ...normal({ ...HPA, where: 'condition' }, { ScalingDisabled: 'Its target is scaled to 0, so it does nothing' }).map(
    row => ({ ...row, condition: { type: 'ScalingActive', status: 'False' as const } }),
  ),
  ...normal(
    { ...HPA, where: 'condition' },
    {
      SucceededGetScale: 'Its target was read',
      SucceededRescale: 'The number of pods was changed',
      ReadyForNewScale: 'The number of pods is as recommended',
      ScaleDownStabilized: 'It waits before it removes pods',
      ScaleUpStabilized: 'It waits before it adds pods',
      BackoffBoth: 'It has just scaled and waits',
    },
  ).map(row => ({ ...row, condition: { type: 'AbleToScale', status: 'True' as const } })),
  ...normal(
    { ...HPA, where: 'condition' },
    {
      TooManyReplicas: 'It would have more pods than maxReplicas allows',
      TooFewReplicas: 'It would have fewer pods than minReplicas allows',
      ScaleUpLimit: 'It adds pods as fast as it may',
      ScaleDownLimit: 'It removes pods as fast as it may',
    },
  ).map(row => ({ ...row, condition: { type: 'ScalingLimited', status: 'True' as const } })),
];

export const DISRUPTION: Reason[] = [
  ...rows(PDB, [
    {
      reason: 'NoPods',
      verdict: 'depends',
      on: 'whether pods are expected: the budget selects none',
      means: 'The budget selects no pods',
      categories: ['pdb-blocking'],
      owner: 'budget-selections',
    },
    {
      reason: 'CalculateExpectedPodCountFailed',
      verdict: 'failure',
      means: 'The number of pods that the budget counts with is not known, so it allows no eviction',
      categories: ['pdb-blocking'],
      owner: 'reported',
      example: 'Failed to calculate the number of expected pods: found no controllers for pod "web-x2x4z"',
    },
    {
      reason: 'UnmanagedPods',
      verdict: 'depends',
      on: 'whether the budget counts in percent or by maxUnavailable: pods without a controller cannot be counted then',
      means: 'The budget selects pods that no controller made',
      categories: ['pdb-blocking'],
      owner: 'reported',
      example:
        'Pods selected by this PodDisruptionBudget (selector: app=web) were found to be unmanaged. As a result, the status of the PDB cannot be calculated correctly, which may result in undefined behavior.',
    },
    {
      reason: 'NotDeleted',
      verdict: 'depends',
      on: 'whether the pod is still there and not ready',
      means: 'A pod was to be evicted and is still there',
      categories: ['deprecated-or-terminating'],
      owner: 'reported',
      kinds: ['Pod'],
      example: "Pod was expected by PDB shop/web to be deleted but it wasn't",
    },
  ]),
  ...rows({ ...PDB, where: 'condition', source: 'staging/src/k8s.io/api/policy/v1/types.go' }, [
    {
      reason: 'InsufficientPods',
      verdict: 'depends',
      on: 'whether somebody drains a node: the budget allows no eviction now',
      means: 'The budget allows no eviction, since no more pods are healthy than it demands',
      categories: ['pdb-blocking'],
      owner: 'disruption-budgets',
      condition: { type: 'DisruptionAllowed', status: 'False' },
    },
    {
      reason: 'SyncFailed',
      verdict: 'failure',
      means: 'The controller cannot work out the budget, so it allows no eviction',
      categories: ['pdb-blocking'],
      owner: 'reported',
      condition: { type: 'DisruptionAllowed', status: 'False' },
      example: 'found no controllers for pod "web-x2x4z"',
    },
  ]),
  ...normal(
    { ...PDB, where: 'condition', source: 'staging/src/k8s.io/api/policy/v1/types.go' },
    { SufficientPods: 'The budget allows evictions' },
  ).map(row => ({ ...row, condition: { type: 'DisruptionAllowed', status: 'True' as const } })),
];
