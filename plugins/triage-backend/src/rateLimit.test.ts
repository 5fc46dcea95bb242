import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import request from 'supertest';
import { startPortal } from './testing/startPortal';

jest.setTimeout(60_000);

/** The block of app-config.yaml. Without the empty list, requests from the same machine would not be counted. */
const config = {
  backend: {
    rateLimit: { global: false, plugin: { triage: { window: '1m', incomingRequestLimit: 60, ipAllowList: [] } } },
  },
};

describe('rate limit', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  it('refuses the 61st request of a minute and says when to come back', async () => {
    const portal = await startPortal(databases, { config });
    try {
      const get = () => request(portal.url).get('/runbooks').set('Authorization', mockCredentials.user.header());
      for (let i = 0; i < 60; i++) {
        expect((await get()).status).toBe(200);
      }
      const refused = await get();
      expect(refused.status).toBe(429);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    } finally {
      await portal.stop();
    }
  });
});
