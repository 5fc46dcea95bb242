import { Common, normal, Reason, rows } from './Reason';

const CLAIM: Common = {
  where: 'event',
  kinds: ['PersistentVolumeClaim'],
  reporter: 'persistent volume binder',
  source: 'pkg/controller/volume/events/event.go',
};
const VOLUME: Common = { ...CLAIM, kinds: ['PersistentVolume'] };
const EXPAND: Common = {
  where: 'condition',
  kinds: ['PersistentVolumeClaim'],
  reporter: 'volume expansion',
  source: 'staging/src/k8s.io/api/core/v1/types.go',
};
const onPending = 'whether the claim is still Pending';

/** What the binder, provisioners, attachers and resizers tell about claims and volumes. */
export const STORAGE: Reason[] = [
  ...normal(CLAIM, {
    ProvisioningSucceeded: 'A volume was made for the claim',
    Provisioning: 'A volume is being made for the claim',
    WaitForFirstConsumer: 'The claim is bound when a pod uses it; none does yet',
    ExternalExpanding: 'The storage driver is asked to make the volume larger',
    Resizing: 'The volume is being made larger',
    FileSystemResizeRequired: 'The disk is larger; the file system follows when a pod mounts it',
  }),
  ...rows(CLAIM, [
    {
      reason: 'WaitForPodScheduled',
      verdict: 'depends',
      on: 'why the pod is not scheduled',
      means: 'The claim is bound when the pod that uses it has a node',
      categories: ['pvc-pending', 'unschedulable-resources', 'unschedulable-constraints'],
      owner: 'storage',
    },
    {
      reason: 'FailedBinding',
      verdict: 'depends',
      on: onPending,
      means: 'No volume fits the claim, and none is made for it',
      categories: ['pvc-pending'],
      owner: 'storage',
      example: 'no persistent volumes available for this claim and no storage class is set',
    },
    {
      reason: 'VolumeMismatch',
      verdict: 'failure',
      means: 'The volume that the claim names does not fit it',
      categories: ['pvc-pending'],
      owner: 'storage',
      example: 'Cannot bind to requested volume "disk-1": requested PV is too small',
    },
    {
      reason: 'ProvisioningFailed',
      verdict: 'failure',
      means: 'The volume for the claim cannot be made',
      categories: ['pvc-pending'],
      owner: 'storage',
      example: 'storageclass.storage.k8s.io "fast" not found',
    },
    {
      reason: 'ProvisioningCleanupFailed',
      verdict: 'failure',
      means: 'A volume that was made in vain could not be removed',
      categories: ['pvc-pending'],
      owner: 'storage',
      example: 'Error cleaning provisioned volume for claim shop/data: timed out. Please delete manually.',
    },
    {
      reason: 'ExternalProvisioning',
      verdict: 'depends',
      on: onPending,
      means: 'The claim waits for a storage driver to make its volume; for ever, when that driver is not installed',
      categories: ['pvc-pending'],
      owner: 'storage',
      example:
        "Waiting for a volume to be created either by the external provisioner 'csi.example.com' or manually by the system administrator. If volume creation is delayed, please verify that the provisioner is running and correctly registered.",
    },
    {
      reason: 'ClaimLost',
      verdict: 'failure',
      means: 'The volume of the claim is gone, and its data with it',
      categories: ['pvc-pending'],
      owner: 'storage',
      source: 'pkg/controller/volume/persistentvolume/pv_controller.go',
      example: 'Bound claim has lost its PersistentVolume. Data on the volume is lost!',
    },
    {
      reason: 'ClaimMisbound',
      verdict: 'failure',
      means: 'The volume of the claim is bound to another claim',
      categories: ['pvc-pending'],
      owner: 'storage',
      source: 'pkg/controller/volume/persistentvolume/pv_controller.go',
      example: 'Two claims are bound to the same volume, this one is bound incorrectly',
    },
    {
      reason: 'VolumeModifyFailed',
      verdict: 'failure',
      means: 'The volume cannot be changed to its new VolumeAttributesClass',
      categories: ['volume-mount'],
      owner: 'reported',
      reporter: 'storage driver',
      source: 'kubernetes-csi/external-resizer: pkg/util/events.go',
      since: '1.29',
      example: 'rpc error: code = InvalidArgument desc = throughput is not supported by this type of volume',
    },
  ]),
  ...rows(EXPAND, [
    {
      reason: 'ControllerResizeError',
      verdict: 'failure',
      means: 'The storage cannot make the disk larger',
      categories: ['disk-full', 'volume-mount'],
      owner: 'reported',
      condition: { type: 'ControllerResizeError', status: 'True' },
      since: '1.32',
      example: 'rpc error: code = OutOfRange desc = size is larger than the disk type allows',
    },
    {
      reason: 'NodeResizeError',
      verdict: 'failure',
      means: 'The disk is larger, the file system on it cannot be',
      categories: ['disk-full', 'volume-mount'],
      owner: 'reported',
      condition: { type: 'NodeResizeError', status: 'True' },
      since: '1.32',
      example: 'rpc error: code = Internal desc = resize2fs: Bad magic number in super-block',
    },
    {
      reason: 'ModifyVolumeError',
      verdict: 'failure',
      means: 'The volume cannot be changed to its new VolumeAttributesClass',
      categories: ['volume-mount'],
      owner: 'reported',
      condition: { type: 'ModifyVolumeError', status: 'True' },
      since: '1.29',
      example: 'rpc error: code = InvalidArgument desc = throughput is not supported by this type of volume',
    },
  ]),
  ...normal(EXPAND, {
    FileSystemResizePending: 'The disk is larger; the file system follows when a pod mounts it',
  }).map(row => ({ ...row, condition: { type: 'FileSystemResizePending', status: 'True' as const } })),
  ...normal(VOLUME, {
    VolumeRecycled: 'The volume was emptied and is free again',
    RecyclerPod: 'A pod empties the volume',
    VolumeDelete: 'The volume is deleted',
  }),
  ...rows(VOLUME, [
    {
      reason: 'VolumeFailedDelete',
      verdict: 'failure',
      means: 'The volume could not be deleted after its claim was',
      categories: ['deprecated-or-terminating'],
      owner: 'reported',
      example: 'rpc error: code = FailedPrecondition desc = disk is still attached to node-1',
    },
    {
      reason: 'VolumeFailedRecycle',
      verdict: 'failure',
      means: 'The volume could not be emptied after its claim was deleted',
      categories: ['deprecated-or-terminating'],
      owner: 'reported',
      example: 'Recycle failed: unexpected error creating recycler pod: pods "recycler-for-disk-1" is forbidden',
    },
  ]),
  ...normal(
    { ...CLAIM, kinds: ['Pod'], reporter: 'attach-detach controller', source: 'pkg/kubelet/events/event.go' },
    { SuccessfulAttachVolume: 'The volume is attached to the node' },
  ),
];
