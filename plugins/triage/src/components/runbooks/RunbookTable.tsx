import useMediaQuery from '@material-ui/core/useMediaQuery';
import type { Theme } from '@material-ui/core/styles';
import { Link, Table, TableColumn } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { RunbookMeta } from '@triage/plugin-triage-common';
import { runbookRouteRef } from '../../routes';
import { LastReviewed } from './LastReviewed';

function TitleLink({ runbook }: { runbook: RunbookMeta }) {
  const runbookPath = useRouteRef(runbookRouteRef);
  return <Link to={runbookPath({ filename: runbook.filename })}>{runbook.title}</Link>;
}

const columns: TableColumn<RunbookMeta>[] = [
  { title: 'Title', field: 'title', highlight: true, render: runbook => <TitleLink runbook={runbook} /> },
  {
    title: 'Categories',
    render: ({ categories }) => categories.join(', '),
    customFilterAndSearch: (query, { categories }) => categories.join(' ').includes(query.toLowerCase()),
    sorting: false,
  },
  { title: 'Owner', field: 'owner', emptyValue: 'none' },
  { title: 'Last reviewed', field: 'lastReviewed', render: ({ lastReviewed }) => <LastReviewed date={lastReviewed} /> },
];

/** Columns on a phone. */
const NARROW = ['Title', 'Last reviewed'];

/** All runbooks, to search and sort. */
export function RunbookTable({ runbooks }: { runbooks: RunbookMeta[] }) {
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  return (
    <Table<RunbookMeta>
      title={`Runbooks (${runbooks.length})`}
      data={runbooks.map(runbook => ({ ...runbook, id: runbook.filename }))}
      columns={columns.filter(({ title }) => !narrow || NARROW.includes(String(title)))}
      options={{ search: true, paging: runbooks.length > 50, pageSize: 50, padding: 'dense' }}
    />
  );
}
