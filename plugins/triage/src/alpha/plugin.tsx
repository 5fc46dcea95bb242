import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiPulseLine } from '@remixicon/react';
import { entityContentRouteRef, rootRouteRef } from '../routes';
import { triageApi } from './apis';
import { entityTriageCard, entityTriageContent } from './entity';
import { askSubPage, diagnosesSubPage, healthSubPage, runbooksSubPage, triagePage } from './pages';

/**
 * Triage for apps of the new frontend system.
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'triage',
  title: 'Triage',
  icon: <RiPulseLine />,
  info: { packageJson: () => import('../../package.json') },
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  extensions: [
    triageApi,
    triagePage,
    askSubPage,
    diagnosesSubPage,
    healthSubPage,
    runbooksSubPage,
    entityTriageContent,
    entityTriageCard,
  ],
});
