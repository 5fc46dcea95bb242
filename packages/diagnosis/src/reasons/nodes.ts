import { Common, normal, Reason, rows } from './Reason';

const KUBELET: Common = { where: 'event', kinds: ['Node'], reporter: 'kubelet', source: 'pkg/kubelet/events/event.go' };
const STATUS: Common = { ...KUBELET, source: 'pkg/kubelet/nodestatus/setters.go' };
const LIFECYCLE: Common = {
  where: 'event',
  kinds: ['Node'],
  reporter: 'node lifecycle controller',
  source: 'pkg/controller/nodelifecycle/node_lifecycle_controller.go',
};

const onRepeated = 'whether it comes again and again: it may happen once while the kubelet starts';

export const NODES: Reason[] = [
  ...normal(KUBELET, {
    Starting: 'The kubelet (or kube-proxy) starts',
    NodeAllocatableEnforced: 'The share of the node that pods may use is enforced',
    NodeReady: 'The node is ready',
    NodeSchedulable: 'Pods may be placed on the node again',
    NodeNotSchedulable: 'The node was cordoned: no new pods are placed on it',
    CgroupV1: 'The node uses cgroup v1, which is on its way out',
    Shutdown: 'The node is shutting down',
    InvalidDiskCapacity: 'The kubelet does not know the size of the image disk yet, as always when it starts',
  }),
  ...normal(STATUS, {
    NodeHasSufficientMemory: 'The node has enough memory',
    NodeHasSufficientPID: 'The node has enough process ids',
    NodeHasNoDiskPressure: 'The node has enough disk',
  }),
  ...rows(STATUS, [
    {
      reason: 'NodeNotReady',
      verdict: 'depends',
      on: 'whether the node is not ready now',
      means: 'The node is no longer ready',
      categories: ['node-problem'],
      owner: 'nodes',
    },
    {
      reason: 'NodeHasInsufficientMemory',
      verdict: 'depends',
      on: 'whether MemoryPressure is True now',
      means: 'The node runs out of memory',
      categories: ['node-problem'],
      owner: 'nodes',
    },
    {
      reason: 'NodeHasInsufficientPID',
      verdict: 'depends',
      on: 'whether PIDPressure is True now',
      means: 'The node runs out of process ids',
      categories: ['node-problem'],
      owner: 'nodes',
    },
    {
      reason: 'NodeHasDiskPressure',
      verdict: 'depends',
      on: 'whether DiskPressure is True now',
      means: 'The node runs out of disk',
      categories: ['disk-full'],
      owner: 'nodes',
    },
  ]),
  ...rows(KUBELET, [
    {
      reason: 'KubeletSetupFailed',
      verdict: 'failure',
      means: 'The kubelet cannot start',
      categories: ['node-problem'],
      owner: 'reported',
      example:
        'Failed to start ContainerManager: system validation failed - Following Cgroup subsystem not mounted: [memory]',
    },
    {
      reason: 'FailedNodeAllocatableEnforcement',
      verdict: 'failure',
      means: 'The share of the node that pods may use cannot be enforced',
      categories: ['node-problem'],
      owner: 'reported',
      example: 'Failed to update Node Allocatable Limits ["kubepods"]: failed to set supported cgroup subsystems',
    },
    {
      reason: 'Rebooted',
      verdict: 'depends',
      on: 'whether pods of the node are still not ready: all of them were restarted',
      means: 'The node was restarted',
      categories: ['node-problem'],
      owner: 'nodes',
      example: 'Node node-1 has been rebooted, boot id: 0e1c',
    },
    {
      reason: 'ContainerGCFailed',
      verdict: 'depends',
      on: onRepeated,
      means: 'The kubelet cannot remove containers that have ended',
      categories: ['node-problem', 'disk-full'],
      owner: 'reported',
      example: 'rpc error: code = DeadlineExceeded desc = context deadline exceeded',
    },
    {
      reason: 'ImageGCFailed',
      verdict: 'depends',
      on: onRepeated,
      means: 'The kubelet cannot remove images to free disk',
      categories: ['disk-full'],
      owner: 'reported',
      example:
        'Failed to garbage collect required amount of images. Attempted to free 5368709120 bytes, but only found 0 bytes eligible to free.',
    },
    {
      reason: 'FreeDiskSpaceFailed',
      verdict: 'depends',
      on: onRepeated,
      means: 'The disk of the node is nearly full, and no image can be removed',
      categories: ['disk-full'],
      owner: 'reported',
      example:
        'Failed to garbage collect required amount of images. Attempted to free 5368709120 bytes, but only found 0 bytes eligible to free.',
    },
    {
      reason: 'SystemOOM',
      verdict: 'depends',
      on: 'whether it comes again and again',
      means: 'The whole node ran out of memory, and the kernel ended a process',
      categories: ['node-problem'],
      owner: 'reported',
      source: 'pkg/kubelet/oom/oom_watcher_linux.go',
      example: 'System OOM encountered, victim process: java, pid: 4711',
    },
    {
      reason: 'EvictionThresholdMet',
      verdict: 'depends',
      on: 'whether a pressure condition is True now',
      means: 'The node is short of something, and the kubelet is about to evict pods',
      categories: ['disk-full', 'node-problem'],
      owner: 'nodes',
      source: 'pkg/kubelet/eviction/eviction_manager.go',
    },
    {
      reason: 'CheckLimitsForResolvConf',
      verdict: 'depends',
      on: 'whether names that are left out are needed',
      means: 'The resolv.conf of the node names more than may be used; the rest is left out',
      categories: ['dns'],
      owner: 'reported',
      source: 'pkg/kubelet/network/dns/dns.go',
      example: "Resolv.conf file '/etc/resolv.conf' contains search line consisting of more than 32 domains!",
    },
  ]),
  ...normal(LIFECYCLE, {
    RegisteredNode: 'The node is known to the controller',
    RemovingNode: 'The node was removed from the cluster',
    DeletingNode: 'The machine no longer exists in the cloud, so the node is removed',
  }),
  ...rows(LIFECYCLE, [
    {
      reason: 'NodeNotReady',
      verdict: 'depends',
      on: 'whether the node is not ready now',
      means: 'The node of the pod is not ready, so the pod counts as not ready, too',
      categories: ['node-problem'],
      owner: 'nodes',
      kinds: ['Pod'],
      source: 'pkg/controller/util/node/controller_utils.go',
    },
    {
      reason: 'DeletingAllPods',
      verdict: 'depends',
      on: 'whether the node is not ready now',
      means: 'The pods of a node that does not answer are removed',
      categories: ['node-problem'],
      owner: 'nodes',
      source: 'pkg/controller/util/node/controller_utils.go',
    },
    {
      reason: 'CIDRNotAvailable',
      verdict: 'failure',
      means: 'No range of pod addresses is left for the node',
      categories: ['node-problem'],
      owner: 'reported',
      reporter: 'node IP controller',
      source: 'pkg/controller/nodeipam/ipam/range_allocator.go',
      example: 'Node node-1 status is now: CIDRNotAvailable',
    },
    {
      reason: 'CIDRAssignmentFailed',
      verdict: 'failure',
      means: 'The node could not be given a range of pod addresses',
      categories: ['node-problem'],
      owner: 'reported',
      reporter: 'node IP controller',
      source: 'pkg/controller/nodeipam/ipam/range_allocator.go',
      example: 'Node node-1 status is now: CIDRAssignmentFailed',
    },
    {
      reason: 'FailedToCreateRoute',
      verdict: 'failure',
      means: 'The cloud refuses the route to the pods of the node',
      categories: ['node-problem'],
      owner: 'reported',
      reporter: 'route controller (cloud)',
      source: 'staging/src/k8s.io/cloud-provider/controllers/route/route_controller.go',
      example: 'Could not create route 0e1c 10.1.7.0/24 for node node-1 after 50ms: quota of routes is used up',
    },
  ]),
  ...normal(
    {
      ...LIFECYCLE,
      kinds: ['Pod'],
      reporter: 'taint eviction controller',
      source: 'pkg/controller/tainteviction/taint_eviction.go',
    },
    { TaintManagerEviction: 'The pod is removed from a node with a NoExecute taint, or that removal is called off' },
  ),
  ...normal(
    {
      ...LIFECYCLE,
      kinds: ['Pod'],
      reporter: 'device taint eviction controller',
      source: 'pkg/controller/devicetainteviction/device_taint_eviction.go',
    },
    { DeviceTaintManagerEviction: 'The pod is removed because a device that it uses is tainted (1.33 and later)' },
  ),
  ...normal(
    { ...STATUS, where: 'condition' },
    {
      KubeletReady: 'The kubelet is well',
    },
  ).map(row => ({ ...row, condition: { type: 'Ready', status: 'True' as const } })),
  ...rows({ ...STATUS, where: 'condition' }, [
    {
      reason: 'KubeletNotReady',
      verdict: 'failure',
      means: 'The kubelet says that its runtime, network or storage does not work',
      categories: ['node-problem'],
      owner: 'nodes',
      condition: { type: 'Ready', status: 'False' },
      example:
        'container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized',
    },
    {
      reason: 'NodeStatusUnknown',
      verdict: 'failure',
      means: 'The kubelet no longer reports',
      categories: ['node-problem'],
      owner: 'nodes',
      reporter: 'node lifecycle controller',
      source: 'pkg/controller/nodelifecycle/node_lifecycle_controller.go',
      condition: { type: 'Ready', status: 'Unknown' },
      example: 'Kubelet stopped posting node status.',
    },
    {
      reason: 'NodeStatusNeverUpdated',
      verdict: 'failure',
      means: 'The kubelet has never reported',
      categories: ['node-problem'],
      owner: 'nodes',
      reporter: 'node lifecycle controller',
      source: 'pkg/controller/nodelifecycle/node_lifecycle_controller.go',
      condition: { type: 'Ready', status: 'Unknown' },
      example: 'Kubelet never posted node status.',
    },
    ...(
      [
        [
          'KubeletHasInsufficientMemory',
          'MemoryPressure',
          'node-problem',
          'The node runs out of memory',
          'kubelet has insufficient memory available',
        ],
        [
          'KubeletHasDiskPressure',
          'DiskPressure',
          'disk-full',
          'The node runs out of disk',
          'kubelet has disk pressure',
        ],
        [
          'KubeletHasInsufficientPID',
          'PIDPressure',
          'node-problem',
          'The node runs out of process ids',
          'kubelet has insufficient PID available',
        ],
        [
          'NoRouteCreated',
          'NetworkUnavailable',
          'node-problem',
          'There is no route to the pods of the node',
          'RouteController failed to create a route',
        ],
        [
          'CalicoIsDown',
          'NetworkUnavailable',
          'node-problem',
          'The network plug-in of the node is down',
          'Calico is shutting down on this node',
        ],
      ] as const
    ).map(([reason, type, category, means, example]) => ({
      reason,
      verdict: 'failure' as const,
      means,
      categories: [category] as ['node-problem' | 'disk-full'],
      owner: 'nodes',
      condition: { type, status: 'True' as const },
      example,
      ...(type === 'NetworkUnavailable'
        ? {
            reporter: reason === 'NoRouteCreated' ? 'route controller (cloud)' : 'network plug-in',
            source:
              reason === 'NoRouteCreated'
                ? 'staging/src/k8s.io/cloud-provider/controllers/route/route_controller.go'
                : 'projectcalico/calico: node/pkg/lifecycle/utils/utils.go',
          }
        : {}),
    })),
  ]),
];
