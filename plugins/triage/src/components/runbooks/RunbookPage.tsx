import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef, useRouteRefParams } from '@backstage/core-plugin-api';
import { triageApiRef } from '../../api/triageApiRef';
import { runbookRouteRef, runbooksRouteRef } from '../../routes';
import { RequestError } from '../common/RequestError';
import { Working } from '../common/Working';
import { headingsOf } from './headings';
import { LastReviewed } from './LastReviewed';
import { RunbookText } from './RunbookText';
import { PageBody } from '../common/PageBody';

/** One runbook. */
export function RunbookPage() {
  const { filename } = useRouteRefParams(runbookRouteRef);
  const runbooksPath = useRouteRef(runbooksRouteRef);
  const triage = useApi(triageApiRef);
  const { value, loading, error, retry } = useAsyncRetry(() => triage.getRunbook(filename), [triage, filename]);
  const titled = value && headingsOf(value.content).some(({ level }) => level === 1);
  return (
    <PageBody>
      <Box mb={1}>
        <Link to={runbooksPath()}>All runbooks</Link>
      </Box>
      {error && <RequestError title={`Could not read the runbook ${filename}`} error={error} onRetry={retry} />}
      {loading && !value && <Working>Reading the runbook…</Working>}
      {value && (
        <>
          {!titled && (
            <Typography variant="h4" component="h1">
              {value.title}
            </Typography>
          )}
          <Typography variant="body2" color="textSecondary" component="p">
            {value.categories.join(', ')}
            {value.owner && ` · owned by ${value.owner}`} · last reviewed <LastReviewed date={value.lastReviewed} />
          </Typography>
          <RunbookText content={value.content} />
        </>
      )}
    </PageBody>
  );
}
