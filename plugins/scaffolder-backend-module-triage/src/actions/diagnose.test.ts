import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { TriageClient } from '@triage/plugin-triage-common';
import { parse } from 'yaml';
import { diagnosis } from '../testing/diagnosis';
import { startTriageBackend } from '../testing/startTriageBackend';
import { createDiagnoseAction } from './diagnose';

type Backend = Awaited<ReturnType<typeof startTriageBackend>>;

describe('triage:diagnose', () => {
  let backend: Backend;
  afterEach(() => backend?.close());

  function actionOn({ url }: Pick<Backend, 'url'>) {
    return createDiagnoseAction({
      auth: mockServices.auth(),
      triage: new TriageClient({ discoveryApi: { getBaseUrl: async () => url } }),
    });
  }

  async function run(input: Record<string, string>) {
    const action = actionOn(backend);
    const logger = mockServices.logger.mock();
    const ctx = createMockActionContext({ input });
    await action.handler({ ...ctx, logger } as Parameters<typeof action.handler>[0]);
    const outputs = Object.fromEntries((ctx.output as jest.Mock).mock.calls);
    return { logger, outputs };
  }

  it('asks as the person who started the task', async () => {
    backend = await startTriageBackend(() => ({ body: diagnosis }));
    await run({ entityRef: 'component:default/checkout', question: 'why?' });

    expect(backend.requests).toEqual([
      {
        method: 'POST',
        url: '/api/triage/diagnose',
        authorization: mockCredentials.service.header({
          onBehalfOf: mockCredentials.user(),
          targetPluginId: 'triage',
        }),
        body: { entityRef: 'component:default/checkout', question: 'why?' },
      },
    ]);
  });

  it('hands out the answer, links to it and writes it into the log', async () => {
    backend = await startTriageBackend(() => ({ body: diagnosis }));
    const { logger, outputs } = await run({ namespace: 'shop', deploymentName: 'checkout' });

    expect(outputs).toMatchObject({
      diagnosisId: '2f6c1c1e',
      severity: 'HIGH',
      category: 'oom-killed',
      rootCause: diagnosis.rootCause,
      explanation: diagnosis.explanation,
      link: '/triage/diagnoses/2f6c1c1e',
      runbookTitle: 'OOMKilled',
      runbookLink: '/triage/runbooks/memory%2Foomkilled.md',
    });
    expect(outputs.markdown).toContain('```bash\nkubectl set resources deployment/checkout');
    expect(logger.info).toHaveBeenCalledWith(expect.stringContaining(diagnosis.rootCause));
  });

  it('leaves out fields that were left empty in a form', async () => {
    backend = await startTriageBackend(() => ({ body: diagnosis }));
    await run({ namespace: 'shop', podName: '', question: ' ' });
    expect(backend.requests[0].body).toEqual({ namespace: 'shop' });
  });

  it.each([
    [{}, /Give an entityRef/],
    [{ question: 'why?' }, /Give an entityRef/],
    [{ podName: 'checkout-1', errorMessage: 'x' }, /needs its namespace/],
    [{ entityRef: 'component:default/checkout', namespace: 'shop', podName: 'checkout-1' }, /only one/],
  ])('refuses %p', async (input, message) => {
    backend = await startTriageBackend(() => ({ body: diagnosis }));
    await expect(run(input as Record<string, string>)).rejects.toThrow(message);
    expect(backend.requests).toEqual([]);
  });

  it("passes on the backend's own sentence", async () => {
    const error = { name: 'NotFoundError', message: 'No component "x" in the catalog.' };
    backend = await startTriageBackend(() => ({ status: 404, body: { error, response: { statusCode: 404 } } }));
    await expect(run({ entityRef: 'component:default/x' })).rejects.toThrow(
      'Triage answered 404: No component "x" in the catalog.',
    );
  });

  it('says that the backend is not there', async () => {
    backend = await startTriageBackend(() => ({ body: {} }));
    await backend.close();
    await expect(run({ namespace: 'shop' })).rejects.toThrow('The Triage backend could not be reached');
  });

  it('ends when the task is cancelled', async () => {
    backend = await startTriageBackend(() => 'never');
    const controller = new AbortController();
    const action = actionOn(backend);
    const ctx = createMockActionContext({ input: { namespace: 'shop' } });
    const asked = backend.nextRequest();
    const running = action.handler({ ...ctx, signal: controller.signal } as Parameters<typeof action.handler>[0]);
    await asked;
    controller.abort();
    await expect(running).rejects.toThrow(/abort/i);
  });

  it('has examples that use its inputs', async () => {
    backend = await startTriageBackend(() => ({ body: diagnosis }));
    const action = actionOn(backend);
    for (const { example } of action.examples ?? []) {
      const [step] = parse(example).steps;
      expect(step.action).toBe('triage:diagnose');
      await run(step.input);
    }
    expect(backend.requests).toHaveLength(3);
  });
});
