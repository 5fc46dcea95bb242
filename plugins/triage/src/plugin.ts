import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { TriageClient } from '@triage/plugin-triage-common';
import { triageApiRef } from './api/triageApiRef';
import { entityContentRouteRef, rootRouteRef } from './routes';

/**
 * Triage for apps of the old frontend system.
 * @public
 */
export const triagePlugin = createPlugin({
  id: 'triage',
  apis: [
    createApiFactory({
      api: triageApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) => new TriageClient({ discoveryApi, fetchApi }),
    }),
  ],
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
});

/**
 * The pages: ask, diagnoses, cluster health, runbooks. Mount it under `/triage`.
 * @public
 */
export const TriagePage = triagePlugin.provide(
  createRoutableExtension({
    name: 'TriagePage',
    component: () => import('./components/TriageRouter').then(m => m.TriageRouter),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The tab of an entity page. Mount it under `/triage` where {@link isTriageAvailable}.
 * @public
 */
export const EntityTriageContent = triagePlugin.provide(
  createRoutableExtension({
    name: 'EntityTriageContent',
    component: () => import('./components/entity/EntityTriageContent').then(m => m.EntityTriageContent),
    mountPoint: entityContentRouteRef,
  }),
);

/**
 * One line for the overview of an entity page.
 * @public
 */
export const EntityTriageCard = triagePlugin.provide(
  createComponentExtension({
    name: 'EntityTriageCard',
    component: { lazy: () => import('./components/entity/EntityTriageCard').then(m => m.EntityTriageCard) },
  }),
);
