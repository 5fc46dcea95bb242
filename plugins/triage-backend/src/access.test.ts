import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { triagePermissions } from '@triage/plugin-triage-common';
import request from 'supertest';
import { Portal, startPortal } from './testing/startPortal';

jest.setTimeout(30_000);

const ann = mockCredentials.user.header('user:default/ann');
const ci = mockCredentials.service.header();

describe('access', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let portal: Portal;
  let id: string;

  beforeAll(async () => {
    portal = await startPortal(databases, {
      config: { triage: { runbooks: { path: `${__dirname}/testing/runbooks` } } },
    });
    const created = await ask('post', '/diagnose', ann, { errorMessage: 'OOMKilled' });
    id = created.body.requestId;
  });
  afterAll(async () => portal.stop());
  afterEach(() => portal.denied.clear());

  function ask(method: 'get' | 'post', path: string, authorization: string, body?: object) {
    return request(portal.url)[method](path.replace('{id}', id)).set('Authorization', authorization).send(body);
  }

  const routes: { method: 'get' | 'post'; path: string; permission: string; body?: object }[] = [
    { method: 'post', path: '/diagnose', permission: 'triage.diagnosis.create', body: { errorMessage: 'OOMKilled' } },
    { method: 'post', path: '/analyze-error', permission: 'triage.diagnosis.create', body: { error_message: 'OOM' } },
    { method: 'get', path: '/diagnoses', permission: 'triage.diagnosis.read' },
    { method: 'get', path: '/diagnoses/{id}', permission: 'triage.diagnosis.read' },
    { method: 'post', path: '/suggest-runbook', permission: 'triage.runbook.read', body: { error_message: 'OOM' } },
    { method: 'get', path: '/runbooks', permission: 'triage.runbook.read' },
    { method: 'get', path: '/runbooks/out-of-memory.md', permission: 'triage.runbook.read' },
    { method: 'get', path: '/cluster-health', permission: 'triage.cluster-health.read' },
  ];

  it('is tested for every route and every permission', () => {
    expect(new Set(routes.map(({ permission }) => permission))).toEqual(
      new Set(triagePermissions.map(permission => permission.name)),
    );
  });

  it.each(routes)('$method $path: nobody 401, denied 403, allowed 200', async ({ method, path, permission, body }) => {
    expect((await ask(method, path, mockCredentials.none.header(), body)).status).toBe(401);
    expect((await ask(method, path, 'Bearer of-nobody', body)).status).toBe(401);

    portal.denied.add(permission);
    const denied = await ask(method, path, ann, body);
    expect(denied.status).toBe(403);
    expect(denied.body.error).toMatchObject({
      name: 'NotAllowedError',
      message: `Ask for the permission ${permission}`,
    });

    portal.denied.clear();
    expect((await ask(method, path, ann, body)).status).toBe(200);
  });

  it('tells its own state to everybody who is signed in', async () => {
    triagePermissions.forEach(({ name }) => portal.denied.add(name));
    expect((await ask('get', '/health', mockCredentials.none.header())).status).toBe(401);
    expect((await ask('get', '/health', ann)).status).toBe(200);
  });

  it('lets services in, with diagnoses of their own', async () => {
    const created = await ask('post', '/diagnose', ci, { errorMessage: 'OOMKilled' });
    expect(created.status).toBe(200);
    const list = await ask('get', '/diagnoses', ci);
    expect(list.body).toMatchObject({ totalItems: 1, items: [{ requestId: created.body.requestId }] });
  });

  it('does not show whether the diagnosis of somebody else exists', async () => {
    const bob = mockCredentials.user.header('user:default/bob');
    const others = await ask('get', '/diagnoses/{id}', bob);
    const unknown = await ask('get', '/diagnoses/0d1c1d0c-0000-4000-8000-000000000000', bob);
    expect(others.status).toBe(404);
    expect(others.body.error).toEqual(unknown.body.error);
    expect((await ask('get', '/diagnoses', bob)).body).toEqual({ items: [], totalItems: 0 });
  });

  it('needs a second permission for the health of the cluster', async () => {
    portal.denied.add('triage.cluster-health.read');
    const response = await ask('post', '/diagnose', ann, { errorMessage: 'OOMKilled', includeClusterHealth: true });
    expect(response.status).toBe(403);
    expect(response.body.error.message).toBe('Ask for the permission triage.cluster-health.read');
  });

  it('does not name runbooks to whoever may not read them', async () => {
    const body = { errorMessage: 'Last State: Terminated, Reason: OOMKilled, Exit Code: 137' };
    expect((await ask('post', '/diagnose', ann, body)).body.relatedRunbooks).toMatchObject([
      { filename: 'out-of-memory.md' },
    ]);
    portal.denied.add('triage.runbook.read');
    expect((await ask('post', '/diagnose', ann, body)).body.relatedRunbooks).toEqual([]);
  });
});
