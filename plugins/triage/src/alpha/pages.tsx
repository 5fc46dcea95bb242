import { PageBlueprint, SubPageBlueprint } from '@backstage/frontend-plugin-api';
import { RiPulseLine } from '@remixicon/react';
import { rootRouteRef } from '../routes';

/** `page:triage`, also the item in the navigation. */
export const triagePage = PageBlueprint.make({
  params: { path: '/triage', title: 'Triage', icon: <RiPulseLine />, routeRef: rootRouteRef },
});

/** `sub-page:triage/ask` */
export const askSubPage = SubPageBlueprint.make({
  name: 'ask',
  params: {
    path: 'ask',
    title: 'Ask',
    loader: () => import('../components/thread/AskPage').then(m => <m.AskPage />),
  },
});

/** `sub-page:triage/diagnoses` */
export const diagnosesSubPage = SubPageBlueprint.make({
  name: 'diagnoses',
  params: {
    path: 'diagnoses',
    title: 'Diagnoses',
    loader: () => import('../components/diagnoses/DiagnosesRouter').then(m => <m.DiagnosesRouter />),
  },
});

/** `sub-page:triage/health` */
export const healthSubPage = SubPageBlueprint.make({
  name: 'health',
  params: {
    path: 'health',
    title: 'Cluster health',
    loader: () => import('../components/health/ClusterHealthPage').then(m => <m.ClusterHealthPage />),
  },
});

/** `sub-page:triage/runbooks` */
export const runbooksSubPage = SubPageBlueprint.make({
  name: 'runbooks',
  params: {
    path: 'runbooks',
    title: 'Runbooks',
    loader: () => import('../components/runbooks/RunbooksRouter').then(m => <m.RunbooksRouter />),
  },
});
