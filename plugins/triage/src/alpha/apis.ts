import { ApiBlueprint, discoveryApiRef, fetchApiRef } from '@backstage/frontend-plugin-api';
import { TriageClient } from '@triage/plugin-triage-common';
import { triageApiRef } from '../api/triageApiRef';

export const triageApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: triageApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) => new TriageClient({ discoveryApi, fetchApi }),
    }),
});
