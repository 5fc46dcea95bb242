import { getCompoundEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef, useEntity } from '@backstage/plugin-catalog-react';

/** Where the Triage tab of the entity on screen is. */
export function useEntityTabPath(): string {
  const { entity } = useEntity();
  const entityPath = useRouteRef(entityRouteRef);
  return `${entityPath(getCompoundEntityRef(entity))}/triage`;
}
