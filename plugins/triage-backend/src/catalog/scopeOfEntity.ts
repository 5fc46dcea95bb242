import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { KUBERNETES_ANNOTATION, KUBERNETES_LABEL_SELECTOR_QUERY_ANNOTATION } from '@backstage/plugin-kubernetes-common';
import { DiagnosisScope } from '../diagnoses/DiagnosisScope';
import { validateLabelValue, validateNamespace } from '../http/kubernetesNames';

const NAMESPACE_ANNOTATION = 'backstage.io/kubernetes-namespace';
const CLUSTER_ANNOTATION = 'backstage.io/kubernetes-cluster';

/** Where the workloads of an entity run, by the same annotations that Backstage's Kubernetes plugin goes by. */
export function scopeOfEntity(entity: Entity): DiagnosisScope & { cluster?: string } {
  const annotations = entity.metadata.annotations ?? {};
  const id = annotations[KUBERNETES_ANNOTATION];
  const selector = annotations[KUBERNETES_LABEL_SELECTOR_QUERY_ANNOTATION];
  const namespace = annotations[NAMESPACE_ANNOTATION];
  if (!id && !selector) {
    throw new InputError(
      `${stringifyEntityRef(
        entity,
      )} does not say which workloads are its own: add the annotation ${KUBERNETES_ANNOTATION} ` +
        `with the value of the label ${KUBERNETES_ANNOTATION} of its workloads, or ${KUBERNETES_LABEL_SELECTOR_QUERY_ANNOTATION}`,
    );
  }
  if (namespace) {
    validateNamespace(namespace, `The annotation ${NAMESPACE_ANNOTATION} of ${stringifyEntityRef(entity)}`);
  }
  if (!selector) {
    validateLabelValue(id, `The annotation ${KUBERNETES_ANNOTATION} of ${stringifyEntityRef(entity)}`);
  }
  return {
    cluster: annotations[CLUSTER_ANNOTATION],
    namespace,
    labelSelector: selector || `${KUBERNETES_ANNOTATION}=${id}`,
  };
}
