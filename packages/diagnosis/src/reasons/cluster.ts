import { Common, normal, Reason, rows } from './Reason';

const NAMESPACE: Common = {
  where: 'condition',
  kinds: ['Namespace'],
  reporter: 'namespace controller',
  source: 'pkg/controller/namespace/deletion/status_condition_utils.go',
};

/** Controllers that serve all kinds: namespaces, garbage, claims of devices. The pod and TTL collectors report nothing. */
export const CLUSTER: Reason[] = [
  ...rows(
    NAMESPACE,
    (
      [
        [
          'DiscoveryFailed',
          'NamespaceDeletionDiscoveryFailure',
          'An API of the cluster does not answer, so the namespace cannot be emptied',
          'Discovery failed for some groups, 1 failing: unable to retrieve the complete list of server APIs: metrics.k8s.io/v1beta1: stale GroupVersion discovery: metrics.k8s.io/v1beta1',
        ],
        [
          'GroupVersionParsingFailed',
          'NamespaceDeletionGroupVersionParsingFailure',
          'An API of the cluster has a name that does not parse, so the namespace cannot be emptied',
          'unexpected GroupVersion string: a/b/c',
        ],
        [
          'ContentDeletionFailed',
          'NamespaceDeletionContentFailure',
          'Objects in the namespace cannot be deleted',
          'Failed to delete all resource types, 1 remaining: admission webhook "guard.example.com" denied the request: not in business hours',
        ],
        [
          'SomeResourcesRemain',
          'NamespaceContentRemaining',
          'Objects in the namespace are still there',
          'Some resources are remaining: persistentvolumeclaims. has 1 resource instances',
        ],
        [
          'SomeFinalizersRemain',
          'NamespaceFinalizersRemaining',
          'Finalizers hold objects in the namespace',
          'Some content in the namespace has finalizers remaining: example.com/backup in 1 resource instances',
        ],
      ] as const
    ).map(([reason, type, means, example]) => ({
      reason,
      verdict: 'depends' as const,
      on: 'whether the namespace has been terminating for longer than two minutes',
      means,
      categories: ['deprecated-or-terminating'] as ['deprecated-or-terminating'],
      owner: 'terminating',
      condition: { type, status: 'True' as const },
      example,
    })),
  ),
  ...(
    [
      ['ResourcesDiscovered', 'NamespaceDeletionDiscoveryFailure', 'All APIs answer'],
      ['ParsedGroupVersions', 'NamespaceDeletionGroupVersionParsingFailure', 'All APIs have names that parse'],
      ['ContentDeleted', 'NamespaceDeletionContentFailure', 'All objects were deleted; finalizers may still hold some'],
      ['ContentRemoved', 'NamespaceContentRemaining', 'All objects are gone'],
      ['ContentHasNoFinalizers', 'NamespaceFinalizersRemaining', 'No finalizer holds an object'],
    ] as const
  ).flatMap(([reason, type, means]) =>
    normal(NAMESPACE, { [reason]: means }).map(row => ({ ...row, condition: { type, status: 'False' as const } })),
  ),
  ...rows(
    {
      where: 'event',
      kinds: ['Pod', 'ReplicaSet', 'PersistentVolumeClaim'],
      reporter: 'garbage collector',
      source: 'pkg/controller/garbagecollector/graph_builder.go',
    },
    [
      {
        reason: 'OwnerRefInvalidNamespace',
        verdict: 'failure',
        means: 'The object names an owner in another namespace, where none can be; it may be deleted because of that',
        categories: ['config-invalid'],
        owner: 'reported',
        example:
          'ownerRef [apps/v1/ReplicaSet, namespace: shop, name: web-7d4b9, uid: 0e1c] does not exist in namespace "shop"',
      },
    ],
  ),
  ...rows(
    {
      where: 'event',
      kinds: ['Pod'],
      reporter: 'resource claim controller',
      source: 'pkg/controller/resourceclaim/controller.go',
    },
    [
      {
        reason: 'FailedResourceClaimCreation',
        verdict: 'failure',
        means: 'The claim of a device that the pod wants cannot be created',
        categories: ['create-container-config', 'admission-rejected', 'quota'],
        owner: 'reported',
        example:
          'PodResourceClaim gpu: resource claim template "gpu": resourceclaimtemplate.resource.k8s.io "gpu" not found',
      },
    ],
  ),
];
