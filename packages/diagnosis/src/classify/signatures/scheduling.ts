import { SignatureDefinition } from '../../logs/signatures/Signature';

const r = String.raw;

/** Where pods may run, what they may have, what they mount, and the nodes themselves. */
export const schedulingSignatures: SignatureDefinition[] = [
  {
    name: 'k8s-unbound-claim',
    category: 'pvc-pending',
    weight: 0.985,
    pattern: r`(?:(?:pod )?has unbound immediate PersistentVolumeClaims?|persistentvolumeclaim "?(?<claim>[\w.-]{1,253})"? (?:not found|is not bound|is being deleted)|no persistent volumes available for this claim|storageclass(?:\.storage\.k8s\.io)? "(?<class>[\w.-]{1,253})" not found|ProvisioningFailed|failed to provision volume|waiting for (?:a volume to be created|first consumer to be created|pod [\w.-]{1,253} to be scheduled)|didn't find available persistent volumes to bind|ExternalProvisioning\b|FailedBinding|(?:pvc|persistentvolumeclaim|persistent volume claim|volume claim)[^\n]{0,60}(?:pending|unbound|not bound|h\xe4ngt|pendiente))`,
    says: 'A PersistentVolumeClaim[ {claim}] is not bound[: StorageClass {class} does not exist].',
  },
  {
    name: 'k8s-pvc-row-pending',
    category: 'pvc-pending',
    weight: 0.86,
    pattern: r`^(?:\S{1,63} {1,60})?(?<claim>[\w.-]{1,253}) {1,60}Pending {2,60}(?:[\w.-]{1,120} {1,60}){0,2}(?:<unset> {1,60})?\d{1,4}[smhd]\w{0,6}\s*$`,
    says: 'The PersistentVolumeClaim {claim} is pending.',
  },
  {
    name: 'k8s-insufficient',
    category: 'unschedulable-resources',
    weight: 0.975,
    pattern: r`(?:(?<nodes>\d{1,5}\/\d{1,5}) nodes (?:are )?available:[^\n]{0,300}?)?(?:\bInsufficient (?<resource>cpu|memory|ephemeral-storage|pods|hugepages[\w-]{0,20}|[\w.-]{1,80}\/[\w.-]{1,80})\b|Too many pods\b|OutOf(?<resource2>cpu|memory|pods)\b|Node didn't have enough resource: (?<resource3>\w{1,40})|insufficient resources to schedule)`,
    says: 'No node has enough free {resource} for the pod[ ({nodes} nodes fit)].',
  },
  {
    name: 'k8s-node-constraints',
    category: 'unschedulable-constraints',
    weight: 0.965,
    pattern: r`(?:(?<nodes>\d{1,5}\/\d{1,5}) nodes (?:are )?available:[^\n]{0,300}?)?(?:(?:node\(s\) )?(?:didn't|did not) match (?:the )?(?:Pod's |pod )?(?:node (?:affinity|selector)[\w/ ]{0,20}|anti-affinity rules|(?:pod )?affinity(?:\/anti-affinity)?(?: rules)?|topology spread constraints|persistent volume's node affinity)|(?:node\(s\) )?had (?:untolerated )?taints?(?: \{(?<taint>[^}]{1,200})\})?|volume node affinity conflict|didn't satisfy existing pods anti-affinity|node\(s\) (?:were unschedulable|didn't have free ports|had no available volume zone|exceed max volume count)|no nodes available to schedule|NodeAffinity\b.{0,40}(?:failed|rejected)|Predicate NodeAffinity failed|no nodes? match(?:es|ing)? (?:the )?(?:node ?selector|affinity|label|taint))`,
    says: 'No node fits the rules of the pod: node selector, affinity, taints[ ({taint})] or topology[ ({nodes} nodes fit)].',
  },
  {
    name: 'k8s-failed-scheduling',
    category: 'unschedulable-resources',
    weight: 0.6,
    pattern: r`(?:FailedScheduling|Unschedulable\b|PodScheduled {1,40}False|no nodes? (?:are )?available|can(?:not|'t) be scheduled|pods? (?:is |are )?(?:stuck (?:in |at )?)?pending\b|(?:^|\s)0\/\d{1,3} {1,40}Pending\b)`,
    says: 'The pod can not be placed on a node.',
  },
  {
    name: 'k8s-quota',
    category: 'quota',
    weight: 0.99,
    pattern: r`(?:exceeded quota: (?<quota>[\w.-]{1,253})(?:, requested: (?<requested>[^\n]{1,120}?), used: (?<used>[^\n]{1,120}?), limited: (?<limited>[^\n,]{1,120}))?|failed quota: (?<quota2>[\w.-]{1,253})|must specify (?:limits|requests)\.\w{1,20}|(?:resource ?)?quota[^\n]{0,50}(?:exceeded|\xfcberschritten|excedida|used up|exhausted|superada|ersch\xf6pft)|exceed(?:s|ed|ing)? (?:the )?(?:namespace |resource )?quota|insufficient quota to match these scopes|status unknown for quota: )`,
    says: 'The ResourceQuota[ {quota}] is used up[: requested {requested}, used {used}, limit {limited}].',
  },
  {
    name: 'k8s-limit-range',
    category: 'limit-range',
    weight: 0.99,
    pattern: r`(?:(?<bound>maximum|minimum) (?<resource>cpu|memory|storage|ephemeral-storage) usage per (?<kind>Container|Pod|PersistentVolumeClaim) is (?<limit>[\w.]{1,20})(?:, but (?:limit|request) is (?<found>[\w.]{1,20}))?|max limit to request ratio per|LimitRange[^\n]{0,60}(?:violat|exceed|forbid|reject|verletzt)|(?:exceeds|violates|verletzt)[^\n]{0,30}limit ?range)`,
    says: 'A LimitRange forbids it[: {bound} {resource} per {kind} is {limit}][, asked for {found}].',
  },
  {
    name: 'k8s-mount-failed',
    category: 'volume-mount',
    weight: 0.975,
    pattern: r`(?:MountVolume\.(?:SetUp|MountDevice|WaitForAttach|NewMounter) failed(?: for volume "(?<volume>[^"]{1,200})")?(?: ?: ?(?<problem>[^\n]{1,200}))?|FailedMount|FailedAttachVolume|Unable to attach or mount volumes|AttachVolume\.\w{1,20} failed|Multi-Attach error for volume "(?<volume2>[^"]{1,200})"|FailedMapVolume|MapVolume\.\w{1,30} failed|timed out waiting for the condition[^\n]{0,80}volume|mount\.nfs: |mount failed: exit status|unmounted volumes=\[(?<volume3>[^\]]{1,200})\]|VolumeFailedMount|driver name [\w.-]{1,120} not found in the list of registered CSI drivers)`,
    says: 'The volume[ {volume}] can not be mounted[: {problem}].',
  },
  {
    name: 'k8s-evicted-disk',
    category: 'disk-full',
    weight: 0.975,
    pattern: r`(?:low on resource: (?:ephemeral-storage|imagefs|nodefs|inodes)|Usage of EmptyDir volume "(?<volume>[^"]{1,120})" exceeds the limit "(?<limit>[\w.]{1,20})"|ephemeral local storage usage exceeds the total limit[^\n]{0,40}|exceeded its local ephemeral storage limit "?(?<limit2>[\w.]{1,20})|(?<!No)DiskPressure\b(?! {1,40}False)|disk pressure|EvictionThresholdMet|FreeDiskSpaceFailed|ImageGCFailed|failed to garbage collect required amount of images|InvalidDiskCapacity\b.{0,10}failed)`,
    says: 'The pod used more disk than it may, or the disk of the node is full[ (volume {volume})][, limit {limit}].',
  },
  {
    name: 'k8s-evicted-node',
    category: 'node-problem',
    weight: 0.965,
    pattern: r`(?:low on resource: (?<resource>memory|pids?|\w{1,20})\b|MemoryPressure\b(?! {1,20}False)|PIDPressure\b(?! {1,20}False)|NodeHasInsufficient\w{1,10}|TaintManagerEviction|SystemOOM)`,
    says: 'The node runs out of {resource} and evicts pods.',
  },
  {
    name: 'k8s-evicted',
    category: 'disk-full',
    weight: 0.7,
    pattern: r`(?:(?<!^pod\/[\w./-]{1,253} )\bEvicted\b|pods? (?:was|were|is|are|got|gets|keeps? getting) (?:being )?evicted)`,
    says: 'The kubelet evicted the pod, most often since a disk was full.',
  },
  {
    name: 'k8s-node-not-ready',
    category: 'node-problem',
    weight: 0.96,
    pattern: r`(?:NodeNotReady|NodeStatusUnknown|NodeStatusNeverUpdated|kubelet (?:stopped posting node status|is not ready|is unhealthy|has stopped)|node(?:s)?(?: is| are|\(s\)|) ["']?(?<node>[\w.-]{0,253})["']? ?(?:is |are |went |status is now: ?|in |status: ?)?(?:Not ?Ready|unreachable|Unknown state)\b|node\.kubernetes\.io\/(?:unreachable|not-ready)|PLEG is not healthy|container runtime is down|KubeletNotReady|runtime network not ready|NodeHasNoDisk|Node is not ready|NodeLost|KernelDeadlock|ReadonlyFilesystem\b)`,
    says: 'The node[ {node}] is not ready.',
  },
  {
    name: 'k8s-node-row-not-ready',
    category: 'node-problem',
    weight: 0.93,
    pattern: r`^(?<node>[\w.-]{1,253}) {1,60}(?:NotReady|Unknown)(?:,SchedulingDisabled)? {1,60}[\w<>,-]{1,80} {1,60}\d{1,5}[smhdy]`,
    says: 'The node {node} is not ready.',
  },
];
