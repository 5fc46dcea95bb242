import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import request from 'supertest';
import { parse } from 'yaml';
import scaffolderModuleTriage from '.';
import { diagnosis } from './testing/diagnosis';
import { startTriageBackend } from './testing/startTriageBackend';

const TEMPLATE = path.resolve(__dirname, '../../../templates/diagnose/template.yaml');

describe('the template "diagnose" in the scaffolder', () => {
  let triage: Awaited<ReturnType<typeof startTriageBackend>>;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    triage = await startTriageBackend(({ body }) => ({
      body: (body as { question?: string }).question ? diagnosis : { ...diagnosis, relatedRunbooks: [] },
    }));
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        scaffolderModuleTriage,
        catalogServiceMock.factory(),
        mockServices.discovery.mock({ getBaseUrl: async () => triage.url }).factory,
      ],
    });
  }, 60_000);
  afterAll(async () => {
    await backend?.stop();
    await triage?.close();
  });

  async function dryRun(values: object) {
    const template = parse(await readFile(TEMPLATE, 'utf8'));
    return request(backend.server).post('/api/scaffolder/v2/dry-run').send({ template, values, directoryContents: [] });
  }

  it('diagnoses the component and shows answer, log and links', async () => {
    const { status, body } = await dryRun({ entityRef: 'component:default/checkout', question: 'why?' });

    expect({ status, body }).toMatchObject({ status: 200 });
    expect(triage.requests[0].body).toEqual({ entityRef: 'component:default/checkout', question: 'why?' });
    expect(body.output.links).toEqual([
      expect.objectContaining({ url: '/triage/diagnoses/2f6c1c1e' }),
      expect.objectContaining({ title: 'Runbook: OOMKilled', url: '/triage/runbooks/memory%2Foomkilled.md' }),
    ]);
    expect(body.output.text).toEqual([
      expect.objectContaining({
        title: 'HIGH, oom-killed',
        content: expect.stringContaining('kubectl set resources deployment/checkout'),
      }),
    ]);
    expect(JSON.stringify(body.log)).toContain('exceeds its memory limit');
  });

  it('has no runbook link when none fits', async () => {
    const { body } = await dryRun({ entityRef: 'component:default/checkout' });
    expect(body.output.links).toHaveLength(1);
  });

  it('demands a component', async () => {
    const { status, body } = await dryRun({});
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('entityRef');
  });

  it('offers the three actions with their schemas', async () => {
    const { body } = await request(backend.server).get('/api/scaffolder/v2/actions');
    const own = body.filter(({ id }: { id: string }) => id.startsWith('triage:'));
    expect(own.map(({ id }: { id: string }) => id).sort()).toEqual([
      'triage:cluster-health',
      'triage:diagnose',
      'triage:suggest-runbook',
    ]);
    for (const { schema, examples, description } of own) {
      expect(Object.keys(schema.output.properties).length).toBeGreaterThan(2);
      expect(examples.length).toBeGreaterThan(0);
      expect(description).toMatch(/\.$/);
    }
  });
});
