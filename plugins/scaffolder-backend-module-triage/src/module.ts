import { coreServices, createBackendModule } from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { TriageClient } from '@triage/plugin-triage-common';
import { createClusterHealthAction, createDiagnoseAction, createSuggestRunbookAction } from './actions';

/** Adds `triage:diagnose`, `triage:suggest-runbook` and `triage:cluster-health` to the scaffolder. */
export const scaffolderModuleTriage = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'triage',
  register(env) {
    env.registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        discovery: coreServices.discovery,
      },
      async init({ scaffolder, auth, discovery }) {
        const deps = { auth, triage: new TriageClient({ discoveryApi: discovery }) };
        scaffolder.addActions(
          createDiagnoseAction(deps),
          createSuggestRunbookAction(deps),
          createClusterHealthAction(deps),
        );
      },
    });
  },
});
