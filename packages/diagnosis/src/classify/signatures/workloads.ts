import { SignatureDefinition } from '../../logs/signatures/Signature';

const r = String.raw;

/** Probes, controllers, admission and networking objects. */
export const workloadSignatures: SignatureDefinition[] = [
  {
    name: 'k8s-liveness',
    category: 'liveness-probe',
    weight: 0.86,
    pattern: r`(?:Liveness probe (?:failed|errored)(?:: (?<problem>[^\n]{1,200}))?|failed liveness probe|liveness[- ]?probes?[^\n]{0,50}(?:fail\w{0,4}|times? out|timed? ?out|schl\xe4gt|killt|kills?|fall[a\xf3])|killed by (?:the )?(?:kubelet|liveness)|(?:sonda|prueba) de liveness)`,
    says: 'The liveness probe fails, so the kubelet restarts the container[: {problem}].',
  },
  {
    name: 'k8s-startup',
    category: 'startup-probe',
    weight: 0.88,
    pattern: r`(?:Startup probe (?:failed|errored)(?:: (?<problem>[^\n]{1,200}))?|failed startup probe|startup[- ]?probes?[^\n]{0,50}(?:fail\w{0,4}|times? out|timed? ?out|schl\xe4gt|fall[a\xf3]))`,
    says: 'The startup probe fails: the container needs longer to start than the probe allows, or never listens[: {problem}].',
  },
  {
    name: 'k8s-readiness',
    category: 'readiness-probe',
    weight: 0.81,
    pattern: r`(?:Readiness probe (?:failed|errored)(?:: (?<problem>[^\n]{1,200}))?|readiness[- ]?probes?[^\n]{0,50}(?:fail\w{0,4}|times? out|timed? ?out|schl\xe4gt|fall[a\xf3]|never|unhealthy)|readiness gates? [^\n]{0,40}not)`,
    says: 'The readiness probe fails, so the pod gets no traffic[: {problem}].',
  },
  {
    name: 'k8s-not-ready',
    category: 'readiness-probe',
    weight: 0.57,
    pattern: r`(?:ContainersNotReady|containers with unready status: \[(?<container>[^\]]{1,200})\]|\b0\/1 {1,40}Running {1,40}0\b|pods? (?:is |are |never (?:becomes?|gets?) |stays? |not getting |does not become |doesn't become |not becoming |remains? )(?:not )?ready\b|HTTP probe failed with statuscode: (?<status>\d{3}))`,
    says: 'Containers of the pod are not ready.',
  },
  {
    name: 'k8s-job-failed',
    category: 'job-failed',
    weight: 0.87,
    pattern: r`(?:BackoffLimitExceeded|Job has reached the specified backoff limit|PodFailurePolicy|job (?:"?[\w.-]{0,120}"? )?(?:has )?failed\b(?!: exit)|Job was active longer than specified deadline|DeadlineExceeded\b(?! desc)(?=[^\n]{0,80}(?:job|active|deadline))|reason: DeadlineExceeded|\bDeadlineExceeded +Job\b|FailedIndexes|MaxFailedIndexesExceeded|(?:Warning|Failed) {1,20}DeadlineExceeded)`,
    says: 'The Job failed for good: it used up its retries or its time.',
  },
  {
    name: 'k8s-cronjob',
    category: 'cronjob-suspended-or-missed',
    weight: 0.93,
    pattern: r`(?:too many missed start times?|FailedNeedsStart|Cannot determine if job needs to be started|Missed scheduled time to start a job|MissSchedule|JobAlreadyActive|UnParseableCronJobSchedule|UnparseableSchedule|unknown time zone|cron ?jobs?[^\n]{0,60}(?:suspend\w{0,2}|missed|never (?:ran|runs|starts?)|not (?:run|start|trigger)\w{0,4}|ausgesetzt)|^[\w.-]{1,253} {1,60}[\d*\/, -]{5,60} {1,60}(?:[\w\/<>]{1,40} {1,60})?True {1,60}\d)`,
    says: 'The CronJob is suspended or missed its schedule.',
  },
  {
    name: 'k8s-rollout',
    category: 'rollout-stuck',
    weight: 0.8,
    pattern: r`(?:ProgressDeadlineExceeded|exceeded its progress deadline|has timed out progressing|error: timed out waiting for the condition\b[^\n]{0,40}(?:rollout|deployment)?|rollout[^\n]{0,60}(?:stuck|failed|timed out|never finish\w{0,3}|h\xe4ngt|hangs|does not (?:complete|finish)|atascado)|Waiting for deployment[^\n]{0,120}rollout to finish)`,
    says: 'The rollout does not get on: pods of the new version are not ready in time.',
  },
  {
    name: 'k8s-admission',
    category: 'admission-rejected',
    weight: 0.98,
    pattern: r`(?:violates PodSecurity "(?<policy>[^"]{1,80})"|admission webhook "(?<webhook>[^"]{1,253})" (?:denied|does not support)|failed calling webhook "(?<webhook2>[^"]{1,253})"|ValidatingAdmissionPolicy '(?<policy2>[^']{1,253})'|denied the request|\bpods? "[^"]{1,253}" is (?:invalid|forbidden): (?!User )|no PriorityClass with name|(?:unable to validate against any (?:security context constraint|pod security policy))|pod ?security (?:admission|policy|standard)\w{0,2}[^\n]{0,50}(?:reject|den(?:y|ies|ied)|violat|forbid|block|verbiet)|(?:kyverno|gatekeeper|opa)[^\n]{0,60}(?:denied|blocked|rejected|denies|violation)|no matches for kind "(?<kind>\w{1,80})"|The (?<kind2>\w{1,60}) "[^"]{1,253}" is invalid|error validating data|admission (?:controller|webhook|plugin)[^\n]{0,50}(?:den(?:y|ied|ies)|reject\w{0,3}|block\w{0,3}|lehnt))`,
    says: 'The API server refuses the object: policy {policy}[ webhook {webhook}][ {kind}].',
  },
  {
    name: 'k8s-no-endpoints',
    category: 'service-no-endpoints',
    weight: 0.94,
    pattern: r`(?:no endpoints available for service "?(?<service>[\w.\/-]{1,253})"?|service "?(?<service2>[\w.\/-]{1,253})"? (?:has no|without|does not have any|hat keine|no tiene) (?:active |ready |available |healthy )?end ?points?|does not have any active endpoint|Endpoints: {1,40}<none>|^(?<service3>[\w.-]{1,253}) {1,60}<none> {1,60}\d{1,5}[smhd]|has no (?:ready )?endpoints|no (?:ready |healthy |available )?endpoints? (?:for|behind|available)|selector[^\n]{0,40}(?:matches|selects) no pods?)`,
    says: 'The Service[ {service}] has no endpoints: no ready pod fits its selector.',
  },
  {
    name: 'k8s-service-port',
    category: 'service-port-mismatch',
    weight: 0.9,
    pattern: r`(?:(?:service )?target ?port[^\n]{0,80}(?:mismatch|does(?: not|n't) match|wrong|not (?:exist|found|match)|different|passt nicht|no coincide)|(?:service|port) [^\n]{0,40}port (?:"[\w-]{1,60}" )?(?:not found|does not exist)(?: (?:in|for|on) (?:service|pod))?|targets? port \d{1,5}[^\n]{0,60}listens? on \d{1,5}|port mismatch between[^\n]{0,60}(?:service|pod|container)|Service "?[\w.\/-]{1,253}"? (?:does not have|has no) port)`,
    says: 'The port of the Service is not the port on which the pods listen.',
  },
  {
    name: 'k8s-network-policy',
    category: 'network-policy',
    weight: 0.9,
    pattern: r`(?:network ?polic(?:y|ies)[^\n]{0,80}(?:block\w{0,4}|drop\w{0,4}|den(?:y|ied|ies)|prevent\w{0,3}|cut\w{0,3}|not allow\w{0,3}|blockiert|bloquea|forbid\w{0,4})|(?:Policy denied|DROPPED \(Policy|policy-verdict:none[^\n]{0,40}DENIED|denied by (?:network ?)?policy|blocked by (?:a )?(?:network ?policy|calico|cilium)|POLICY_DENIED|calico-packet: |Stale or unroutable IP))`,
    says: 'A NetworkPolicy cuts the connection.',
  },
  {
    name: 'k8s-ingress',
    category: 'ingress-misconfig',
    weight: 0.93,
    pattern: r`(?:Error obtaining Endpoints for Service|error getting service [\w.\/-]{1,253}|Service "(?<service>[\w.\/-]{1,253})" (?:in Ingress [^\n]{1,120})?(?:does not exist|not found)|(?:ingress|httproute|gateway)[^\n]{0,100}(?:service|backend|secret|class|host|path)[^\n]{0,80}(?:not found|does not exist|missing|invalid|wrong|existiert nicht|no existe)|default backend - 404|host "[^"]{1,253}" and path "[^"]{1,200}" is already defined in ingress|ingress (?:does not contain a valid|contains invalid|class)[^\n]{0,80}|TranslationError|BackendNotFound|<error: (?:services|endpoints) "(?<service2>[^"]{1,253})" not found>|no matching IngressClass|ResolvedRefs {1,20}False)`,
    says: 'The Ingress points to something that does not exist[: Service {service}].',
  },
  {
    name: 'k8s-hpa',
    category: 'hpa-misconfig',
    weight: 0.94,
    pattern: r`(?:FailedGetResourceMetric|FailedComputeMetricsReplicas|FailedGetScale|FailedGet(?:Pods|Object|External|Container)\w{0,10}Metric|unable to (?:get metrics|fetch metrics|compute the replica count)|the HPA (?:was unable|controller was unable)|missing request for (?<resource>cpu|memory)|no metrics returned from resource metrics API|the server could not find the requested resource \(get (?:services|pods\.metrics)|<unknown>\/\d{1,4}%|AmbiguousSelector|(?:hpa|horizontal ?pod ?autoscaler|autoscaler)[^\n]{0,80}(?:unknown|not scal\w{1,4}|fail\w{0,4}|cannot|can't|unable|doesn't scale|skaliert nicht|no escala))`,
    says: 'The HorizontalPodAutoscaler can not work[: the containers have no {resource} request].',
  },
  {
    name: 'k8s-pdb',
    category: 'pdb-blocking',
    weight: 0.95,
    pattern: r`(?:Cannot evict pod as it would violate the pod's disruption budget|violate the pod'?s? disruption budget|disruption ?budget[^\n]{0,80}(?:block\w{0,4}|prevent\w{0,3}|violat\w{0,3}|no |needs \d|0 allowed|allows? (?:no|0)|blockiert|bloquea)|The disruption budget (?<budget>[\w.-]{1,253}) needs|pdb[^\n]{0,60}(?:block\w{0,4}|prevent\w{0,3}|0 disruptions?)|This pod has more than one PodDisruptionBudget)`,
    says: 'A PodDisruptionBudget[ {budget}] forbids the eviction.',
  },
  {
    name: 'k8s-statefulset',
    category: 'statefulset-stuck',
    weight: 0.84,
    pattern: r`(?:stateful ?set[^\n]{0,80}(?:stuck|waits?|waiting|does not (?:progress|continue)|blocked|h\xe4ngt|not (?:rolling|progressing)|atascado|forbidden: updates to statefulset spec)|updates to statefulset spec for fields other than|create Pod (?<pod>[\w.-]{1,253}) in StatefulSet [\w.-]{1,253} failed|waiting for (?:statefulset|pod-0|\S{1,60}-0 to be ready))`,
    says: 'The StatefulSet waits for a pod before it goes on.',
  },
  {
    name: 'k8s-daemonset',
    category: 'daemonset-unscheduled',
    weight: 0.86,
    pattern: r`(?:daemon ?set[^\n]{0,80}(?:not (?:scheduled|running|placed)|misscheduled|missing on|no nodes?|desired (?:number |is )?0|0 desired|matches no node|l\xe4uft (?:auf keinem|nicht)|FailedPlacement)|FailedDaemonPod|^[\w.-]{1,253} {1,60}(?:[\w.-]{1,253} {1,60})?0 {1,60}0 {1,60}0 {1,60}0 {1,60}0 {1,60}[\w.\/-]{1,120}=[\w.-]{0,63} {1,60}\d|Number of Nodes Misscheduled: [1-9])`,
    says: 'The DaemonSet has no pod on the nodes where it should.',
  },
  {
    name: 'k8s-api-removed',
    category: 'deprecated-or-terminating',
    // Above the refusals of admission: an alpha or beta version is no longer served.
    weight: 0.985,
    pattern: r`no matches for kind "(?<kind>\w{1,80})" in version "(?<version>[\w.\/-]{0,120}v\d{1,2}(?:alpha|beta)\d{1,2})"`,
    says: 'The cluster no longer serves {kind} in version {version}.',
  },
  {
    name: 'k8s-terminating',
    category: 'deprecated-or-terminating',
    weight: 0.86,
    pattern: r`(?:stuck (?:in |at |on )?(?:the )?terminat\w{2,4}|(?:namespace|pod|pvc|resource|crd)[^\n]{0,60}(?:stays?|remains?|h\xe4ngt|bleibt|stuck|hangs?)[^\n]{0,30}terminating|because it is being terminated|SomeFinalizersRemain|Some resources are remaining: |^[a-z0-9][\w.-]{1,252} {1,60}Terminating {1,60}(?:\d{1,5}[hd]|\d{1,4}d\d{1,2}h)|NamespaceContentRemaining|NamespaceFinalizersRemaining|finalizers? (?:block\w{0,4}|prevent\w{0,3}|remain\w{0,3})|Some content in the namespace has finalizers|no matches for kind "[\w]{1,80}" in version "(?<version>(?:extensions|policy|batch|apps|networking\.k8s\.io|autoscaling)\/v\d(?:alpha|beta)\d)"|FailedKillPod|FailedPreStopHook|(?:^|\s)\d\/\d {1,40}Terminating {1,40}\d{1,5}(?: \([^)]{1,20}\))? {1,40}\d{1,4}[hd])`,
    says: 'The object does not go away, or its API version {version} is no longer served.',
  },
];
