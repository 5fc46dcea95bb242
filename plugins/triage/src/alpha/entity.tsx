import { EntityCardBlueprint, EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { isTriageAvailable } from '../isTriageAvailable';
import { entityContentRouteRef } from '../routes';

/** `entity-content:triage` */
export const entityTriageContent = EntityContentBlueprint.make({
  params: {
    path: '/triage',
    title: 'Triage',
    group: 'operation',
    routeRef: entityContentRouteRef,
    filter: isTriageAvailable,
    loader: () => import('../components/entity/EntityTriageContent').then(m => <m.EntityTriageContent />),
  },
});

/** `entity-card:triage` */
export const entityTriageCard = EntityCardBlueprint.make({
  params: {
    filter: isTriageAvailable,
    type: 'info',
    loader: () => import('../components/entity/EntityTriageCard').then(m => <m.EntityTriageCard />),
  },
});
