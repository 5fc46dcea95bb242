/** An object as it was recorded. Nothing about its shape is certain beyond the name. */
export interface KubernetesObject {
  apiVersion?: string;
  kind?: string;
  metadata: {
    name: string;
    namespace?: string;
    resourceVersion?: string;
    creationTimestamp?: string;
    deletionTimestamp?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    [field: string]: any;
  };
  spec?: any;
  status?: any;
  [field: string]: any;
}
