import { KubernetesObject } from './KubernetesObject';

/**
 * What the fields of the kinds that are read hold, by name: the API uses each name for one type everywhere. Names that it
 * uses for several (`port`, `active`, `limits`) are not here; whoever reads those has to look.
 */
const FIELDS: Record<string, string> = {
  string: `name namespace uid kind apiVersion reason message note type phase image imageID containerID nodeName hostname
    serviceAccountName schedulerName priorityClassName restartPolicy imagePullPolicy claimName secretName storageClassName
    volumeName volumeMode mountPath subPath subPathExpr workingDir value key operator effect host path pathType scheme
    protocol clusterIP externalName ingressClassName schedule timeZone concurrencyPolicy fieldPath podIP hostIP cidr
    topologyKey whenUnsatisfiable provisioner volumeBindingMode reclaimPolicy persistentVolumeReclaimPolicy generateName
    resourceVersion serviceName action reportingComponent reportingController component terminationMessagePath`,
  number: `exitCode signal restartCount replicas readyReplicas availableReplicas updatedReplicas unavailableReplicas
    currentReplicas desiredReplicas minReplicas maxReplicas observedGeneration generation count backoffLimit
    activeDeadlineSeconds failed succeeded parallelism completions initialDelaySeconds periodSeconds failureThreshold
    timeoutSeconds successThreshold terminationGracePeriodSeconds progressDeadlineSeconds minReadySeconds
    disruptionsAllowed expectedPods currentHealthy desiredHealthy nodePort containerPort hostPort number priority
    startingDeadlineSeconds desiredNumberScheduled currentNumberScheduled numberReady numberUnavailable numberAvailable
    updatedNumberScheduled ttlSecondsAfterFinished tolerationSeconds runAsUser runAsGroup fsGroup
    deletionGracePeriodSeconds averageUtilization maxSkew`,
  boolean: `ready started suspend optional hostNetwork hostPID hostIPC readOnly readOnlyRootFilesystem runAsNonRoot
    privileged unschedulable controller immutable allowVolumeExpansion`,
  object: `metadata spec template jobTemplate selector podSelector namespaceSelector state lastState terminated waiting
    running resourceRef valueFrom configMapKeyRef secretKeyRef configMapRef secretRef configMap secret
    persistentVolumeClaim emptyDir hostPath projected securityContext affinity nodeAffinity podAffinity podAntiAffinity
    livenessProbe readinessProbe startupProbe lifecycle httpGet tcpSocket exec grpc backend defaultBackend http
    scaleTargetRef involvedObject regarding series source claimRef labelSelector strategy updateStrategy rollingUpdate
    currentMetric resource capabilities loadBalancer ipBlock nodeInfo`,
  objects: `containers initContainers ephemeralContainers containerStatuses initContainerStatuses
    ephemeralContainerStatuses conditions volumes volumeMounts volumeDevices env envFrom ports rules paths ingress egress
    tolerations taints ownerReferences volumeClaimTemplates topologySpreadConstraints matchExpressions matchFields
    nodeSelectorTerms metrics currentMetrics tls imagePullSecrets items subsets endpoints hostAliases readinessGates
    schedulingGates`,
  strings: 'command args finalizers accessModes policyTypes values hosts externalIPs except',
  texts: 'labels annotations matchLabels nodeSelector data',
  quantities: 'requests hard used capacity allocatable',
};

const TYPES = new Map(
  Object.entries(FIELDS).flatMap(([type, names]) => names.split(/\s+/).map((name): [string, string] => [name, type])),
);

/**
 * The object without the fields whose value is of another type than the API has there, so that those who read it need
 * not doubt each one; `undefined` for what has no name at all. Only a broken or hostile API server sends such. An object
 * that is in order, as all are, is handed back as it is.
 */
export function wellFormed(object: KubernetesObject): KubernetesObject | undefined {
  if (!isObject(object) || !isObject(object.metadata) || typeof object.metadata.name !== 'string') return undefined;
  // Of this kind alone `data` is no map of texts but a part of a workload.
  if (object.kind === 'ControllerRevision') {
    const { data, ...others } = object;
    return { ...(mended(others, 0) as unknown as KubernetesObject), ...(isObject(data) && { data: mended(data, 0) }) };
  }
  return mended(object, 0) as unknown as KubernetesObject;
}

/** Deeper is nothing that the API has. */
const MAX_DEPTH = 40;

function mended(object: Record<string, unknown>, depth: number): Record<string, unknown> {
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(object)) {
    const value = object[key];
    const kept = depth < MAX_DEPTH ? mendedField(key, value, depth) : undefined;
    if (kept === value) continue;
    copy ??= { ...object };
    if (kept === undefined) delete copy[key];
    else copy[key] = kept;
  }
  return copy ?? object;
}

/** Of an object it is what its controllers report, of a condition it is True, False or Unknown. */
function statusOf(depth: number): string {
  return depth === 0 ? 'object' : 'string';
}

/** The value as it may stand; `undefined` when nothing of it may. */
function mendedField(key: string, value: unknown, depth: number): unknown {
  switch (key === 'status' ? statusOf(depth) : TYPES.get(key) ?? timeOf(key)) {
    case 'string':
      return typeof value === 'string' ? value : undefined;
    case 'time':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'object':
      return isObject(value) ? mended(value, depth + 1) : undefined;
    case 'objects':
      return Array.isArray(value) ? mendedList(value, isObject, depth) : undefined;
    case 'strings':
      return Array.isArray(value) ? mendedList(value, entry => typeof entry === 'string', depth) : undefined;
    case 'texts':
      return isObject(value) ? mapOf(value, entry => typeof entry === 'string') : undefined;
    case 'quantities':
      return isObject(value)
        ? mapOf(value, entry => typeof entry === 'string' || typeof entry === 'number')
        : undefined;
    default:
      if (value === null) return undefined;
      if (Array.isArray(value)) return mendedList(value, entry => entry !== null && entry !== undefined, depth);
      return isObject(value) ? mended(value, depth + 1) : value;
  }
}

function timeOf(key: string): string | undefined {
  return /(?:Time|Timestamp|At)$/.test(key) ? 'time' : undefined;
}

function mendedList(list: unknown[], fits: (entry: unknown) => boolean, depth: number): unknown[] {
  const kept = list.filter(fits).map(entry => (isObject(entry) ? mended(entry, depth + 1) : entry));
  return kept.length === list.length && kept.every((entry, i) => entry === list[i]) ? list : kept;
}

function mapOf(map: Record<string, unknown>, fits: (entry: unknown) => boolean): Record<string, unknown> {
  const entries = Object.entries(map);
  return entries.every(([, entry]) => fits(entry))
    ? map
    : Object.fromEntries(entries.filter(([, entry]) => fits(entry)));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
