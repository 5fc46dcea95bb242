import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import triagePlugin from '../alpha';
import { triageApiRef } from '../api/triageApiRef';
import { FakeTriageApi } from './FakeTriageApi';

export interface PortalOptions {
  path: string;
  triage?: FakeTriageApi;
  /** Names of permissions that the user lacks. */
  denied?: string[];
  entities?: Entity[];
}

/** The plugin as an app of the new frontend system shows it, with a backend in memory. */
export function renderPortal({ path, triage = new FakeTriageApi(), denied = [], entities = [] }: PortalOptions) {
  const plugin = triagePlugin.withOverrides({
    extensions: [
      triagePlugin.getExtension('api:triage').override({
        params: defineParams => defineParams({ api: triageApiRef, deps: {}, factory: () => triage }),
      }),
    ],
  });
  const permission = mockApis.permission({
    authorize: request => (denied.includes(request.permission.name) ? AuthorizeResult.DENY : AuthorizeResult.ALLOW),
  });
  const { unmount } = renderTestApp({
    features: [plugin],
    initialRouteEntries: [path],
    apis: [
      [catalogApiRef, catalogApiMock({ entities })],
      [permissionApiRef, permission],
    ],
  });
  return { triage, unmount };
}
