import { coreServices, createServiceFactory, RootLoggerService } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import triagePlugin from '..';

export interface PortalOptions {
  clusters?: { name: string; url: string; authProvider?: string; oidcTokenProvider?: string }[];
  entities?: Entity[];
  config?: JsonObject;
  features?: Parameters<typeof startTestBackend>[0]['features'];
}

export interface Portal {
  url: string;
  knex: Knex;
  /** Names of permissions; everything else is allowed. */
  denied: Set<string>;
  /** Every line that any plugin logged, with its fields. */
  logged: string[];
  stop(): Promise<void>;
}

/** A backend with the plugins of Triage and Kubernetes, as a portal has it. */
export async function startPortal(databases: TestDatabases, options: PortalOptions): Promise<Portal> {
  const knex = await databases.init('SQLITE_3');
  const denied = new Set<string>();
  const logged: string[] = [];
  const backend = await startTestBackend({
    features: [
      triagePlugin,
      ...(options.features ?? []),
      catalogServiceMock.factory({ entities: options.entities ?? [] }),
      mockServices.database.factory({ knex }),
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result: denied.has(permission.name) ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
          })),
      }).factory,
      createServiceFactory({
        service: coreServices.rootLogger,
        deps: {},
        factory: () => capturingLogger(logged, {}),
      }),
      ...(options.clusters ? [kubernetesPlugin] : []),
      mockServices.rootConfig.factory({
        data: {
          ...options.config,
          ...(options.clusters && {
            kubernetes: {
              serviceLocatorMethod: { type: 'multiTenant' },
              clusterLocatorMethods: [
                {
                  type: 'config',
                  clusters: options.clusters.map(cluster => ({
                    authProvider: 'serviceAccount',
                    serviceAccountToken: 'token-of-the-portal',
                    ...cluster,
                  })),
                },
              ],
            },
          }),
        },
      }),
    ],
  });
  return {
    url: `http://127.0.0.1:${backend.server.port()}/api/triage`,
    knex,
    denied,
    logged,
    stop: () => backend.stop(),
  };
}

function capturingLogger(logged: string[], meta: JsonObject): RootLoggerService {
  const log = (message: string, fields?: Error | JsonObject) => {
    const told = fields instanceof Error ? { message: fields.message, stack: fields.stack ?? '' } : fields;
    logged.push(JSON.stringify({ message, ...meta, ...told }));
  };
  return { error: log, warn: log, info: log, debug: log, child: more => capturingLogger(logged, { ...meta, ...more }) };
}
