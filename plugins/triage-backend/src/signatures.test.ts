import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import request from 'supertest';
import { brokenShop } from './testing/brokenShop';
import { startClusters } from './testing/startClusters';
import { Portal, startPortal } from './testing/startPortal';

jest.setTimeout(60_000);

const LINE = '2026-11-20T09:58:03Z notice seat ledger closed early for tenant north-7';
const SIGNATURES = [
  {
    name: 'acme-ledger-closed',
    pattern: 'seat ledger closed early for tenant (?<tenant>[\\w-]{1,40})',
    category: 'config-invalid',
    severity: 'HIGH',
    cause: 'Tenant {tenant} has no seats left in the ledger.',
    advice: 'Book seats for {tenant} in the licence desk',
    examples: [LINE],
  },
];

/** `triage.signatures`, from the configuration to the answer. */
describe('signatures of the configuration', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let clusters: Awaited<ReturnType<typeof startClusters>>;
  let portal: Portal;

  beforeAll(async () => {
    const log = ['INFO starting', LINE, 'INFO flushing', ''].join('\n');
    clusters = await startClusters([{ name: 'west', objects: brokenShop(), log }]);
    portal = await startPortal(databases, {
      clusters: [{ name: 'west', url: clusters.urls.west }],
      config: { triage: { signatures: SIGNATURES } },
    });
  });
  afterAll(async () => {
    await portal.stop();
    await clusters.close();
  });

  async function diagnose(body: object) {
    const response = await request(portal.url)
      .post('/diagnose')
      .set('Authorization', mockCredentials.user.header())
      .send(body);
    return response.body;
  }

  it('decide what a log says', async () => {
    const diagnosis = await diagnose({ namespace: 'shop', deploymentName: 'checkout' });
    expect(diagnosis.errorCategory).toBe('config-invalid');
    expect(diagnosis.rootCause).toContain('Tenant north-7 has no seats left in the ledger');
    expect(diagnosis.findings[0].evidence[0].text).toContain('seat ledger closed early');
    expect(JSON.stringify(diagnosis.findings[0].fixes)).toContain('Book seats for north-7 in the licence desk');
  });

  it('decide what a pasted text says', async () => {
    expect(await diagnose({ errorMessage: LINE })).toMatchObject({
      errorCategory: 'config-invalid',
      severity: 'HIGH',
      rootCause: 'Tenant north-7 has no seats left in the ledger.',
    });
  });

  it('keep the backend from starting when one is wrong', async () => {
    const wrong = { ...SIGNATURES[0], examples: ['seat ledger open'] };
    const config = { triage: { signatures: [wrong] } };
    await expect(startPortal(databases, { config })).rejects.toThrow(
      /triage\.signatures\[0\]\.examples\[0\]: the pattern does not match "seat ledger open"/,
    );
  });
});
