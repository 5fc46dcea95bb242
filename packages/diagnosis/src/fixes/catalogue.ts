import { ResourceRef } from '../Diagnosis';
import { ActionOf, ContainerRef, FixAction } from './FixAction';

export interface CatalogueEntry<T extends FixAction['type']> {
  does: string;
  /** The evidence without which it does not appear. */
  when: string;
  example: ActionOf<T>;
}

const inShop = (kind: string, name: string): ResourceRef => ({ kind, namespace: 'shop', name });
const web = inShop('Deployment', 'web');
const app: ContainerRef = { workload: web, container: 'app' };
const service = inShop('Service', 'web');
const ingress = inShop('Ingress', 'web');
const node: ResourceRef = { kind: 'Node', name: 'worker-1' };
const nightly = inShop('CronJob', 'nightly');
const claim = inShop('PersistentVolumeClaim', 'data');

/** Every typed fix with an example, in the order of `docs/fixes.md`. */
export const CATALOGUE: { [T in FixAction['type']]: CatalogueEntry<T> } = {
  'set-resources': {
    does: 'Sets requests or limits of a container (memory, CPU, ephemeral storage)',
    when: 'an OOM kill at a known limit, the bounds of a LimitRange, or a CPU request that no node can take',
    example: {
      type: 'set-resources',
      ...app,
      changes: [{ field: 'limits', resource: 'memory', from: '48Mi', to: '96Mi' }],
      why: 'twice the present limit is a first step',
    },
  },
  'set-image': {
    does: 'Sets the image of a container',
    when: 'a running pod proves that the registry has the other tag or name',
    example: { type: 'set-image', ...app, from: 'nginx:1.72', to: 'nginx:1.27', why: 'pod shop-1 runs it' },
  },
  'set-env': {
    does: 'Sets a variable of a container',
    when: 'the Service meant has nearly that name or another port, or all neighbours agree on the value',
    example: {
      type: 'set-env',
      ...app,
      variable: 'DB_HOST',
      from: 'postgre',
      to: 'postgres',
      why: 'Service postgre does not exist, postgres does',
    },
  },
  'set-env-key': {
    does: 'Lets a variable read another key of a ConfigMap or Secret',
    when: 'the key it reads is missing; the ConfigMap, or a running reader of the Secret, has one of nearly that name',
    example: {
      type: 'set-env-key',
      ...app,
      variable: 'DB_PASSWORD',
      holder: 'Secret',
      name: 'db',
      from: 'pasword',
      to: 'password',
    },
  },
  'set-env-source': {
    does: 'Lets envFrom name another ConfigMap or Secret',
    when: 'the one it names does not exist, and one other resembles it',
    example: {
      type: 'set-env-source',
      ...app,
      containerIndex: 0,
      index: 0,
      holder: 'ConfigMap',
      from: 'web-config',
      to: 'web-settings',
    },
  },
  'set-probe': {
    does: 'Corrects a probe: path, port, scheme, time-out, threshold, period',
    when: 'its failures contradict the container’s ports or other probes, or name a time-out',
    example: {
      type: 'set-probe',
      ...app,
      probe: 'readinessProbe',
      handler: 'httpGet',
      changes: [{ field: 'path', from: '/healthz', to: '/health' }],
      why: 'the livenessProbe asks that path, and it passes',
    },
  },
  harden: {
    does: 'Gives containers the security settings that a refusal names',
    when: 'Pod Security admission refused the pods and said what is missing',
    example: {
      type: 'harden',
      workload: web,
      containers: [{ container: 'app', allowPrivilegeEscalation: false, dropAllCapabilities: true }],
      runAsNonRoot: true,
      seccompProfile: true,
    },
  },
  'set-volume-source': {
    does: 'Lets a volume use another ConfigMap, Secret or claim',
    when: 'the one it names does not exist, and one other resembles it',
    example: {
      type: 'set-volume-source',
      workload: web,
      volume: 'config',
      holder: 'ConfigMap',
      from: 'web-conf',
      to: 'web-config',
    },
  },
  'set-size-limit': {
    does: 'Raises the sizeLimit of an emptyDir volume',
    when: 'pods were evicted for exceeding it',
    example: { type: 'set-size-limit', workload: web, volume: 'scratch', from: '48Mi', to: '96Mi' },
  },
  'set-service-account': {
    does: 'Lets a workload run as another ServiceAccount',
    when: 'the one it names does not exist, and pods run with one of nearly that name',
    example: { type: 'set-service-account', workload: web, from: 'web-as', to: 'web-sa' },
  },
  'add-pull-secret': {
    does: 'Adds an imagePullSecret',
    when: 'the registry wants credentials, and a running neighbour pulls from it with that Secret',
    example: { type: 'add-pull-secret', workload: web, secret: 'registry', why: 'pod api-1 pulls with it' },
  },
  'set-node-selector': {
    does: 'Corrects a nodeSelector',
    when: 'no node has the value asked for, and nodes have another of nearly that name',
    example: { type: 'set-node-selector', workload: web, key: 'disktype', from: 'sdd', to: 'ssd' },
  },
  'add-toleration': {
    does: 'Adds a toleration',
    when: 'the scheduler names the taint, and a node carries it; not for taints that Kubernetes sets itself',
    example: {
      type: 'add-toleration',
      workload: web,
      toleration: { key: 'team', operator: 'Equal', value: 'data', effect: 'NoSchedule' },
      existing: [],
    },
  },
  'roll-back': {
    does: 'Rolls back to an earlier revision (Deployment, StatefulSet, DaemonSet)',
    when: 'the failure began with the rollout, and what the rollout changed can have brought it',
    example: { type: 'roll-back', workload: web, revision: 3, present: 4, why: 'revision 4 brought the failure' },
  },
  restart: {
    does: 'Restarts the pods of a workload',
    when: 'they hold on to something that has been mended',
    example: { type: 'restart', workload: web, why: 'it read the old certificate at its start' },
  },
  'resume-rollout': {
    does: 'Resumes a paused rollout',
    when: 'spec.paused is true and the rollout stands still',
    example: { type: 'resume-rollout', workload: web },
  },
  scale: {
    does: 'Sets the number of replicas',
    when: 'something needs the workload and it is scaled to 0, or a budget leaves no room',
    example: { type: 'scale', workload: web, from: 0, to: 1 },
  },
  'create-config-map': {
    does: 'Creates a ConfigMap',
    when: 'exactly one of that name exists in another namespace',
    example: {
      type: 'create-config-map',
      configMap: inShop('ConfigMap', 'web-config'),
      data: { MODE: 'prod' },
      why: 'a copy of the one in namespace staging',
    },
  },
  'set-config-key': {
    does: 'Sets a key of a ConfigMap',
    when: 'a variable reads the key, and its value names a Service or port that does not exist where one nearly does',
    example: {
      type: 'set-config-key',
      configMap: inShop('ConfigMap', 'web-config'),
      key: 'DB_URL',
      from: 'db:5433',
      to: 'db:5432',
      why: 'Service db has port 5432 only',
    },
  },
  'set-target-port': {
    does: 'Corrects the targetPort of a Service',
    when: 'its pods declare one other port',
    example: { type: 'set-target-port', service, portIndex: 0, from: '8080', to: 3000 },
  },
  'set-selector': {
    does: 'Corrects the selector of a Service',
    when: 'it matches no pods, and the labels of one workload differ in little',
    example: { type: 'set-selector', service, selector: { app: 'web' }, from: { app: 'wbe' } },
  },
  'set-ingress-service': {
    does: 'Corrects the Service of an Ingress backend',
    when: 'it does not exist, and one of nearly that name does',
    example: { type: 'set-ingress-service', ingress, ruleIndex: 0, pathIndex: 0, from: 'web-svc', to: 'web' },
  },
  'set-ingress-port': {
    does: 'Corrects the port of an Ingress backend',
    when: 'the Service has one port, and it is another',
    example: { type: 'set-ingress-port', ingress, ruleIndex: 0, pathIndex: 0, from: 8080, to: 80 },
  },
  'set-ingress-class': {
    does: 'Corrects the class of an Ingress',
    when: 'the class does not exist and another does',
    example: { type: 'set-ingress-class', ingress, from: 'ngnix', to: 'nginx' },
  },
  'create-headless-service': {
    does: 'Creates the governing Service of a StatefulSet',
    when: 'spec.serviceName names one that does not exist',
    example: {
      type: 'create-headless-service',
      service: inShop('Service', 'queue'),
      statefulSet: 'queue',
      selector: { app: 'queue' },
      ports: [5672],
    },
  },
  'allow-traffic': {
    does: 'Adds a rule to a NetworkPolicy',
    when: 'the policy drops a call that the configuration names; never in a policy for all pods',
    example: {
      type: 'allow-traffic',
      policy: inShop('NetworkPolicy', 'db-ingress'),
      direction: 'ingress',
      rules: 1,
      podLabels: { app: 'web' },
      namespaceLabels: { 'kubernetes.io/metadata.name': 'front' },
      port: 5432,
    },
  },
  'set-hpa-target': {
    does: 'Points an autoscaler at another workload',
    when: 'its target does not exist, and one of nearly that name does',
    example: {
      type: 'set-hpa-target',
      hpa: inShop('HorizontalPodAutoscaler', 'web'),
      from: 'wbe',
      to: 'web',
    },
  },
  'allow-one-disruption': {
    does: 'Lets a PodDisruptionBudget allow one disruption',
    when: 'all pods are healthy and it allows none',
    example: {
      type: 'allow-one-disruption',
      budget: inShop('PodDisruptionBudget', 'web'),
      from: 'minAvailable 2',
      minAvailable: 2,
    },
  },
  'raise-quota': {
    does: 'Raises a ResourceQuota',
    when: 'pods are refused for it, with the amounts in the refusal',
    example: {
      type: 'raise-quota',
      quota: inShop('ResourceQuota', 'team'),
      resource: 'requests.memory',
      from: '200Mi',
      to: '392Mi',
    },
  },
  'resume-cronjob': {
    does: 'Resumes a CronJob',
    when: 'it is suspended, and somebody asks why it does not run',
    example: { type: 'resume-cronjob', cronJob: nightly },
  },
  'set-time-zone': {
    does: 'Corrects the time zone of a CronJob',
    when: 'it is unknown, and a known one has nearly that name',
    example: { type: 'set-time-zone', cronJob: nightly, from: 'Europe/Berln', to: 'Europe/Berlin' },
  },
  'run-cronjob': {
    does: 'Runs a CronJob once now',
    when: 'its last Job failed for good',
    example: { type: 'run-cronjob', cronJob: nightly, why: 'the cause is mended' },
  },
  'resume-job': {
    does: 'Resumes a suspended Job',
    when: 'spec.suspend is true',
    example: { type: 'resume-job', job: inShop('Job', 'import') },
  },
  'create-storage-class': {
    does: 'Creates a StorageClass like one that exists',
    when: 'claims of a StatefulSet name a class that does not exist',
    example: {
      type: 'create-storage-class',
      name: 'fast',
      like: 'standard',
      provisioner: 'rancher.io/local-path',
      parameters: { nodePath: '/data' },
      reclaimPolicy: 'Delete',
      volumeBindingMode: 'WaitForFirstConsumer',
    },
  },
  'recreate-claim': {
    does: 'Makes an unbound claim anew with another StorageClass',
    when: 'its class does not exist, another does, and no StatefulSet made the claim',
    example: {
      type: 'recreate-claim',
      claim,
      from: 'fsat',
      to: 'fast',
      accessModes: ['ReadWriteOnce'],
      storage: '1Gi',
    },
  },
  'expand-claim': {
    does: 'Enlarges a claim',
    when: 'its volume is full, and its class has allowVolumeExpansion',
    example: { type: 'expand-claim', claim, from: '10Gi', to: '15Gi' },
  },
  cordon: {
    does: 'Keeps new pods off a node',
    when: 'the node harms what is scheduled on it',
    example: { type: 'cordon', node, why: 'its disk is full' },
  },
  uncordon: {
    does: 'Lets new pods on a node again',
    when: 'the scheduler names it as unschedulable and it is cordoned',
    example: { type: 'uncordon', node },
  },
  label: {
    does: 'Labels a node or a namespace',
    when: 'a nodeSelector asks for a label that the only node has not',
    example: { type: 'label', target: node, key: 'disktype', value: 'ssd', why: 'web asks for it' },
  },
  'delete-node': {
    does: 'Removes a node',
    when: 'its kubelet no longer posts a status',
    example: { type: 'delete-node', node },
  },
  'grant-access': {
    does: 'Creates a Role and a RoleBinding for a ServiceAccount',
    when: 'the API server refused the pod’s own account in its own namespace; never for Secrets, roles or subresources',
    example: {
      type: 'grant-access',
      role: inShop('Role', 'web-deployments'),
      serviceAccount: { namespace: 'shop', name: 'web' },
      verbs: ['get', 'list', 'watch'],
      resource: 'deployments',
      group: 'apps',
    },
  },
  'create-service-account': {
    does: 'Creates a ServiceAccount',
    when: 'pods are refused because it does not exist',
    example: {
      type: 'create-service-account',
      account: inShop('ServiceAccount', 'web'),
      why: 'Deployment web names it',
    },
  },
  'delete-pod': {
    does: 'Deletes a pod, by force where its node is gone',
    when: 'it was evicted, or terminates on a node that does not answer',
    example: { type: 'delete-pod', pod: inShop('Pod', 'web-1'), why: 'its node is gone', force: true },
  },
  'remove-finalizer': {
    does: 'Removes a finalizer',
    when: 'a deleted object stays because of it; not for finalizers of Kubernetes itself',
    example: {
      type: 'remove-finalizer',
      target: inShop('ConfigMap', 'web'),
      index: 0,
      finalizer: 'example.com/protect',
    },
  },
  inspect: {
    does: 'Describes an object, prints it or its events (read-only)',
    when: 'nothing that changes something is known',
    example: { type: 'inspect', what: 'describe', target: web, why: 'See its events' },
  },
  'read-log': {
    does: 'Reads a log (read-only)',
    when: 'nothing that changes something is known',
    example: {
      type: 'read-log',
      pod: inShop('Pod', 'web-1'),
      container: 'app',
      previous: true,
      why: 'Read the log of the run that failed',
    },
  },
  'can-i': {
    does: 'Asks what a ServiceAccount may do (read-only)',
    when: 'a right is missing that is not granted by a command',
    example: { type: 'can-i', verb: 'list', resource: 'pods', namespace: 'shop', serviceAccount: 'web' },
  },
  'list-pods': {
    does: 'Lists the pods of a namespace (read-only)',
    when: 'only a pasted text is known',
    example: { type: 'list-pods', namespace: 'shop' },
  },
  'terraform-unlock': {
    does: 'Releases a Terraform state lock',
    when: 'the pasted text has the id of the lock',
    example: { type: 'terraform-unlock', lockId: 'c5d0cf4e-5e2b-4d68-9a1b-5f2d9a2d7a11' },
  },
  advice: {
    does: 'Says in words what a person has to decide',
    when: 'the right value cannot be known from the cluster',
    example: { type: 'advice', description: 'Put key password back into Secret db', risk: 'LOW' },
  },
};
