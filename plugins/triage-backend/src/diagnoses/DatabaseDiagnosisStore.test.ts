import { mockServices, TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Diagnosis } from '@triage/plugin-triage-common';
import { Knex } from 'knex';
import { DatabaseDiagnosisStore } from './DatabaseDiagnosisStore';

const migrations = { directory: `${__dirname}/../../migrations` };

function diagnosis(requestId: string, overrides?: Partial<Diagnosis>): Diagnosis {
  return {
    requestId,
    cluster: 'west',
    createdAt: '2026-11-20T10:00:00Z',
    severity: 'HIGH',
    errorCategory: 'oom-killed',
    rootCause: 'The limit of 64Mi is too small',
    explanation: 'It is',
    findings: [],
    fixCommands: [],
    preventionTips: [],
    relatedRunbooks: [],
    k8sContext: {
      namespaces: [],
      objects: {},
      workloads: [],
      checked: [],
      logs: { containers: 0, lines: 0, bytes: 0 },
    },
    classifiedErrors: [],
    blindSpots: [],
    timings: {},
    ...overrides,
  };
}

describe('DatabaseDiagnosisStore', () => {
  const databases = TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_18', 'POSTGRES_17', 'POSTGRES_16', 'POSTGRES_15', 'POSTGRES_14'],
    // a Postgres is used where BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING (17, 16, …) names one
    disableDocker: true,
  });

  async function createStore(databaseId: TestDatabaseId) {
    const knex = await databases.init(databaseId);
    const store = await DatabaseDiagnosisStore.create(mockServices.database({ knex }));
    return { knex, store };
  }

  async function age(knex: Knex, id: string, created: string) {
    await knex('diagnoses')
      .where({ id })
      .update({ created_at: new Date(created) });
  }

  describe.each(databases.eachSupportedId())('%s', databaseId => {
    it('gives back what was kept, with its origin', async () => {
      const { store } = await createStore(databaseId);
      const kept = diagnosis('d1', { question: 'why\u0000 \uD83D\uDD25?', verification: 'x'.repeat(100_000) });
      await store.save(kept, {
        owner: 'user:default/ann',
        cluster: 'west',
        namespace: 'shop',
        entityRef: 'component:default/cart',
      });
      await store.save(diagnosis('d2'), { owner: 'external:ci' });

      await expect(store.get('d1')).resolves.toEqual({
        diagnosis: kept,
        origin: {
          owner: 'user:default/ann',
          cluster: 'west',
          namespace: 'shop',
          entityRef: 'component:default/cart',
        },
      });
      await expect(store.get('d2')).resolves.toMatchObject({ origin: { owner: 'external:ci', cluster: undefined } });
      await expect(store.get('d3')).resolves.toBeUndefined();
    });

    it('lists the own ones, newest first, in pages', async () => {
      const { knex, store } = await createStore(databaseId);
      for (const [id, created] of [
        ['d1', '2026-11-20T10:00:00Z'],
        ['d2', '2026-11-20T12:00:00Z'],
        ['d3', '2026-11-20T11:00:00Z'],
      ]) {
        await store.save(diagnosis(id), { owner: 'user:default/ann', entityRef: `component:default/${id}` });
        await age(knex, id, created);
      }
      await store.save(diagnosis('other'), { owner: 'user:default/bob' });

      const all = await store.list({ owner: 'user:default/ann', limit: 20, offset: 0 });
      expect(all.totalItems).toBe(3);
      expect(all.items.map(item => item.requestId)).toEqual(['d2', 'd3', 'd1']);
      expect(all.items[0]).toEqual({
        requestId: 'd2',
        createdAt: '2026-11-20T10:00:00Z',
        cluster: 'west',
        entityRef: 'component:default/d2',
        severity: 'HIGH',
        errorCategory: 'oom-killed',
        rootCause: 'The limit of 64Mi is too small',
      });

      const page = await store.list({ owner: 'user:default/ann', limit: 1, offset: 1 });
      expect(page).toMatchObject({ totalItems: 3, items: [{ requestId: 'd3' }] });

      const ofEntity = await store.list({
        owner: 'user:default/ann',
        entityRef: 'component:default/d1',
        limit: 20,
        offset: 0,
      });
      expect(ofEntity).toMatchObject({ totalItems: 1, items: [{ requestId: 'd1' }] });
    });

    it('deletes what is too old', async () => {
      const { knex, store } = await createStore(databaseId);
      await store.save(diagnosis('old'), { owner: 'user:default/ann' });
      await store.save(diagnosis('young'), { owner: 'user:default/ann' });
      await age(knex, 'old', '2026-10-01T00:00:00Z');
      await age(knex, 'young', '2026-10-03T00:00:00Z');

      await expect(store.deleteOlderThan(new Date('2026-10-02T00:00:00Z'))).resolves.toBe(1);
      await expect(store.get('old')).resolves.toBeUndefined();
      await expect(store.get('young')).resolves.toBeDefined();
    });

    it('migrates up, down and up again', async () => {
      const { knex, store } = await createStore(databaseId);
      await expect(store.check()).resolves.toBeUndefined();
      await knex.migrate.rollback(migrations, true);
      await expect(knex.schema.hasTable('diagnoses')).resolves.toBe(false);
      await expect(store.check()).rejects.toEqual(expect.anything());
      await knex.migrate.latest(migrations);
      await expect(store.check()).resolves.toBeUndefined();
    });
  });
});
