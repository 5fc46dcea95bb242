import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import request from 'supertest';
import { Portal, startPortal } from './testing/startPortal';

jest.setTimeout(60_000);

/** What is sent and refused, without any cluster. */
describe('requests', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let portal: Portal;

  beforeAll(async () => {
    portal = await startPortal(databases, {
      config: { triage: { runbooks: { path: `${__dirname}/testing/runbooks` } } },
      entities: [
        { apiVersion: 'backstage.io/v1alpha1', kind: 'Component', metadata: { name: 'bare', namespace: 'default' } },
      ],
    });
  });
  afterAll(async () => portal.stop());

  function post(path: string, body: string | object, type = 'application/json') {
    return request(portal.url)
      .post(path)
      .set('Authorization', mockCredentials.user.header())
      .set('Content-Type', type)
      .send(body);
  }
  function get(path: string) {
    return request(portal.url).get(path).set('Authorization', mockCredentials.user.header());
  }

  it.each<[string, object, string]>([
    ['/diagnose', {}, 'Nothing to diagnose: send errorMessage'],
    ['/diagnose', { errorMessage: 7 }, 'errorMessage'],
    ['/diagnose', { error_message: ['x'] }, 'error_message'],
    ['/diagnose', { namespace: 'shop', includeClusterHealth: 'yes' }, 'includeClusterHealth'],
    ['/diagnose', { namespace: '../kube-system' }, 'namespace is not the name of a namespace'],
    ['/diagnose', { podName: 'cart-0' }, 'Send the namespace of podName too'],
    ['/diagnose', { entityRef: 'component:default/' }, 'entityRef is not an entity reference'],
    ['/diagnose', { entityRef: 'component:default/bare' }, 'add the annotation backstage.io/kubernetes-id'],
    ['/suggest-runbook', {}, 'Send the error text as errorMessage'],
    ['/suggest-runbook', { errorMessage: 'x', topK: 0 }, 'topK'],
    ['/suggest-runbook', { errorMessage: 'x', category: 'nonsense' }, 'category'],
  ])('%s refuses %j and says why', async (path, body, sentence) => {
    const response = await post(path, body);
    expect(response.status).toBe(400);
    expect(response.body.error).toMatchObject({ name: 'InputError', message: expect.stringContaining(sentence) });
  });

  it('ignores fields that it does not know', async () => {
    expect((await post('/diagnose', { errorMessage: 'OOMKilled', stream: true })).status).toBe(200);
  });

  it('refuses what is no JSON without repeating it', async () => {
    const broken = await post('/diagnose', '{"errorMessage": "password=Canary-of-a-body9');
    expect(broken.status).toBe(400);
    expect(broken.text).not.toContain('Canary');
    const form = await post('/diagnose', 'errorMessage=x', 'application/x-www-form-urlencoded');
    expect(form.status).toBe(400);
  });

  it('refuses more than 1 MB', async () => {
    const response = await post('/diagnose', { errorMessage: 'x'.repeat(1024 * 1024) });
    expect(response.status).toBe(413);
    expect(response.body.error.message).toBe('The body is larger than 1 MB: send the lines around the error');
    expect((await post('/diagnose', { errorMessage: `OOMKilled ${'x'.repeat(1000 * 1000)}` })).status).toBe(200);
  });

  it('tells 404 for what is not there', async () => {
    const entity = await post('/diagnose', { entityRef: 'component:default/unknown' });
    expect(entity.status).toBe(404);
    expect(entity.body.error.message).toBe('The catalog has no such entity, or you may not see it');
    expect((await get('/diagnoses/none')).status).toBe(404);
    expect((await get('/runbooks/none.md')).status).toBe(404);
  });

  it.each(['..%2F..%2Fpackage.json', '%2Fetc%2Fpasswd', '..%5C..%5Cpackage.json', 'out-of-memory.md%00'])(
    'finds no runbook %s',
    async name => {
      expect((await get(`/runbooks/${name}`)).status).toBe(404);
    },
  );

  it('lists and shows runbooks, without secrets', async () => {
    expect((await get('/runbooks')).body).toEqual({
      items: [
        { filename: 'network/names.md', title: 'Names cannot be resolved', categories: ['dns'] },
        {
          filename: 'out-of-memory.md',
          title: 'Out of memory',
          categories: ['oom-killed'],
          severity: 'HIGH',
          owner: 'group:default/platform',
          lastReviewed: '2026-11-01',
        },
      ],
    });
    const names = await get('/runbooks/network%2Fnames.md');
    expect(names.body).toMatchObject({
      title: 'Names cannot be resolved',
      content: expect.stringContaining('CoreDNS'),
    });
    expect(names.text).not.toContain('Canary-of-a-runbook9');
  });

  it('suggests the runbook that fits, in both spellings, and none otherwise', async () => {
    for (const body of [
      { errorMessage: 'the container was OOMKilled, exit code 137', topK: 1 },
      { error_message: 'the container was OOMKilled, exit code 137', top_k: 1 },
    ]) {
      const fitting = await post('/suggest-runbook', body);
      expect(fitting.body).toMatchObject({
        query: expect.stringContaining('OOMKilled'),
        results: [{ filename: 'out-of-memory.md', title: 'Out of memory', categories: ['oom-killed'] }],
        abstained: false,
      });
    }
    const typed = await post('/suggest-runbook', { errorMessage: 'help', category: 'dns' });
    expect(typed.body.results).toMatchObject([{ filename: 'network/names.md', why: { category: 'dns' } }]);
    const offTopic = await post('/suggest-runbook', { errorMessage: 'what is for lunch on friday' });
    expect(offTopic.body).toMatchObject({ results: [], totalMatched: 0, abstained: true });
  });

  it('explains a pasted text without a cluster', async () => {
    const response = await post('/diagnose', {
      errorMessage: 'Error: Error acquiring the state lock\nConditionalCheckFailedException\nLock Info:\n  ID: 1234',
    });
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({ cluster: 'none', errorCategory: 'terraform-state-lock', blindSpots: [] });
    const kept = await get(`/diagnoses/${response.body.requestId}`);
    expect(kept.body).toEqual(response.body);
  });

  it('says that the Kubernetes plugin is missing', async () => {
    const scoped = await post('/diagnose', { namespace: 'shop' });
    expect(scoped.status).toBe(503);
    expect(scoped.body.error.message).toContain('The Kubernetes plugin is not installed');

    const pasted = await post('/diagnose', { errorMessage: 'OOMKilled', namespace: 'shop' });
    expect(pasted.status).toBe(200);
    expect(pasted.body.blindSpots).toEqual([
      { what: 'the cluster', why: expect.stringContaining('The Kubernetes plugin is not installed') },
    ]);

    const health = await get('/cluster-health');
    expect(health.body).toMatchObject({
      clusterStatus: 'UNKNOWN',
      clusters: [],
      blindSpots: [{ what: 'the clusters', why: expect.stringContaining('The Kubernetes plugin is not installed') }],
    });
  });

  it('tells its own state', async () => {
    const { body } = await get('/health');
    expect(body).toMatchObject({
      status: 'degraded',
      degraded: ['clusters'],
      database: { status: 'ok' },
      clusters: { status: 'degraded', names: [] },
      runbooks: { status: 'ok', count: 2 },
      chroma: { status: 'off' },
      ollama: { status: 'off' },
    });
  });

  it('publishes its contract', async () => {
    const { body } = await get('/openapi.json');
    expect(Object.keys(body.paths)).toContain('/api/triage/diagnose');
  });
});
