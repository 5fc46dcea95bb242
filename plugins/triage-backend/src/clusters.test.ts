import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { triageAnalyzersExtensionPoint, triageKnowledgeExtensionPoint } from '@triage/plugin-triage-node';
import request from 'supertest';
import { brokenShop, CANARIES, CHECKOUT_LOG } from './testing/brokenShop';
import { startClusters } from './testing/startClusters';
import { Portal, startPortal } from './testing/startPortal';

jest.setTimeout(60_000);

const EVERYTHING = { verbs: ['*'], apiGroups: ['*'], resources: ['*'] };

function component(name: string, annotations: Record<string, string>) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: {},
  };
}

const exampleModule = createBackendModule({
  pluginId: 'triage',
  moduleId: 'example',
  register(env) {
    env.registerInit({
      deps: { analyzers: triageAnalyzersExtensionPoint, knowledge: triageKnowledgeExtensionPoint },
      async init({ analyzers, knowledge }) {
        analyzers.addAnalyzers({
          name: 'friday',
          sees: 'deployments of the checkout team',
          analyze: ({ graph }) =>
            graph
              .all('Deployment')
              .filter(deployment => deployment.metadata.name === 'checkout')
              .map(deployment => ({
                category: 'admission-rejected' as const,
                severity: 'LOW' as const,
                confidence: 1,
                resource: { kind: 'Deployment', namespace: 'shop', name: deployment.metadata.name },
                title: 'Frozen',
                rootCause: 'The checkout team does not release on Fridays',
                explanation: 'They said so',
                evidence: [{ kind: 'object' as const, source: 'deployment/checkout', text: 'frozen' }],
              })),
        });
        knowledge.addRunbookSource({
          name: 'wiki',
          read: async () => [{ filename: 'wiki/freeze.md', markdown: '# Code freeze\n\nWait until Monday.' }],
        });
      },
    });
  },
});

/** Everything together: portal, Kubernetes plugin, proxy, and API servers that serve given objects. */
describe('clusters', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const answers: string[] = [];
  let served: Awaited<ReturnType<typeof startClusters>>;
  let portal: Portal;

  beforeAll(async () => {
    const objects = brokenShop();
    served = await startClusters([
      { name: 'east', objects: objects.filter(object => object.kind === 'Node') },
      { name: 'west', objects, log: CHECKOUT_LOG },
      {
        name: 'personal',
        objects,
        log: CHECKOUT_LOG,
        tokens: [
          { name: 'ann', token: 'token-of-ann', allow: [EVERYTHING] },
          { name: 'bob', token: 'token-of-bob', allow: [{ ...EVERYTHING, namespaces: ['payments'] }] },
          { name: 'carol', token: 'token-of-carol', allow: [{ ...EVERYTHING, namespaces: ['shop'] }] },
          {
            name: 'dave',
            token: 'token-of-dave',
            allow: [{ verbs: ['get', 'list'], apiGroups: ['*'], resources: ['pods', 'events'], namespaces: ['shop'] }],
          },
        ],
      },
    ]);
    portal = await startPortal(databases, {
      features: [exampleModule],
      clusters: [
        { name: 'east', url: served.urls.east },
        { name: 'west', url: served.urls.west },
        { name: 'personal', url: served.urls.personal, authProvider: 'oidc', oidcTokenProvider: 'okta' },
        { name: 'gone', url: 'http://127.0.0.1:1' },
      ],
      entities: [
        component('checkout', {
          'backstage.io/kubernetes-id': 'checkout',
          'backstage.io/kubernetes-namespace': 'shop',
        }),
        component('checkout-of-personal', {
          'backstage.io/kubernetes-label-selector': 'app=checkout',
          'backstage.io/kubernetes-cluster': 'personal',
        }),
      ],
    });
    // the first request through the Kubernetes plugin loads its client, which jest makes slow
    await ask('ann', 'get', '/health');
  });
  afterAll(async () => {
    await portal?.stop();
    await served?.close();
  });

  async function ask(user: string, method: 'get' | 'post', path: string, body?: object) {
    const response = await request(portal.url)
      [method](path)
      .set('Authorization', mockCredentials.user.header(`user:default/${user}`))
      .set('Backstage-Kubernetes-Authorization-oidc-okta', `token-of-${user}`)
      .send(body);
    answers.push(response.text);
    return response;
  }
  const diagnose = (body: object, user = 'ann') => ask(user, 'post', '/diagnose', body);

  it('diagnoses an entity in the cluster where it runs', async () => {
    const { status, body } = await diagnose({
      entityRef: 'component:default/checkout',
      question: 'why is it failing?',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ cluster: 'west', namespace: 'shop', question: 'why is it failing?' });
    expect(body.errorCategory).not.toBe('none');
    expect(JSON.stringify(body.findings[0].evidence)).toContain('password authentication failed');
    expect(body.findings[0].resource.name).toMatch(/^checkout/);

    const list = await ask('ann', 'get', '/diagnoses?entityRef=component:default/checkout&limit=1');
    expect(list.body.items).toMatchObject([
      { requestId: body.requestId, entityRef: 'component:default/checkout', cluster: 'west' },
    ]);
  });

  it.each([
    [{ deploymentName: 'checkout', namespace: 'shop' }],
    [{ pod_name: 'checkout-7d9f-x2b', namespace: 'shop' }],
    [{ namespace: 'shop' }],
    [{ error_message: 'CrashLoopBackOff: back-off restarting failed container', namespace: 'shop' }],
  ])('finds the same by %j', async body => {
    const answer = await diagnose({ ...body, cluster: 'west' });
    expect(JSON.stringify(answer.body.findings[0].evidence)).toContain('password authentication failed');
  });

  it('goes by the annotations of an entity', async () => {
    const { body } = await diagnose({ entity_ref: 'checkout-of-personal' });
    expect(body).toMatchObject({ cluster: 'personal' });
    expect(body.errorCategory).not.toBe('none');
  });

  it('names the clusters when there is none of that name', async () => {
    const { status, body } = await diagnose({ namespace: 'shop', cluster: 'north' });
    expect(status).toBe(404);
    expect(body.error.message).toBe('There is no cluster of that name; the clusters are east, west, personal, gone');
  });

  it('answers also when the cluster cannot be reached, and says so', async () => {
    const { status, body } = await diagnose({ namespace: 'shop', cluster: 'gone', errorMessage: 'OOMKilled' });
    expect(status).toBe(200);
    expect(body.cluster).toBe('gone');
    expect(JSON.stringify(body.blindSpots)).toContain('connection refused');
    expect(body.errorCategory).toBe('oom-killed');
  });

  describe('as the asking user', () => {
    it('shows nobody more than they may see themselves', async () => {
      const { status, body } = await diagnose({ namespace: 'shop', cluster: 'personal' }, 'bob');
      expect(status).toBe(200);
      expect(body.findings).toEqual([]);
      expect(JSON.stringify(body.blindSpots)).toContain('forbidden for you');
    });

    it('opens a link only for those who may see the same in the cluster', async () => {
      const { requestId, rootCause } = (await diagnose({ namespace: 'shop', cluster: 'personal' })).body;
      const link = `/diagnoses/${requestId}`;
      expect((await ask('carol', 'get', link)).body.rootCause).toBe(rootCause);
      expect((await ask('bob', 'get', link)).status).toBe(404);
      // pods and events, but not the logs that it quotes
      expect((await ask('dave', 'get', link)).status).toBe(404);
      expect((await ask('nobody', 'get', link)).status).toBe(404);
    });

    it('opens one of all namespaces only for those who may see all', async () => {
      const { requestId } = (await diagnose({ entityRef: 'checkout-of-personal' })).body;
      expect((await ask('carol', 'get', `/diagnoses/${requestId}`)).status).toBe(404);
      expect((await ask('ann', 'get', `/diagnoses/${requestId}`)).status).toBe(200);
    });
  });

  describe('health', () => {
    it('sums up the clusters, with the one that cannot be read', async () => {
      const { status, body } = await ask('ann', 'get', '/cluster-health');
      expect(status).toBe(200);
      expect(body.clusters.map((cluster: any) => [cluster.cluster, cluster.totalNodes, cluster.readyNodes])).toEqual([
        ['east', 1, 1],
        ['west', 1, 1],
        ['personal', 1, 1],
        ['gone', 0, 0],
      ]);
      expect(body.clusters[3]).toMatchObject({ clusterStatus: 'UNKNOWN' });
      expect(body.totalNodes).toBe(3);
      expect(['UNKNOWN', 'CRITICAL']).toContain(body.clusterStatus);
      expect(JSON.stringify(body.blindSpots)).toContain('of cluster gone');
    });

    it('is told for one cluster', async () => {
      const west = await ask('ann', 'get', '/cluster-health?cluster=west');
      expect(west.body.clusters).toHaveLength(1);
      expect(west.body.workloads).toEqual(
        expect.arrayContaining([expect.objectContaining({ namespace: 'shop', name: 'checkout', status: 'failing' })]),
      );
      const east = await ask('ann', 'get', '/cluster-health?cluster=east');
      expect(east.body).toMatchObject({ clusterStatus: 'HEALTHY', workloads: [] });
      expect((await ask('ann', 'get', '/cluster-health?cluster=north')).status).toBe(404);
    });

    it('comes with a diagnosis when asked for, but not by its link', async () => {
      const { body } = await diagnose({ namespace: 'shop', cluster: 'west', include_cluster_health: true });
      expect(body.clusterHealth).toMatchObject({ cluster: 'west', totalNodes: 1 });
      const kept = await ask('ann', 'get', `/diagnoses/${body.requestId}`);
      expect(kept.status).toBe(200);
      expect(kept.body).not.toHaveProperty('clusterHealth');
    });

    it('of Triage names what does not answer', async () => {
      const { body } = await ask('ann', 'get', '/health');
      expect(body).toMatchObject({
        status: 'degraded',
        degraded: ['clusters'],
        clusters: { names: ['east', 'west', 'personal', 'gone'], message: 'Cannot be read: gone' },
      });
    });
  });

  it('takes analyzers and runbooks of modules', async () => {
    const { body } = await diagnose({ namespace: 'shop', cluster: 'west' });
    expect(JSON.stringify(body.findings)).toContain('does not release on Fridays');
    expect((await ask('ann', 'get', '/runbooks/wiki%2Ffreeze.md')).body).toMatchObject({ title: 'Code freeze' });
  });

  it('lets no secret out: not in answers, not in the database, not in the log', async () => {
    const pasted = `login failed: PRIVATE-TOKEN: ${CANARIES.pasted} for https://bot:${CANARIES.connectionString}@git.example/x`;
    await diagnose({
      errorMessage: pasted,
      question: `is ${CANARIES.pasted} wrong?`,
      cluster: 'west',
      namespace: 'shop',
    });
    await diagnose({ errorMessage: pasted });
    await diagnose({ entityRef: CANARIES.argToken, cluster: CANARIES.argToken });
    await diagnose({ errorMessage: 'x', cluster: CANARIES.argToken });
    await ask('ann', 'post', '/suggest-runbook', { errorMessage: pasted });
    await ask('ann', 'get', '/diagnoses');
    const rows = await portal.knex('diagnoses').select();

    expect(answers.length).toBeGreaterThan(20);
    expect(rows.length).toBeGreaterThan(5);
    expect(portal.logged.length).toBeGreaterThan(0);
    for (const canary of Object.values(CANARIES)) {
      expect(answers.filter(answer => answer.includes(canary))).toEqual([]);
      expect(rows.filter(row => JSON.stringify(row).includes(canary))).toEqual([]);
      expect(portal.logged.filter(line => line.includes(canary))).toEqual([]);
    }
    // tokens of the users and of the portal are secrets, too
    const ownLog = portal.logged.filter(line => JSON.parse(line).plugin === 'triage');
    expect(
      [...answers, ...rows.map(row => JSON.stringify(row)), ...ownLog].filter(text => /token-of-/.test(text)),
    ).toEqual([]);
  });
});
