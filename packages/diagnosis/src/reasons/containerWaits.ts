import { Common, normal, Reason, rows } from './Reason';

const WAITING: Common = {
  where: 'waiting',
  kinds: ['Pod'],
  reporter: 'kubelet',
  source: 'pkg/kubelet/kuberuntime/kuberuntime_container.go',
};

/** Why a container does not run yet, or not again. */
export const CONTAINER_WAITS: Reason[] = [
  ...normal(
    { ...WAITING, source: 'pkg/kubelet/kubelet_pods.go' },
    {
      ContainerCreating: 'The container is about to be created: image and volumes are being prepared',
      PodInitializing: 'The container waits for the init containers',
    },
  ),
  ...rows(WAITING, [
    {
      reason: 'CrashLoopBackOff',
      verdict: 'failure',
      means: 'The container ends again and again, and the kubelet waits before it starts it anew',
      categories: ['crash-loop-app-error', 'exit-code-signal', 'bad-command', 'crash-loop-config', 'oom-killed'],
      owner: 'crashes',
      source: 'pkg/kubelet/container/sync_result.go',
    },
    {
      reason: 'CreateContainerConfigError',
      verdict: 'failure',
      means:
        'The settings of the container cannot be put together: a ConfigMap, Secret or key is missing, or its user is not allowed',
      categories: ['create-container-config', 'secret-missing-key'],
      owner: 'container-config',
      example: 'configmap "web-settings" not found',
    },
    {
      reason: 'PreCreateHookError',
      verdict: 'failure',
      means: 'A step of the kubelet before the creation of the container failed',
      categories: ['node-problem', 'disk-full'],
      owner: 'container-start',
      example: 'failed to make container log directory: no space left on device',
    },
    {
      reason: 'CreateContainerError',
      verdict: 'failure',
      means: 'The container runtime cannot create the container',
      categories: ['bad-command', 'create-container-config', 'volume-mount', 'node-problem', 'disk-full'],
      owner: 'container-start',
      example: 'failed to generate container "1a2b" spec: failed to generate spec: no command specified',
    },
    {
      reason: 'PreStartHookError',
      verdict: 'failure',
      means: 'A step of the kubelet before the start of the container failed (CPU, memory or device manager)',
      categories: ['node-problem'],
      owner: 'container-start',
      example: 'failed to set CPU affinity of container "1a2b": container not found',
    },
    {
      reason: 'RunContainerError',
      verdict: 'failure',
      means: 'The container runtime cannot start the container',
      categories: ['bad-command', 'create-container-config', 'volume-mount', 'node-problem', 'disk-full'],
      owner: 'container-start',
      source: 'pkg/kubelet/container/sync_result.go',
      example:
        'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "serve": executable file not found in $PATH',
    },
    {
      reason: 'PostStartHookError',
      verdict: 'failure',
      means: 'The postStart hook failed, so the kubelet ends the container',
      categories: ['bad-command'],
      owner: 'lifecycle-hooks',
      example: "command '/bin/warm-up' exited with 1: ",
    },
    ...(
      [
        ['CreatePodSandboxError', 'The sandbox of the pod cannot be made'],
        ['ConfigPodSandboxError', 'The settings of the pod’s sandbox cannot be put together'],
        ['KillPodSandboxError', 'The sandbox of the pod cannot be ended'],
        ['KillContainerError', 'The container cannot be ended'],
        ['RemoveContainerError', 'The container that ended cannot be removed'],
        ['ResizePodInPlaceError', 'The resources of the running pod cannot be changed'],
      ] as const
    ).map(([reason, means]) => ({
      reason,
      verdict: 'failure' as const,
      means,
      categories: ['node-problem'] as ['node-problem'],
      owner: 'reported',
      source: 'pkg/kubelet/container/sync_result.go',
      example: 'rpc error: code = DeadlineExceeded desc = context deadline exceeded',
    })),
  ]),
  ...rows({ ...WAITING, reporter: 'kubelet (images)', source: 'pkg/kubelet/images/types.go' }, [
    {
      reason: 'ErrImagePull',
      verdict: 'failure',
      means: 'The image cannot be pulled',
      categories: ['image-pull'],
      owner: 'images',
      example:
        'rpc error: code = Unknown desc = failed to resolve reference "registry.example.com/app:1": unexpected status: 403 Forbidden',
    },
    {
      reason: 'ImagePullBackOff',
      verdict: 'failure',
      means: 'The image could not be pulled, and the kubelet waits before it tries again',
      categories: ['image-pull'],
      owner: 'images',
    },
    {
      reason: 'ErrImageNeverPull',
      verdict: 'failure',
      means: 'The image is not on the node, and its pull policy forbids to pull it',
      categories: ['image-pull'],
      owner: 'images',
      example: 'Container image "shop/app:1.0" is not present with pull policy of Never',
    },
    {
      reason: 'InvalidImageName',
      verdict: 'failure',
      means: 'The image name does not parse',
      categories: ['invalid-image'],
      owner: 'images',
      example:
        'Failed to apply default image tag "Shop/App:1.0": couldn\'t parse image name "Shop/App:1.0": invalid reference format',
    },
    {
      reason: 'ImageInspectError',
      verdict: 'failure',
      means: 'The runtime cannot say whether it has the image',
      categories: ['image-pull'],
      owner: 'images',
      example: 'Failed to inspect image "shop/app:1.0": rpc error: code = Unknown desc = layer not known',
    },
    {
      reason: 'RegistryUnavailable',
      verdict: 'failure',
      source: 'staging/src/k8s.io/cri-api/pkg/errors/errors.go',
      means: 'The registry does not answer',
      categories: ['image-pull'],
      owner: 'images',
      example: 'image pull failed for shop/app:1.0 because the registry is unavailable',
    },
    {
      reason: 'SignatureValidationFailed',
      verdict: 'failure',
      source: 'staging/src/k8s.io/cri-api/pkg/errors/errors.go',
      means: 'The signature of the image does not satisfy the policy of the node',
      categories: ['image-pull'],
      owner: 'images',
      example:
        'image pull failed for shop/app:1.0 because the signature validation failed: A signature was required, but no signature exists',
    },
  ]),
];
