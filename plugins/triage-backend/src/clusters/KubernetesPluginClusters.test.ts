import { coreServices, createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createServer, IncomingMessage, RequestListener, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { KubernetesPluginClusters } from './KubernetesPluginClusters';

const caller = { credentials: mockCredentials.user('user:default/ann'), clusterTokens: {} };

/** Goes through the real Kubernetes plugin to an API server that is under the control of the test. */
describe('KubernetesPluginClusters', () => {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    await Promise.all(closing.splice(0).map(close => close()));
  });

  async function apiServer(answer: RequestListener): Promise<string> {
    const server: Server = createServer(answer);
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    closing.push(
      () =>
        new Promise(resolve => {
          server.closeAllConnections();
          server.close(resolve);
        }),
    );
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async function setup(
    clusters: { name: string; url: string; authProvider?: string; oidcTokenProvider?: string }[],
    options: { permissions?: AuthorizeResult.ALLOW | AuthorizeResult.DENY; withKubernetes?: boolean } = {},
  ) {
    let subject: KubernetesPluginClusters | undefined;
    const backend = await startTestBackend({
      features: [
        ...(options.withKubernetes === false ? [] : [kubernetesPlugin]),
        catalogServiceMock.factory(),
        mockServices.permissions.factory({ result: options.permissions ?? AuthorizeResult.ALLOW }),
        mockServices.rootConfig.factory({
          data: {
            kubernetes: {
              serviceLocatorMethod: { type: 'multiTenant' },
              clusterLocatorMethods: [
                {
                  type: 'config',
                  clusters: clusters.map(cluster => ({
                    authProvider: 'serviceAccount',
                    serviceAccountToken: 'token-of-the-portal',
                    ...cluster,
                  })),
                },
              ],
            },
          },
        }),
        createBackendPlugin({
          pluginId: 'triage',
          register(env) {
            env.registerInit({
              deps: { auth: coreServices.auth, discovery: coreServices.discovery },
              async init(deps) {
                subject = new KubernetesPluginClusters(deps);
              },
            });
          },
        }),
      ],
    });
    closing.push(() => backend.stop());
    return subject!;
  }

  it('lists the clusters in the order of the configuration', async () => {
    const subject = await setup([
      { name: 'west', url: 'http://127.0.0.1:1' },
      { name: 'east', url: 'http://127.0.0.1:1' },
    ]);
    await expect(subject.list(caller)).resolves.toEqual(['west', 'east']);
  });

  it('says which permission is missing', async () => {
    const subject = await setup([{ name: 'west', url: 'http://127.0.0.1:1' }], {
      permissions: AuthorizeResult.DENY,
    });
    await expect(subject.list(caller)).rejects.toThrow(
      expect.objectContaining({
        name: 'NotAllowedError',
        message: expect.stringContaining('kubernetes.clusters.read'),
      }),
    );
    const response = await subject.fetchFor('west', caller)('/version');
    expect(response.status).toBe(403);
  });

  it('says when the Kubernetes plugin is missing', async () => {
    const subject = await setup([], { withKubernetes: false });
    await expect(subject.list(caller)).rejects.toThrow(
      expect.objectContaining({ name: 'ServiceUnavailableError', message: expect.stringContaining('not installed') }),
    );
  });

  it('reads with path, query and headers as asked, and never shows the Backstage token to the cluster', async () => {
    const requests: IncomingMessage[] = [];
    const url = await apiServer((req, res) => {
      requests.push(req);
      res.setHeader('Content-Type', 'application/json');
      res.end('{"items":[]}');
    });
    const subject = await setup([{ name: 'west', url }]);

    const response = await subject.fetchFor('west', caller)('/api/v1/pods?limit=5&labelSelector=a%3Db', {
      headers: { Accept: 'application/json;as=Table' },
    });

    await expect(response.json()).resolves.toEqual({ items: [] });
    expect(requests[0].url).toBe('/api/v1/pods?limit=5&labelSelector=a%3Db');
    expect(requests[0].headers).toMatchObject({
      accept: 'application/json;as=Table',
      authorization: 'Bearer token-of-the-portal',
    });
  });

  it("passes the user's own token on to a cluster that wants it", async () => {
    const tokens: unknown[] = [];
    const url = await apiServer((req, res) => {
      tokens.push(req.headers.authorization);
      res.end('{}');
    });
    const subject = await setup([
      { name: 'west', url, authProvider: 'oidc', oidcTokenProvider: 'okta' },
      { name: 'east', url },
    ]);
    const clusterTokens = { 'backstage-kubernetes-authorization-oidc-okta': 'token-of-ann' };

    await subject.fetchFor('west', { ...caller, clusterTokens })('/version');
    await subject.fetchFor('east', { ...caller, clusterTokens })('/version');
    expect(tokens).toEqual(['Bearer token-of-ann', 'Bearer token-of-the-portal']);
  });

  it('tells why a cluster cannot be reached', async () => {
    const subject = await setup([{ name: 'west', url: 'http://127.0.0.1:1' }]);
    await expect(subject.fetchFor('west', caller)('/version')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('leaves a failure of the API server itself to whoever reads', async () => {
    const url = await apiServer((_req, res) => {
      res.statusCode = 500;
      res.setHeader('Content-Type', 'application/json');
      res.end('{"kind":"Status","message":"etcdserver: request timed out"}');
    });
    const subject = await setup([{ name: 'west', url }]);
    const response = await subject.fetchFor('west', caller)('/api/v1/pods');
    expect(response.status).toBe(500);
    await expect(response.json()).resolves.toMatchObject({ message: 'etcdserver: request timed out' });
  });

  it('lets somebody read only what they may read in full themselves', async () => {
    const mayNotRead = new Set<string>();
    const asked: any[] = [];
    const url = await apiServer(async (req, res) => {
      const chunks: Buffer[] = [];
      for await (const chunk of req) {
        chunks.push(chunk);
      }
      const { resourceAttributes } = JSON.parse(Buffer.concat(chunks).toString()).spec;
      asked.push({ method: req.method, ...resourceAttributes });
      res.statusCode = 201;
      res.setHeader('Content-Type', 'application/json');
      const allowed = !mayNotRead.has(resourceAttributes.subresource ?? resourceAttributes.resource);
      res.end(JSON.stringify({ kind: 'SelfSubjectAccessReview', status: { allowed } }));
    });
    const subject = await setup([{ name: 'west', url }]);

    await expect(subject.mayRead('west', 'shop', caller)).resolves.toBe(true);
    expect(asked).toContainEqual({
      method: 'POST',
      verb: 'get',
      resource: 'pods',
      subresource: 'log',
      namespace: 'shop',
    });
    mayNotRead.add('log');
    await expect(subject.mayRead('west', 'shop', caller)).resolves.toBe(false);
  });

  it('takes no answer for a no', async () => {
    const subject = await setup([{ name: 'west', url: 'http://127.0.0.1:1' }]);
    await expect(subject.mayRead('west', 'shop', caller)).resolves.toBe(false);
    await expect(subject.mayRead('north', 'shop', caller)).resolves.toBe(false);
  });
});
