/**
 * An object as the API server sends it. Nothing about its shape is certain (other versions, other
 * controllers, recordings), so every field beyond the name is optional and read defensively.
 */
export interface KubernetesObject {
  apiVersion?: string;
  kind: string;
  metadata: ObjectMeta;
  spec?: any;
  status?: any;
  // ConfigMap.data, Event.reason, Endpoints.subsets, … live at the top level
  [field: string]: any;
}

export interface ObjectMeta {
  name: string;
  namespace?: string;
  uid?: string;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  generation?: number;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  finalizers?: string[];
  ownerReferences?: OwnerReference[];
  /** RFC 3339: the last write that `managedFields` know of. ConfigMaps only. */
  lastUpdateTime?: string;
  [field: string]: any;
}

export interface OwnerReference {
  apiVersion?: string;
  kind: string;
  name: string;
  uid?: string;
  controller?: boolean;
  blockOwnerDeletion?: boolean;
}
