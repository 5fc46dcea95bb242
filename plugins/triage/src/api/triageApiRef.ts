import { createApiRef } from '@backstage/core-plugin-api';
import type { TriageApi } from '@triage/plugin-triage-common';

/** How the pages reach the Triage backend. Replace it to put another client in between. */
export const triageApiRef = createApiRef<TriageApi>({ id: 'plugin.triage.service' });
