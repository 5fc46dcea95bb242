import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { EmptyState } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { triageApiRef } from '../../api/triageApiRef';
import { RequestError } from '../common/RequestError';
import { Working } from '../common/Working';
import { RunbookTable } from './RunbookTable';
import { PageBody } from '../common/PageBody';

/** The list of runbooks. */
export function RunbooksPage() {
  const triage = useApi(triageApiRef);
  const { value, loading, error, retry } = useAsyncRetry(() => triage.listRunbooks(), [triage]);
  return (
    <PageBody>
      {error && <RequestError title="Could not list the runbooks" error={error} onRetry={retry} />}
      {loading && !value && <Working>Reading the runbooks…</Working>}
      {value?.length === 0 && (
        <EmptyState
          missing="data"
          title="No runbooks"
          description="The portal has no runbooks yet. They are Markdown files in the folders that its app-config names."
        />
      )}
      {value && value.length > 0 && <RunbookTable runbooks={value} />}
    </PageBody>
  );
}
