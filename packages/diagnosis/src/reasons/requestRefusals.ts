import { Common, Reason, rows } from './Reason';

const CREATE: Common = {
  where: 'status',
  kinds: ['ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job'],
  reporter: 'API server (admission)',
  source: 'staging/src/k8s.io/apiserver/pkg/admission',
};
const EVICTION: Common = {
  where: 'status',
  kinds: ['Pod'],
  reporter: 'API server (eviction)',
  source: 'pkg/registry/core/pod/storage/eviction.go',
};

/**
 * The words in which the API server refuses a request. Controllers repeat them in their `FailedCreate` events, and people
 * see them in the output of kubectl.
 */
export const REQUEST_REFUSALS: Reason[] = [
  ...rows(CREATE, [
    {
      reason: 'Pod Security',
      verdict: 'failure',
      means: 'The namespace enforces a level of Pod Security that the pod violates',
      categories: ['admission-rejected'],
      owner: 'pod-creation',
      source: 'staging/src/k8s.io/pod-security-admission/admission/admission.go',
      example:
        'pods "web-x2x4z" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true (pod or container "app" must set securityContext.runAsNonRoot=true)',
    },
    {
      reason: 'Quota used up',
      verdict: 'failure',
      means: 'A ResourceQuota of the namespace has no room for the pod',
      categories: ['quota'],
      owner: 'pod-creation',
      source: 'staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota/controller.go',
      example:
        'pods "web-x2x4z" is forbidden: exceeded quota: compute, requested: limits.cpu=2, used: limits.cpu=3, limited: limits.cpu=4',
    },
    {
      reason: 'Quota demands requests',
      verdict: 'failure',
      means: 'A ResourceQuota of the namespace demands that containers set requests or limits',
      categories: ['quota'],
      owner: 'pod-creation',
      source: 'staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota/controller.go',
      example:
        'pods "web-x2x4z" is forbidden: failed quota: compute: must specify limits.cpu for: app; limits.memory for: app',
    },
    {
      reason: 'Quota of a priority class',
      verdict: 'failure',
      means: 'The priority class may only be used in namespaces that have a quota for it',
      categories: ['quota'],
      owner: 'pod-creation',
      source: 'staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota/controller.go',
      example:
        'pods "web-x2x4z" is forbidden: insufficient quota to match these scopes: [{PriorityClass In [system-cluster-critical]}]',
    },
    {
      reason: 'Quota not known yet',
      verdict: 'depends',
      on: 'whether it goes on: the API server gives up when the quota controller has not counted yet',
      means: 'The use of a ResourceQuota has not been counted yet',
      categories: ['quota'],
      owner: 'pod-creation',
      source: 'staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota/controller.go',
      example: 'pods "web-x2x4z" is forbidden: status unknown for quota: compute, resources: limits.cpu',
    },
    {
      reason: 'LimitRange: too much',
      verdict: 'failure',
      means: 'A container asks for more than a LimitRange allows',
      categories: ['limit-range'],
      owner: 'pod-creation',
      source: 'plugin/pkg/admission/limitranger/admission.go',
      example: 'pods "web-x2x4z" is forbidden: maximum memory usage per Container is 512Mi, but limit is 1Gi',
    },
    {
      reason: 'LimitRange: too little',
      verdict: 'failure',
      means: 'A container asks for less than a LimitRange demands',
      categories: ['limit-range'],
      owner: 'pod-creation',
      source: 'plugin/pkg/admission/limitranger/admission.go',
      example: 'pods "web-x2x4z" is forbidden: minimum cpu usage per Container is 100m, but request is 10m',
    },
    {
      reason: 'LimitRange: ratio',
      verdict: 'failure',
      means: 'Limit and request of a container lie further apart than a LimitRange allows',
      categories: ['limit-range'],
      owner: 'pod-creation',
      source: 'plugin/pkg/admission/limitranger/admission.go',
      example:
        'pods "web-x2x4z" is forbidden: cpu max limit to request ratio per Container is 2, but provided ratio is 4.000000',
    },
    {
      reason: 'Priority class missing',
      verdict: 'failure',
      means: 'The pod names a PriorityClass that does not exist',
      categories: ['admission-rejected'],
      owner: 'pod-creation',
      source: 'plugin/pkg/admission/priority/admission.go',
      example: 'pods "web-x2x4z" is forbidden: no PriorityClass with name urgent was found',
    },
    {
      reason: 'Runtime class missing',
      verdict: 'failure',
      means: 'The pod names a RuntimeClass that does not exist',
      categories: ['admission-rejected'],
      owner: 'pod-creation',
      source: 'plugin/pkg/admission/runtimeclass/admission.go',
      example: 'pods "web-x2x4z" is forbidden: pod rejected: RuntimeClass "gvisor" not found',
    },
    {
      reason: 'Service account missing',
      verdict: 'failure',
      means: 'The pod names a ServiceAccount that does not exist',
      categories: ['admission-rejected'],
      owner: 'pod-creation',
      source: 'plugin/pkg/admission/serviceaccount/admission.go',
      example:
        'pods "web-x2x4z" is forbidden: error looking up service account shop/web: serviceaccount "web" not found',
    },
    {
      reason: 'Webhook denies',
      verdict: 'failure',
      means: 'An admission webhook refuses the pod',
      categories: ['admission-rejected'],
      owner: 'pod-creation',
      source: 'staging/src/k8s.io/apiserver/pkg/admission/plugin/webhook/errors/statuserror.go',
      example: 'admission webhook "guard.example.com" denied the request: label team is missing',
    },
    {
      reason: 'Webhook does not answer',
      verdict: 'failure',
      means: 'An admission webhook does not answer, and its failurePolicy lets nothing pass then',
      categories: ['admission-rejected'],
      owner: 'pod-creation',
      source: 'staging/src/k8s.io/apiserver/pkg/admission/plugin/webhook/mutating/dispatcher.go',
      example:
        'Internal error occurred: failed calling webhook "guard.example.com": failed to call webhook: Post "https://guard.policy.svc:443/validate?timeout=10s": dial tcp 10.0.0.9:443: connect: connection refused',
    },
    {
      reason: 'ValidatingAdmissionPolicy denies',
      verdict: 'failure',
      means: 'A ValidatingAdmissionPolicy refuses the pod',
      categories: ['admission-rejected'],
      owner: 'pod-creation',
      source: 'staging/src/k8s.io/apiserver/pkg/admission/plugin/policy/validating/dispatcher.go',
      example:
        "pods \"web-x2x4z\" is forbidden: ValidatingAdmissionPolicy 'team-label' with binding 'everywhere' denied request: label team is missing",
    },
    {
      reason: 'Pod not valid',
      verdict: 'failure',
      means: 'The pod template makes pods that are not valid',
      categories: ['admission-rejected', 'config-invalid'],
      owner: 'pod-creation',
      source: 'staging/src/k8s.io/apimachinery/pkg/api/errors/errors.go',
      example: 'Pod "web-x2x4z" is invalid: spec.containers[0].volumeMounts[0].name: Not found: "settings"',
    },
    {
      reason: 'Namespace is being deleted',
      verdict: 'failure',
      means: 'Nothing can be created in a namespace that is being deleted',
      categories: ['admission-rejected', 'deprecated-or-terminating'],
      owner: 'pod-creation',
      source: 'staging/src/k8s.io/apiserver/pkg/admission/plugin/namespace/lifecycle/admission.go',
      example:
        'pods "web-x2x4z" is forbidden: unable to create new content in namespace shop because it is being terminated',
    },
    {
      reason: 'Not permitted',
      verdict: 'failure',
      means: 'The one who asks has no right to do that (RBAC)',
      categories: ['admission-rejected', 'rbac-forbidden'],
      owner: 'pod-creation',
      source: 'staging/src/k8s.io/apiserver/pkg/endpoints/handlers/responsewriters/errors.go',
      example:
        'pods is forbidden: User "system:serviceaccount:shop:operator" cannot create resource "pods" in API group "" in the namespace "shop"',
    },
  ]),
  ...rows(EVICTION, [
    {
      reason: 'Eviction against a budget (429)',
      verdict: 'failure',
      means: 'A PodDisruptionBudget does not allow that one more pod is evicted now',
      categories: ['pdb-blocking'],
      owner: 'disruption-budgets',
      example:
        "Cannot evict pod as it would violate the pod's disruption budget. The disruption budget web needs 2 healthy pods and has 2 currently",
    },
    {
      reason: 'Budget not worked out yet (429)',
      verdict: 'depends',
      on: 'whether it goes on for longer than a few seconds',
      means: 'The PodDisruptionBudget has just been changed and is not worked out yet',
      categories: ['pdb-blocking'],
      owner: 'disruption-budgets',
      example:
        "Cannot evict pod as it would violate the pod's disruption budget. The disruption budget web is still being processed by the server.",
    },
    {
      reason: 'Two budgets (500)',
      verdict: 'failure',
      means: 'Two PodDisruptionBudgets select the pod, so it cannot be evicted at all',
      categories: ['pdb-blocking'],
      owner: 'disruption-budgets',
      example: 'This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.',
    },
  ]),
];
