import { stringifyEntityRef } from '@backstage/catalog-model';
import { Content } from '@backstage/core-components';
import { MissingAnnotationEmptyState, useEntity } from '@backstage/plugin-catalog-react';
import { KUBERNETES_ANNOTATION, KUBERNETES_LABEL_SELECTOR_QUERY_ANNOTATION } from '@backstage/plugin-kubernetes-common';
import { triageDiagnosisCreatePermission } from '@triage/plugin-triage-common';
import { useEntityDiagnosis } from '../../hooks/useEntityDiagnosis';
import { isTriageAvailable } from '../../isTriageAvailable';
import { PermissionGate } from '../common/PermissionGate';
import { RequestError } from '../common/RequestError';
import { Working } from '../common/Working';
import { DiagnosisCard } from '../diagnosis/DiagnosisCard';

function EntityDiagnosis({ entityRef, name }: { entityRef: string; name: string }) {
  const { value, loading, error, retry } = useEntityDiagnosis(entityRef);
  return (
    <div style={{ maxWidth: 1120 }}>
      {loading && <Working>Reading {name}: objects, events, logs, recent changes…</Working>}
      {error && !loading && <RequestError title={`Could not diagnose ${name}`} error={error} onRetry={retry} />}
      {value && !loading && <DiagnosisCard diagnosis={value} onCheckAgain={retry} />}
    </div>
  );
}

/** The Triage tab of an entity: its diagnosis, made when the tab opens. */
export function EntityTriageContent() {
  const { entity } = useEntity();
  if (!isTriageAvailable(entity)) {
    return (
      <MissingAnnotationEmptyState annotation={[KUBERNETES_ANNOTATION, KUBERNETES_LABEL_SELECTOR_QUERY_ANNOTATION]} />
    );
  }
  return (
    <Content noPadding>
      <PermissionGate permission={triageDiagnosisCreatePermission} to="ask for a diagnosis">
        <EntityDiagnosis
          key={stringifyEntityRef(entity)}
          entityRef={stringifyEntityRef(entity)}
          name={entity.metadata.title ?? entity.metadata.name}
        />
      </PermissionGate>
    </Content>
  );
}
