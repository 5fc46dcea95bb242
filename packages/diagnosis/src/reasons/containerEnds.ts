import { Common, normal, Reason, rows } from './Reason';

const ENDED: Common = {
  where: 'terminated',
  kinds: ['Pod'],
  reporter: 'container runtime',
  source: 'containerd: internal/cri/server/container_status.go',
};

/** Reasons of containers that have ended, as the container runtime gives them to the kubelet. */
export const CONTAINER_ENDS: Reason[] = [
  ...normal(ENDED, {
    Completed: 'The process ended by itself with exit code 0; where it has to stay, the exit code table tells more',
  }),
  ...rows(ENDED, [
    {
      reason: 'Error',
      verdict: 'failure',
      means: 'The process ended with an exit code other than 0',
      categories: ['crash-loop-app-error', 'exit-code-signal', 'bad-command', 'crash-loop-config'],
      owner: 'crashes',
    },
    {
      reason: 'OOMKilled',
      verdict: 'failure',
      means: 'The kernel ended the container because it needed more memory than its limit, or than the node had',
      categories: ['oom-killed'],
      owner: 'oom-kills',
    },
    {
      reason: 'StartError',
      verdict: 'failure',
      means: 'The process could not be started',
      categories: ['bad-command', 'create-container-config', 'volume-mount', 'node-problem', 'disk-full'],
      owner: 'container-start',
      example:
        'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "serve": executable file not found in $PATH',
    },
    {
      reason: 'ContainerCannotRun',
      verdict: 'failure',
      means: 'The process could not be started',
      categories: ['bad-command'],
      owner: 'container-start',
      source: 'cri-dockerd: core/container_status.go',
      example:
        'oci runtime error: container_linux.go:247: starting container process caused "exec: \\"serve\\": executable file not found in $PATH"',
    },
    {
      reason: 'DeadlineExceeded',
      verdict: 'failure',
      means: 'The pod ran longer than its activeDeadlineSeconds',
      categories: ['job-failed'],
      owner: 'reported',
      where: 'pod',
      reporter: 'kubelet',
      source: 'pkg/kubelet/active_deadline.go',
      example: 'Pod was active on the node longer than the specified deadline',
    },
    {
      reason: 'ContainerStatusUnknown',
      verdict: 'failure',
      means:
        'The kubelet lost sight of the container (the node was restarted, or the container removed by hand) and counts it as ended with 137',
      categories: ['exit-code-signal', 'node-problem'],
      owner: 'crashes',
      reporter: 'kubelet',
      source: 'pkg/kubelet/container/runtime.go',
      example: 'The container could not be located when the pod was terminated',
    },
  ]),
];
