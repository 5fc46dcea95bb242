import { createServer, IncomingMessage } from 'node:http';
import { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  method?: string;
  url?: string;
  authorization?: string;
  body?: unknown;
}

/** A real HTTP server that stands for the Triage backend: it answers what `answer` says and keeps what it was asked. */
export async function startTriageBackend(
  answer: (request: ReceivedRequest) => { status?: number; body: unknown } | 'never',
) {
  const requests: ReceivedRequest[] = [];
  const waiting: Array<() => void> = [];
  const server = createServer(async (req, res) => {
    const request = await received(req);
    requests.push(request);
    waiting.splice(0).forEach(resolve => resolve());
    const reply = answer(request);
    if (reply === 'never') return;
    res.writeHead(reply.status ?? 200, { 'content-type': 'application/json' });
    res.end(JSON.stringify(reply.body));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    requests,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/triage`,
    nextRequest: () => new Promise<void>(resolve => waiting.push(resolve)),
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

async function received(req: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return {
    method: req.method,
    url: req.url,
    authorization: req.headers.authorization,
    body: text ? JSON.parse(text) : undefined,
  };
}
