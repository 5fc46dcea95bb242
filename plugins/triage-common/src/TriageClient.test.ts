import { ResponseError } from '@backstage/errors';
import { TriageClient } from './TriageClient';

describe('TriageClient', () => {
  const discoveryApi = { getBaseUrl: async (plugin: string) => `http://portal/api/${plugin}` };

  function clientAnswering(response: () => Response) {
    const fetchMock = jest.fn(async (..._args: Parameters<typeof fetch>) => response());
    return { fetchMock, client: new TriageClient({ discoveryApi, fetchApi: { fetch: fetchMock } }) };
  }

  it('posts a diagnosis request and hands out the answer', async () => {
    const { client, fetchMock } = clientAnswering(() => Response.json({ requestId: 'r1' }));

    await expect(client.diagnose({ namespace: 'shop' }, { token: 't' })).resolves.toEqual({ requestId: 'r1' });

    const [url, init] = fetchMock.mock.calls[0];
    expect(url).toBe('http://portal/api/triage/diagnose');
    expect(init).toMatchObject({ method: 'POST', headers: { Authorization: 'Bearer t' } });
    expect(JSON.parse(String(init?.body))).toEqual({ namespace: 'shop' });
  });

  it('keeps a runbook in a folder one path segment', async () => {
    const { client, fetchMock } = clientAnswering(() => Response.json({}));
    await client.getRunbook('payments/ledger stuck.md');
    expect(fetchMock.mock.calls[0][0]).toBe('http://portal/api/triage/runbooks/payments%2Fledger%20stuck.md');
  });

  it('unpacks the list of runbooks', async () => {
    const { client } = clientAnswering(() => Response.json({ items: [{ filename: 'a.md' }] }));
    await expect(client.listRunbooks()).resolves.toEqual([{ filename: 'a.md' }]);
  });

  it('puts filters into the query', async () => {
    const { client, fetchMock } = clientAnswering(() => Response.json({ items: [], totalItems: 0 }));
    await client.listDiagnoses({ limit: 5, entityRef: 'component:default/checkout' });
    expect(fetchMock.mock.calls[0][0]).toBe(
      'http://portal/api/triage/diagnoses?limit=5&entityRef=component%3Adefault%2Fcheckout',
    );
  });

  it('passes the signal on, so that a question can be stopped', async () => {
    const { client, fetchMock } = clientAnswering(() => Response.json({}));
    const { signal } = new AbortController();
    await client.diagnose({ namespace: 'shop' }, { signal });
    expect(fetchMock.mock.calls[0][1]).toMatchObject({ signal, method: 'POST' });
  });

  it('throws the sentence of the backend', async () => {
    const { client } = clientAnswering(() =>
      Response.json(
        { error: { name: 'InputError', message: 'Send a namespace' }, response: { statusCode: 400 } },
        { status: 400, statusText: 'Bad Request' },
      ),
    );
    const failure = await client.diagnose({}).catch(error => error);
    expect(failure).toBeInstanceOf(ResponseError);
    expect(failure.cause.message).toBe('Send a namespace');
    expect(failure.response.status).toBe(400);
  });
});
