import { coreServices, createBackendPlugin } from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { Analyzer } from '@triage/diagnosis';
import { triagePermissions } from '@triage/plugin-triage-common';
import {
  RunbookSource,
  triageAnalyzersExtensionPoint,
  triageKnowledgeExtensionPoint,
} from '@triage/plugin-triage-node';
import { EntityScopes } from './catalog/EntityScopes';
import { ClusterSelector } from './clusters/ClusterSelector';
import { KubernetesPluginClusters } from './clusters/KubernetesPluginClusters';
import { DatabaseDiagnosisStore } from './diagnoses/DatabaseDiagnosisStore';
import { DefaultDiagnosisService } from './diagnoses/DefaultDiagnosisService';
import { MeasuredDiagnosisService } from './diagnoses/MeasuredDiagnosisService';
import { ClusterHealthService } from './health/ClusterHealthService';
import { OwnHealthService } from './health/OwnHealthService';
import { Access } from './http/Access';
import { createRouter } from './http/createRouter';
import { InMemoryRunbookLibrary } from './runbooks/InMemoryRunbookLibrary';
import { scheduleUpkeep } from './scheduleUpkeep';
import { readTriageConfig } from './TriageConfig';

/**
 * The backend of Triage.
 * @public
 */
export const triagePlugin = createBackendPlugin({
  pluginId: 'triage',
  register(env) {
    const analyzers: Analyzer[] = [];
    const sources: RunbookSource[] = [];
    env.registerExtensionPoint(triageAnalyzersExtensionPoint, {
      addAnalyzers: (...added) => {
        analyzers.push(...added);
      },
    });
    env.registerExtensionPoint(triageKnowledgeExtensionPoint, {
      addRunbookSource: source => {
        sources.push(source);
      },
    });

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auditor, auth, discovery, httpAuth, logger, permissions, scheduler } = deps;
        const config = readTriageConfig(deps.config);
        const store = await DatabaseDiagnosisStore.create(deps.database);
        const clusters = new KubernetesPluginClusters({ auth, discovery });
        const runbooks = new InMemoryRunbookLibrary({ folder: config.runbooks.path, sources, logger });
        const diagnoses = new DefaultDiagnosisService({
          clusters,
          selector: new ClusterSelector(clusters, config.defaultCluster),
          entities: new EntityScopes(deps.catalog),
          runbooks,
          store,
          analyzers,
          signatures: config.signatures,
          timeout: config.timeout,
          logger,
        });

        deps.permissionsRegistry.addPermissions(triagePermissions);
        await scheduleUpkeep({ scheduler, logger, store, runbooks, config });
        deps.httpRouter.use(
          await createRouter({
            access: new Access({ httpAuth, permissions }),
            auditor,
            diagnoses: new MeasuredDiagnosisService(diagnoses, deps.metrics),
            clusterHealth: new ClusterHealthService(clusters),
            ownHealth: new OwnHealthService({ store, clusters, runbooks }),
            runbooks,
          }),
        );
      },
    });
  },
});
