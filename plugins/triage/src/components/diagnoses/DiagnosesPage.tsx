import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { Theme } from '@material-ui/core/styles';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { EmptyState, Link, Table, TableColumn } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type { DiagnosisSummary } from '@triage/plugin-triage-common';
import { triageApiRef } from '../../api/triageApiRef';
import { askRouteRef, diagnosisRouteRef } from '../../routes';
import { RelativeTime } from '../common/RelativeTime';
import { RequestError } from '../common/RequestError';
import { Working } from '../common/Working';
import { SeverityLabel } from '../diagnosis/SeverityLabel';
import { PageBody } from '../common/PageBody';

/** Diagnoses on a page; the table pages through what it has. */
const LIMIT = 100;

function AboutLink({ item }: { item: DiagnosisSummary }) {
  const diagnosisPath = useRouteRef(diagnosisRouteRef);
  return (
    <Link to={diagnosisPath({ id: item.requestId })}>
      {item.target?.name ?? item.namespace ?? item.question ?? 'Pasted text'}
    </Link>
  );
}

const columns: TableColumn<DiagnosisSummary>[] = [
  {
    title: 'About',
    highlight: true,
    render: item => (
      <>
        <AboutLink item={item} />
        <br />
        <SeverityLabel severity={item.errorCategory === 'none' ? 'INFO' : item.severity}>
          {item.errorCategory === 'none' ? 'NOTHING FOUND' : undefined}
        </SeverityLabel>
      </>
    ),
    customFilterAndSearch: (query, item) => JSON.stringify(item).toLowerCase().includes(query.toLowerCase()),
  },
  { title: 'Cause', field: 'rootCause', width: '45%' },
  { title: 'Where', render: item => [item.namespace, item.cluster].filter(Boolean).join(' · ') },
  { title: 'When', field: 'createdAt', render: item => <RelativeTime at={item.createdAt} /> },
];

/** Columns on a phone. */
const NARROW = ['About', 'Cause'];

/** What this user asked before, newest first. */
export function DiagnosesPage() {
  const triage = useApi(triageApiRef);
  const askPath = useRouteRef(askRouteRef);
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  const { value, loading, error, retry } = useAsyncRetry(() => triage.listDiagnoses({ limit: LIMIT }), [triage]);
  return (
    <PageBody>
      {error && <RequestError title="Could not list the diagnoses" error={error} onRetry={retry} />}
      {loading && !value && <Working>Reading your diagnoses…</Working>}
      {value?.items.length === 0 && (
        <EmptyState
          missing="data"
          title="No diagnoses yet"
          description={
            <>
              <Link to={askPath()}>Ask about a component</Link>, or open the Triage tab of one in the catalog.
            </>
          }
        />
      )}
      {value && value.items.length > 0 && (
        <Table<DiagnosisSummary>
          title={`Your diagnoses (${value.totalItems})`}
          data={value.items.map(item => ({ ...item, id: item.requestId }))}
          columns={columns.filter(({ title }) => !narrow || NARROW.includes(String(title)))}
          options={{ search: true, paging: value.items.length > 20, pageSize: 20, padding: 'dense', sorting: false }}
        />
      )}
    </PageBody>
  );
}
