import type { Entity } from '@backstage/catalog-model';
import { KUBERNETES_ANNOTATION, KUBERNETES_LABEL_SELECTOR_QUERY_ANNOTATION } from '@backstage/plugin-kubernetes-common';

/** Whether an entity tells where it runs: one of the annotations of the Kubernetes plugin. */
export function isTriageAvailable(entity: Entity): boolean {
  const annotations = entity.metadata.annotations ?? {};
  return Boolean(annotations[KUBERNETES_ANNOTATION] || annotations[KUBERNETES_LABEL_SELECTOR_QUERY_ANNOTATION]);
}
