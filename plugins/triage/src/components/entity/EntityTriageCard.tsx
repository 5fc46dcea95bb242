import Typography from '@material-ui/core/Typography';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { triageDiagnosisCreatePermission } from '@triage/plugin-triage-common';
import { useEntityDiagnosis } from '../../hooks/useEntityDiagnosis';
import { isTriageAvailable } from '../../isTriageAvailable';
import { adviceFor } from '../common/adviceFor';
import { Working } from '../common/Working';
import { StateLine } from './StateLine';
import { useEntityTabPath } from './useEntityTabPath';

/** One line on an entity's overview, with the way to the whole answer. Shows nothing to those who may not ask. */
export function EntityTriageCard() {
  const { entity } = useEntity();
  const tabPath = useEntityTabPath();
  const { allowed } = usePermission({ permission: triageDiagnosisCreatePermission });
  const available = isTriageAvailable(entity);
  const { value, loading, error } = useEntityDiagnosis(stringifyEntityRef(entity), allowed && available);
  if (!allowed || !available) return null;
  return (
    <EntityInfoCard title="Triage" footerActions={<Link to={tabPath}>Open Triage</Link>}>
      {loading && <Working>Checking {entity.metadata.name}…</Working>}
      {error && !loading && <Typography variant="body2">{adviceFor(error)}</Typography>}
      {value && !loading && <StateLine diagnosis={value} />}
    </EntityInfoCard>
  );
}
