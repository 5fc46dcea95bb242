import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteParams, entityRouteRef, useEntity } from '@backstage/plugin-catalog-react';

/** Where the Triage tab of the entity on screen is. */
export function useEntityTabPath(): string {
  const { entity } = useEntity();
  const entityPath = useRouteRef(entityRouteRef);
  return `${entityPath(entityRouteParams(entity))}/triage`;
}
