import { mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { RunbookSuggestions, TriageClient } from '@triage/plugin-triage-common';
import { startTriageBackend } from '../testing/startTriageBackend';
import { createSuggestRunbookAction } from './suggestRunbook';

describe('triage:suggest-runbook', () => {
  let backend: Awaited<ReturnType<typeof startTriageBackend>>;
  afterEach(() => backend.close());

  async function run(input: Record<string, string | number>, answer: RunbookSuggestions) {
    backend = await startTriageBackend(() => ({ body: answer }));
    const action = createSuggestRunbookAction({
      auth: mockServices.auth(),
      triage: new TriageClient({ discoveryApi: { getBaseUrl: async () => backend.url } }),
    });
    const ctx = createMockActionContext({ input }) as Parameters<typeof action.handler>[0];
    await action.handler(ctx);
    return Object.fromEntries((ctx.output as jest.Mock).mock.calls);
  }

  it('lists the runbooks with links', async () => {
    const outputs = await run(
      { errorMessage: 'OOMKilled', category: 'oom-killed', topK: 1 },
      {
        query: 'OOMKilled',
        results: [
          {
            title: 'Out of [memory](x)',
            filename: 'oomkilled.md',
            relevanceScore: 0.93,
            section: 'Causes',
            categories: ['oom-killed'],
            why: { terms: ['oomkilled'] },
          },
        ],
        totalMatched: 4,
        abstained: false,
      },
    );

    expect(backend.requests[0]).toMatchObject({
      url: '/api/triage/suggest-runbook',
      body: { errorMessage: 'OOMKilled', category: 'oom-killed', topK: 1 },
    });
    expect(outputs).toEqual({
      abstained: false,
      runbooks: [
        {
          title: 'Out of [memory](x)',
          filename: 'oomkilled.md',
          relevanceScore: 0.93,
          link: '/triage/runbooks/oomkilled.md',
          section: 'Causes',
        },
      ],
      markdown: '- [Out of \\[memory\\](x)](/triage/runbooks/oomkilled.md): Causes',
    });
  });

  it('says that none fits', async () => {
    const outputs = await run(
      { errorMessage: 'pizza' },
      { query: 'pizza', results: [], totalMatched: 0, abstained: true },
    );
    expect(outputs).toEqual({ abstained: true, runbooks: [], markdown: 'No runbook fits.' });
  });
});
