import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

export const rootRouteRef = createRouteRef({ id: 'triage' });

export const askRouteRef = createSubRouteRef({ id: 'triage:ask', parent: rootRouteRef, path: '/ask' });
export const diagnosesRouteRef = createSubRouteRef({
  id: 'triage:diagnoses',
  parent: rootRouteRef,
  path: '/diagnoses',
});
export const diagnosisRouteRef = createSubRouteRef({
  id: 'triage:diagnosis',
  parent: rootRouteRef,
  path: '/diagnoses/:id',
});
export const healthRouteRef = createSubRouteRef({ id: 'triage:health', parent: rootRouteRef, path: '/health' });
export const runbooksRouteRef = createSubRouteRef({ id: 'triage:runbooks', parent: rootRouteRef, path: '/runbooks' });
export const runbookRouteRef = createSubRouteRef({
  id: 'triage:runbook',
  parent: rootRouteRef,
  path: '/runbooks/:filename',
});

/** The tab of an entity page. */
export const entityContentRouteRef = createRouteRef({ id: 'triage:entity-content' });
