import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { Content, EmptyState, Link, Table, TableColumn } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type { DiagnosisSummary } from '@triage/plugin-triage-common';
import { triageApiRef } from '../../api/triageApiRef';
import { askRouteRef, diagnosisRouteRef } from '../../routes';
import { RelativeTime } from '../common/RelativeTime';
import { RequestError } from '../common/RequestError';
import { Working } from '../common/Working';
import { SeverityLabel } from '../diagnosis/SeverityLabel';

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
    render: item => <AboutLink item={item} />,
    customFilterAndSearch: (query, item) => JSON.stringify(item).toLowerCase().includes(query.toLowerCase()),
  },
  {
    title: 'State',
    render: item => (
      <SeverityLabel severity={item.errorCategory === 'none' ? 'INFO' : item.severity}>
        {item.errorCategory === 'none' ? 'nothing found' : item.severity}
      </SeverityLabel>
    ),
  },
  { title: 'Cause', field: 'rootCause', width: '45%' },
  { title: 'Where', render: item => [item.namespace, item.cluster].filter(Boolean).join(' · ') },
  { title: 'When', field: 'createdAt', render: item => <RelativeTime at={item.createdAt} /> },
];

/** What this user asked before, newest first. */
export function DiagnosesPage() {
  const triage = useApi(triageApiRef);
  const askPath = useRouteRef(askRouteRef);
  const { value, loading, error, retry } = useAsyncRetry(() => triage.listDiagnoses({ limit: LIMIT }), [triage]);
  return (
    <Content>
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
          columns={columns}
          options={{ search: true, paging: value.items.length > 20, pageSize: 20, padding: 'dense', sorting: false }}
        />
      )}
    </Content>
  );
}
