import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import { Header, HeaderTabs, Page } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useNavigate } from 'react-router-dom';
import { askRouteRef, diagnosesRouteRef, healthRouteRef, runbooksRouteRef } from '../routes';
import { DiagnosesRouter } from './diagnoses/DiagnosesRouter';
import { ClusterHealthPage } from './health/ClusterHealthPage';
import { RunbooksRouter } from './runbooks/RunbooksRouter';
import { AskPage } from './thread/AskPage';

function Tabs() {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const tabs = [
    { id: 'ask', label: 'Ask', path: useRouteRef(askRouteRef)() },
    { id: 'diagnoses', label: 'Diagnoses', path: useRouteRef(diagnosesRouteRef)() },
    { id: 'health', label: 'Cluster health', path: useRouteRef(healthRouteRef)() },
    { id: 'runbooks', label: 'Runbooks', path: useRouteRef(runbooksRouteRef)() },
  ];
  const selected = tabs.findIndex(({ path }) => pathname.startsWith(path));
  return (
    <HeaderTabs
      tabs={tabs.map(({ id, label }) => ({ id, label }))}
      selectedIndex={Math.max(0, selected)}
      onChange={index => navigate(tabs[index].path)}
    />
  );
}

/** The Triage pages under a header with tabs, for apps of the old frontend system. */
export function TriageRouter() {
  return (
    <Page themeId="tool">
      <Header title="Triage" subtitle="What is broken, and why" />
      <Tabs />
      <Routes>
        <Route index element={<Navigate to="ask" replace />} />
        <Route path="ask" element={<AskPage />} />
        <Route path="diagnoses/*" element={<DiagnosesRouter />} />
        <Route path="health" element={<ClusterHealthPage />} />
        <Route path="runbooks/*" element={<RunbooksRouter />} />
      </Routes>
    </Page>
  );
}
