import { Link } from '@backstage/core-components';
import { useRouteRef, useRouteRefParams } from '@backstage/core-plugin-api';
import Box from '@material-ui/core/Box';
import { diagnosesRouteRef, diagnosisRouteRef } from '../../routes';
import { KeptDiagnosis } from './KeptDiagnosis';
import { PageBody } from '../common/PageBody';

/** What a shared link opens. */
export function DiagnosisPage() {
  const { id } = useRouteRefParams(diagnosisRouteRef);
  const diagnosesPath = useRouteRef(diagnosesRouteRef);
  return (
    <PageBody narrow>
      <Box mb={1}>
        <Link to={diagnosesPath()}>All diagnoses</Link>
      </Box>
      <KeptDiagnosis id={id} />
    </PageBody>
  );
}
