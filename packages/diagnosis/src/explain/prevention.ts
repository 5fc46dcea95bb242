import { Category } from '../categories';

/** What keeps it from coming back, by category: sentences that a team can turn into a task. */
const TIPS: Partial<Record<Category, string[]>> = {
  'oom-killed': [
    'Alert on container memory above 90 % of its limit, before the kernel acts.',
    'Load-test with production-sized data and set the limit from what was measured.',
  ],
  'crash-loop-app-error': [
    'Run the new version against a copy of production configuration and schema before the rollout.',
    'Keep a readiness probe strict enough that a bad version never takes traffic.',
  ],
  'crash-loop-config': [
    'Validate required settings in CI with the manifests that will be applied.',
    'Let the program name every missing setting at once, and nothing else, when it stops.',
  ],
  'config-invalid': ['Check configuration files in CI with the program’s own syntax check.'],
  'bad-command': ['Start the built image once in CI with the command of the manifest.'],
  'exit-code-signal': [
    'Keep core dumps or a crash reporter for native code.',
    'Pin native libraries, and rebuild them with the base image.',
  ],
  'image-pull': [
    'Deploy by digest, and only what the registry already has.',
    'Let CI fail when a manifest names an image that does not exist.',
  ],
  'invalid-image': ['Validate manifests in CI (kubectl apply --dry-run=server).'],
  'create-container-config': ['Deploy ConfigMaps together with what reads them, and validate references in CI.'],
  'secret-missing-key': [
    'Add the new key first, move the readers, then remove the old key.',
    'Let the rotation check who reads a key before it is renamed.',
  ],
  'init-container': ['Run migrations against a copy of production data before the rollout.'],
  'readiness-probe': ['Test the probe’s path in the program’s own tests.'],
  'liveness-probe': [
    'Let the liveness probe ask only whether the process itself is alive, with a time-out of several seconds.',
  ],
  'startup-probe': ['Size the startup probe by the slowest start that was measured, times two.'],
  'unschedulable-resources': [
    'Watch requested against allocatable per node, and alert before a rollout no longer fits.',
  ],
  'unschedulable-constraints': ['Check node labels and taints when node pools change.'],
  quota: ['Alert on quota usage above 85 %.', 'Leave room in the quota for the surge of a rolling update.'],
  'limit-range': ['Validate manifests against the namespace in CI (kubectl apply --dry-run=server).'],
  'pvc-pending': ['Name StorageClasses that exist in every cluster the manifest goes to.'],
  'volume-mount': ['Deploy Secrets and ConfigMaps before what mounts them.'],
  'disk-full': ['Clean up temporary files, and alert on volume usage above 80 %.'],
  'rbac-forbidden': ['Keep the Role beside the code that needs it, and test with that ServiceAccount.'],
  'service-no-endpoints': ['Alert on Services without endpoints.', 'Generate selector and pod labels from one place.'],
  'service-port-mismatch': ['Use named ports, so that a change of number needs one edit.'],
  'port-conflict': ['List the ports of all containers of a pod in one place.'],
  'network-policy': ['Test the calls that must work, from inside the cluster, after every policy change.'],
  'ingress-misconfig': ['Check in CI that every ingress backend exists.'],
  dns: ['Resolve configured host names at deploy time, and fail early.'],
  'tls-certificate': ['Renew automatically, and alert 21 days before a certificate expires.'],
  'dependency-down': [
    'Alert on the dependency itself, so that its owners know first.',
    'Retry with back-off and show which dependency is missing in the readiness check.',
  ],
  'hpa-misconfig': ['Alert on the HPA conditions AbleToScale and ScalingActive.'],
  'pdb-blocking': ['Use maxUnavailable: 1 rather than minAvailable equal to the replicas.'],
  'job-failed': ['Alert on failed Jobs, and keep their pods for a day (ttlSecondsAfterFinished).'],
  'cronjob-suspended-or-missed': ['Alert when a CronJob’s last success is older than two of its periods.'],
  'statefulset-stuck': ['Use podManagementPolicy: Parallel when the pods find each other by themselves.'],
  'daemonset-unscheduled': ['Alert on DaemonSets whose desired number is 0.'],
  'rollout-stuck': ['Let the pipeline wait for kubectl rollout status and roll back by itself.'],
  'admission-rejected': ['Run the policies in CI against the rendered manifests.'],
  'node-problem': ['Spread replicas over nodes (topologySpreadConstraints), so that one node is never the service.'],
  'terraform-state-lock': ['Run Terraform for one state from one pipeline only, and let it finish its clean-up.'],
};

export function preventionTips(category: Category): string[] {
  return TIPS[category] ?? [];
}
