import { KubernetesObject } from '../snapshot/KubernetesObject';
import { selectorText } from '../tables/TablePrinter';

const SCALABLE = new Set(['Deployment', 'ReplicaSet', 'StatefulSet', 'ReplicationController']);

/** The `scale` subresource of a workload; undefined when it has none. */
export function scaleOf(object: KubernetesObject): object | undefined {
  if (!SCALABLE.has(object.kind ?? '')) {
    return undefined;
  }
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata;
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas: object.spec?.replicas ?? 1 },
    status: { replicas: object.status?.replicas ?? 0, selector: selectorText(object.spec?.selector) },
  };
}
