import { ResourceType } from './ClusterReader';

function namespaced(apiVersion: string, plural: string, kind: string): ResourceType {
  return { apiVersion, plural, kind, namespaced: true };
}

function clusterWide(apiVersion: string, plural: string, kind: string): ResourceType {
  return { apiVersion, plural, kind, namespaced: false };
}

/**
 * Every kind that Triage may read, by kind. Secrets are absent on purpose: a missing Secret or key is known from
 * kubelet events and pod specs, and what is never read cannot leak.
 */
export const resourceTypes = {
  Pod: namespaced('v1', 'pods', 'Pod'),
  Service: namespaced('v1', 'services', 'Service'),
  Endpoints: namespaced('v1', 'endpoints', 'Endpoints'),
  ConfigMap: namespaced('v1', 'configmaps', 'ConfigMap'),
  ServiceAccount: namespaced('v1', 'serviceaccounts', 'ServiceAccount'),
  PersistentVolumeClaim: namespaced('v1', 'persistentvolumeclaims', 'PersistentVolumeClaim'),
  ResourceQuota: namespaced('v1', 'resourcequotas', 'ResourceQuota'),
  LimitRange: namespaced('v1', 'limitranges', 'LimitRange'),
  ReplicationController: namespaced('v1', 'replicationcontrollers', 'ReplicationController'),
  Event: namespaced('v1', 'events', 'Event'),
  Node: clusterWide('v1', 'nodes', 'Node'),
  Namespace: clusterWide('v1', 'namespaces', 'Namespace'),
  PersistentVolume: clusterWide('v1', 'persistentvolumes', 'PersistentVolume'),

  Deployment: namespaced('apps/v1', 'deployments', 'Deployment'),
  ReplicaSet: namespaced('apps/v1', 'replicasets', 'ReplicaSet'),
  StatefulSet: namespaced('apps/v1', 'statefulsets', 'StatefulSet'),
  DaemonSet: namespaced('apps/v1', 'daemonsets', 'DaemonSet'),
  ControllerRevision: namespaced('apps/v1', 'controllerrevisions', 'ControllerRevision'),
  Job: namespaced('batch/v1', 'jobs', 'Job'),
  CronJob: namespaced('batch/v1', 'cronjobs', 'CronJob'),
  HorizontalPodAutoscaler: namespaced('autoscaling/v2', 'horizontalpodautoscalers', 'HorizontalPodAutoscaler'),
  PodDisruptionBudget: namespaced('policy/v1', 'poddisruptionbudgets', 'PodDisruptionBudget'),

  Ingress: namespaced('networking.k8s.io/v1', 'ingresses', 'Ingress'),
  IngressClass: clusterWide('networking.k8s.io/v1', 'ingressclasses', 'IngressClass'),
  NetworkPolicy: namespaced('networking.k8s.io/v1', 'networkpolicies', 'NetworkPolicy'),
  EndpointSlice: namespaced('discovery.k8s.io/v1', 'endpointslices', 'EndpointSlice'),
  Lease: namespaced('coordination.k8s.io/v1', 'leases', 'Lease'),

  StorageClass: clusterWide('storage.k8s.io/v1', 'storageclasses', 'StorageClass'),
  VolumeAttachment: clusterWide('storage.k8s.io/v1', 'volumeattachments', 'VolumeAttachment'),
  CSIDriver: clusterWide('storage.k8s.io/v1', 'csidrivers', 'CSIDriver'),
  CSINode: clusterWide('storage.k8s.io/v1', 'csinodes', 'CSINode'),
  CSIStorageCapacity: namespaced('storage.k8s.io/v1', 'csistoragecapacities', 'CSIStorageCapacity'),

  Role: namespaced('rbac.authorization.k8s.io/v1', 'roles', 'Role'),
  RoleBinding: namespaced('rbac.authorization.k8s.io/v1', 'rolebindings', 'RoleBinding'),
  ClusterRole: clusterWide('rbac.authorization.k8s.io/v1', 'clusterroles', 'ClusterRole'),
  ClusterRoleBinding: clusterWide('rbac.authorization.k8s.io/v1', 'clusterrolebindings', 'ClusterRoleBinding'),

  PriorityClass: clusterWide('scheduling.k8s.io/v1', 'priorityclasses', 'PriorityClass'),
  RuntimeClass: clusterWide('node.k8s.io/v1', 'runtimeclasses', 'RuntimeClass'),
  ValidatingWebhookConfiguration: clusterWide(
    'admissionregistration.k8s.io/v1',
    'validatingwebhookconfigurations',
    'ValidatingWebhookConfiguration',
  ),
  MutatingWebhookConfiguration: clusterWide(
    'admissionregistration.k8s.io/v1',
    'mutatingwebhookconfigurations',
    'MutatingWebhookConfiguration',
  ),
  ValidatingAdmissionPolicy: clusterWide(
    'admissionregistration.k8s.io/v1',
    'validatingadmissionpolicies',
    'ValidatingAdmissionPolicy',
  ),
  ValidatingAdmissionPolicyBinding: clusterWide(
    'admissionregistration.k8s.io/v1',
    'validatingadmissionpolicybindings',
    'ValidatingAdmissionPolicyBinding',
  ),
  CustomResourceDefinition: clusterWide(
    'apiextensions.k8s.io/v1',
    'customresourcedefinitions',
    'CustomResourceDefinition',
  ),
  APIService: clusterWide('apiregistration.k8s.io/v1', 'apiservices', 'APIService'),
  PodMetrics: namespaced('metrics.k8s.io/v1beta1', 'pods', 'PodMetrics'),
  NodeMetrics: clusterWide('metrics.k8s.io/v1beta1', 'nodes', 'NodeMetrics'),
} satisfies Record<string, ResourceType>;

/** kubectl's short names of the kinds above. */
const SHORT_NAMES: Record<string, keyof typeof resourceTypes> = {
  po: 'Pod',
  svc: 'Service',
  ep: 'Endpoints',
  cm: 'ConfigMap',
  sa: 'ServiceAccount',
  pvc: 'PersistentVolumeClaim',
  pv: 'PersistentVolume',
  quota: 'ResourceQuota',
  limits: 'LimitRange',
  rc: 'ReplicationController',
  ev: 'Event',
  no: 'Node',
  ns: 'Namespace',
  deploy: 'Deployment',
  rs: 'ReplicaSet',
  sts: 'StatefulSet',
  ds: 'DaemonSet',
  cj: 'CronJob',
  hpa: 'HorizontalPodAutoscaler',
  pdb: 'PodDisruptionBudget',
  ing: 'Ingress',
  netpol: 'NetworkPolicy',
  sc: 'StorageClass',
  pc: 'PriorityClass',
  crd: 'CustomResourceDefinition',
};

const byName = new Map<string, ResourceType>();
for (const type of Object.values(resourceTypes)) {
  const names = [type.kind, type.plural];
  for (const name of names) {
    // metrics.k8s.io reuses the plurals of the core group, which keep theirs
    if (!byName.has(name.toLowerCase())) {
      byName.set(name.toLowerCase(), type);
    }
  }
}
for (const [name, kind] of Object.entries(SHORT_NAMES)) {
  byName.set(name, resourceTypes[kind]);
}

/** The type that people mean by a kind, its plural or kubectl's short name, in any case: `Deployment`, `pods`, `sts`. */
export function findResourceType(name: string): ResourceType | undefined {
  return byName.get(name.toLowerCase());
}
