import { Common, normal, Reason, Row, rows } from './Reason';

const DEPLOYMENT: Common = {
  where: 'event',
  kinds: ['Deployment'],
  reporter: 'deployment controller',
  source: 'pkg/controller/deployment/util/deployment_util.go',
};
const REPLICA_SET: Common = {
  where: 'event',
  kinds: ['ReplicaSet', 'ReplicationController'],
  reporter: 'replicaset controller',
  source: 'pkg/controller/controller_utils.go',
};
const STATEFUL_SET: Common = {
  where: 'event',
  kinds: ['StatefulSet'],
  reporter: 'statefulset controller',
  source: 'pkg/controller/statefulset/stateful_pod_control.go',
};
const DAEMON_SET: Common = {
  where: 'event',
  kinds: ['DaemonSet'],
  reporter: 'daemonset controller',
  source: 'pkg/controller/daemon/daemon_controller.go',
};

/** Every controller of pods words the refusal alike; the words of the API server follow, see the refusals of requests. */
const FAILED_CREATE: Row = {
  reason: 'FailedCreate',
  verdict: 'depends',
  on: 'whether pods are still missing: it is tried again',
  means: 'The API server refuses to create a pod or what belongs to it',
  categories: ['admission-rejected', 'quota', 'limit-range'],
  owner: 'pod-creation',
  example:
    'Error creating: pods "web-x2x4z" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true (pod or container "app" must set securityContext.runAsNonRoot=true)',
};
const FAILED_DELETE: Row = {
  reason: 'FailedDelete',
  verdict: 'depends',
  on: 'whether the pod stays: it is tried again',
  means: 'The API server refuses to delete a pod',
  categories: ['admission-rejected', 'deprecated-or-terminating'],
  owner: 'reported',
  example: 'Error deleting: admission webhook "guard.example.com" denied the request: not in business hours',
};

export const DEPLOYMENTS: Reason[] = [
  ...normal(DEPLOYMENT, {
    ScalingReplicaSet: 'A ReplicaSet gets another number of pods',
    DeploymentRollback: 'The Deployment was rolled back',
    DeploymentRollbackTemplateUnchanged: 'The revision to roll back to is the present one',
    DeploymentRollbackRevisionNotFound: 'The revision to roll back to is no longer kept',
  }),
  ...rows(DEPLOYMENT, [
    {
      reason: 'ReplicaSetCreateError',
      verdict: 'failure',
      means: 'The ReplicaSet of the new revision cannot be created',
      categories: ['rollout-stuck', 'quota', 'admission-rejected'],
      owner: 'reported',
      source: 'pkg/controller/deployment/sync.go',
      example:
        'Failed to create new replica set "web-7d4b9": replicasets.apps "web-7d4b9" is forbidden: exceeded quota: objects, requested: count/replicasets.apps=1, used: count/replicasets.apps=10, limited: count/replicasets.apps=10',
    },
    {
      reason: 'SelectingAll',
      verdict: 'failure',
      means: 'Its selector is empty and would select every pod, so the controller leaves it alone',
      categories: ['config-invalid'],
      owner: 'reported',
      kinds: ['Deployment', 'DaemonSet'],
      source: 'pkg/controller/deployment/deployment_controller.go',
      example: 'This deployment is selecting all pods. A non-empty selector is required.',
    },
  ]),
  ...normal(
    { ...DEPLOYMENT, where: 'condition' },
    {
      NewReplicaSetCreated: 'The rollout has begun',
      FoundNewReplicaSet: 'The rollout goes back to a ReplicaSet that still exists',
      ReplicaSetUpdated: 'The rollout gets on',
      NewReplicaSetAvailable: 'The rollout has ended well',
      DeploymentResumed: 'The rollout goes on after a pause',
    },
  ).map(row => ({ ...row, condition: { type: 'Progressing', status: 'True' as const } })),
  ...rows({ ...DEPLOYMENT, where: 'condition' }, [
    {
      reason: 'DeploymentPaused',
      verdict: 'depends',
      on: 'whether somebody waits for a change: a paused Deployment rolls nothing out',
      means: 'The Deployment is paused, so changes of its template have no effect',
      categories: ['rollout-stuck'],
      owner: 'reported',
      condition: { type: 'Progressing', status: 'Unknown' },
      example: 'Deployment is paused',
    },
    {
      reason: 'ProgressDeadlineExceeded',
      verdict: 'failure',
      means: 'The rollout made no progress for longer than progressDeadlineSeconds',
      categories: ['rollout-stuck'],
      owner: 'rollouts',
      condition: { type: 'Progressing', status: 'False' },
      example: 'ReplicaSet "web-7d4b9" has timed out progressing.',
    },
    {
      reason: 'ReplicaSetCreateError',
      verdict: 'failure',
      means: 'The ReplicaSet of the new revision cannot be created',
      categories: ['rollout-stuck', 'quota', 'admission-rejected'],
      owner: 'reported',
      condition: { type: 'Progressing', status: 'False' },
      example:
        'Failed to create new replica set "web-7d4b9": replicasets.apps "web-7d4b9" is forbidden: exceeded quota: objects, requested: count/replicasets.apps=1, used: count/replicasets.apps=10, limited: count/replicasets.apps=10',
    },
    {
      reason: 'MinimumReplicasUnavailable',
      verdict: 'depends',
      on: 'how long, and why: the pods tell',
      means: 'Fewer pods are available than the rollout strategy demands',
      categories: ['rollout-stuck', 'readiness-probe'],
      owner: 'rollouts',
      condition: { type: 'Available', status: 'False' },
      example: 'Deployment does not have minimum availability.',
    },
    {
      reason: 'FailedCreate',
      verdict: 'failure',
      means: 'The API server refuses to create a pod',
      categories: ['admission-rejected', 'quota', 'limit-range'],
      owner: 'pod-creation',
      kinds: ['ReplicaSet'],
      reporter: 'replicaset controller',
      source: 'pkg/controller/replicaset/replica_set_utils.go',
      condition: { type: 'ReplicaFailure', status: 'True' },
      example:
        'pods "web-7d4b9-x2x4z" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "app" must set securityContext.allowPrivilegeEscalation=false)',
    },
    {
      reason: 'FailedDelete',
      verdict: 'depends',
      on: 'whether the pod stays: it is tried again',
      means: 'The API server refuses to delete a pod',
      categories: ['admission-rejected', 'deprecated-or-terminating'],
      owner: 'reported',
      kinds: ['ReplicaSet'],
      reporter: 'replicaset controller',
      source: 'pkg/controller/replicaset/replica_set_utils.go',
      condition: { type: 'ReplicaFailure', status: 'True' },
      example: 'admission webhook "guard.example.com" denied the request: not in business hours',
    },
  ]),
  ...normal(
    { ...DEPLOYMENT, where: 'condition' },
    { MinimumReplicasAvailable: 'As many pods are available as the rollout strategy demands' },
  ).map(row => ({ ...row, condition: { type: 'Available', status: 'True' as const } })),
];

export const REPLICA_SETS: Reason[] = [
  ...normal(REPLICA_SET, {
    SuccessfulCreate: 'A pod was created',
    SuccessfulDelete: 'A pod was deleted',
  }),
  ...rows(REPLICA_SET, [FAILED_CREATE, FAILED_DELETE]),
];

export const STATEFUL_SETS: Reason[] = [
  ...normal(STATEFUL_SET, {
    SuccessfulCreate: 'A pod or claim was created',
    SuccessfulDelete: 'A pod or claim was deleted',
    SuccessfulUpdate: 'A pod or claim was updated',
    RecreatingTerminatedPod: 'A pod that had ended is made anew',
  }),
  ...rows(STATEFUL_SET, [
    FAILED_CREATE,
    FAILED_DELETE,
    {
      reason: 'FailedUpdate',
      verdict: 'failure',
      means: 'The API server refuses to change a pod or claim',
      categories: ['statefulset-stuck', 'admission-rejected'],
      owner: 'reported',
      example:
        'update Pod db-0 in StatefulSet db failed error: admission webhook "guard.example.com" denied the request: labels are frozen',
    },
    {
      reason: 'RecreatingFailedPod',
      verdict: 'depends',
      on: 'whether the new pod is well: what ended the old one may end this one, too',
      means: 'A pod had failed and is made anew under its name',
      categories: ['statefulset-stuck'],
      owner: 'reported',
      source: 'pkg/controller/statefulset/stateful_set_control.go',
      example: 'StatefulSet shop/db is recreating failed Pod db-0',
    },
  ]),
];

export const DAEMON_SETS: Reason[] = [
  ...normal(DAEMON_SET, {
    SuccessfulCreate: 'A pod was created',
    SuccessfulDelete: 'A pod was deleted',
  }),
  ...rows(DAEMON_SET, [
    FAILED_CREATE,
    FAILED_DELETE,
    {
      reason: 'FailedPlacement',
      verdict: 'failure',
      means: 'A pod of the DaemonSet does not fit on its node',
      categories: ['daemonset-unscheduled', 'unschedulable-resources'],
      owner: 'reported',
      example:
        'failed to place pod on "node-1": Node didn\'t have enough resource: memory, requested: 4294967296, used: 0, capacity: 2147483648',
    },
    {
      reason: 'FailedDaemonPod',
      verdict: 'depends',
      on: 'whether the new pod is well: what ended the old one may end this one, too',
      means: 'A pod of the DaemonSet had failed and is made anew',
      categories: ['daemonset-unscheduled'],
      owner: 'reported',
      example: 'Found failed daemon pod shop/agent-x2x4z on node node-1, will try to kill it',
    },
    {
      reason: 'SucceededDaemonPod',
      verdict: 'failure',
      means: 'A pod of the DaemonSet ended, where it has to stay, and is made anew',
      categories: ['bad-command', 'daemonset-unscheduled'],
      owner: 'reported',
      example: 'Found succeeded daemon pod shop/agent-x2x4z on node node-1, will try to delete it',
    },
  ]),
];
