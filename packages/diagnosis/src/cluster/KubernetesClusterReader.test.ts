/** @jest-environment node */
import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { Redactor } from '../redaction/Redactor';
import { ClusterReader, ClusterReadError, ResourceType } from './ClusterReader';
import { ClusterReaderLimits, createClusterReader } from './KubernetesClusterReader';
import { findResourceType, resourceTypes } from './resourceTypes';

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

/** Removes one known secret: what a real redactor finds is tested beside it. */
const redactor: Redactor = {
  text: text => text.replaceAll('hunter2', '[redacted]'),
  object: object => JSON.parse(JSON.stringify(object).replaceAll('hunter2', '[redacted]')),
};

const NOW = 'Fri, 20 Nov 2026 18:00:00 GMT';

let server: Server;
let base: string;
let handler: Handler;
let requests: { url: string; accept?: string }[];

beforeAll(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://cluster');
    requests.push({ url: request.url!, accept: request.headers.accept });
    response.setHeader('Date', NOW);
    handler(request, response, url);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  requests = [];
});

function reader(limits?: Partial<ClusterReaderLimits>): ClusterReader {
  return createClusterReader({
    cluster: 'test',
    fetch: (path, init) => fetch(base + path, init),
    redactor,
    limits,
  });
}

function json(response: ServerResponse, body: unknown, code = 200): void {
  response.writeHead(code, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

function status(response: ServerResponse, code: number, message: string): void {
  json(response, { kind: 'Status', status: 'Failure', code, message }, code);
}

function pod(name: string, annotations?: Record<string, string>) {
  return { metadata: { name, namespace: 'shop', managedFields: [{ manager: 'kubelet' }], annotations } };
}

async function failure(work: Promise<unknown>): Promise<ClusterReadError> {
  const error = await work.then(
    () => undefined,
    reason => reason,
  );
  expect(error).toBeInstanceOf(ClusterReadError);
  return error;
}

async function logOf(clusterReader: ClusterReader, previous = false): Promise<string[]> {
  const lines: string[] = [];
  for await (const batch of clusterReader.logs({ namespace: 'shop', pod: 'api-1', container: 'app', previous })) {
    expect(batch.length).toBeGreaterThan(0);
    lines.push(...batch);
  }
  return lines;
}

describe('list', () => {
  it('follows pages, names the kind, and drops what only makes objects big', async () => {
    handler = (_, response, url) =>
      url.searchParams.get('continue') === 'page 2'
        ? json(response, { items: [pod('b')] })
        : json(response, {
            metadata: { continue: 'page 2' },
            items: [pod('a', { 'kubectl.kubernetes.io/last-applied-configuration': '{}', note: 'hunter2' })],
          });

    await expect(
      reader().list(resourceTypes.Pod, { namespace: 'shop', labelSelector: 'app in (a,b)' }),
    ).resolves.toEqual([
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'a', namespace: 'shop', annotations: { note: '[redacted]' } },
      },
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'b', namespace: 'shop' } },
    ]);
    const asked = requests.map(({ url }) => new URL(url, base));
    expect(asked.map(url => url.pathname)).toEqual(Array(2).fill('/api/v1/namespaces/shop/pods'));
    expect(asked.map(url => url.searchParams.get('limit'))).toEqual(['500', '500']);
    expect(asked.map(url => url.searchParams.get('labelSelector'))).toEqual(Array(2).fill('app in (a,b)'));
  });

  it('starts again once when the continue token has expired', async () => {
    let expired = false;
    handler = (_, response, url) => {
      if (!url.searchParams.has('continue')) {
        json(response, { metadata: { continue: expired ? undefined : 'old' }, items: [pod('a')] });
      } else {
        expired = true;
        status(response, 410, 'The provided continue parameter is too old');
      }
    };
    await expect(reader().list(resourceTypes.Pod)).resolves.toHaveLength(1);
    expect(requests).toHaveLength(3);

    handler = (_, response, url) =>
      url.searchParams.has('continue')
        ? status(response, 410, 'too old')
        : json(response, { metadata: { continue: 'old' }, items: [pod('a')] });
    expect((await failure(reader().list(resourceTypes.Pod))).failure).toBe('invalid');
  });

  it('does not ask for more at once than allowed', async () => {
    let inFlight = 0;
    let most = 0;
    const bounded = createClusterReader({
      cluster: 'test',
      redactor,
      limits: { requests: 3 },
      fetch: async () => {
        inFlight += 1;
        most = Math.max(most, inFlight);
        await new Promise(resolve => setImmediate(resolve));
        inFlight -= 1;
        return Response.json({ items: [] });
      },
    });
    await Promise.all(Object.values(resourceTypes).map(type => bounded.list(type, { namespace: 'shop' })));
    expect(most).toBe(3);
  });
});

describe('failures', () => {
  it.each([
    [403, 'forbidden', 'Could not read pods: forbidden for you in namespace payments. Ask for list on pods.'],
    [401, 'unauthorized', 'Could not read pods: the cluster does not accept your credentials. Sign in to it again.'],
    [404, 'not-found', 'Could not read pods: this cluster does not have pods.'],
    [504, 'timeout', 'Could not read pods in namespace payments: the cluster took too long to answer.'],
    [
      500,
      'unreachable',
      'Could not read pods in namespace payments: the cluster failed to answer (500): etcd said [redacted]',
    ],
    [
      400,
      'invalid',
      'Could not read pods in namespace payments: the cluster refused the request (400): etcd said [redacted]',
    ],
  ])('says what %d means', async (code, kind, sentence) => {
    handler = (_, response) => status(response, code, 'etcd said hunter2');
    const error = await failure(reader().list(resourceTypes.Pod, { namespace: 'payments' }));
    expect(error).toMatchObject({ failure: kind, status: code, message: sentence });
  });

  it('names the right that is missing', async () => {
    handler = (_, response) => status(response, 403, 'no');
    await expect(reader().list(resourceTypes.Deployment)).rejects.toThrow(
      'Could not read deployments: forbidden for you in all namespaces. Ask for list on deployments.apps.',
    );
    await expect(reader().list(resourceTypes.Node)).rejects.toThrow(
      'Could not read nodes: forbidden for you. Ask for list on nodes.',
    );
    await expect(logOf(reader())).rejects.toThrow(
      'Could not read pod logs: forbidden for you in namespace shop. Ask for get on pods/log.',
    );
  });

  it('tells a missing object from a missing kind', async () => {
    handler = (_, response) => status(response, 404, 'pods "api" not found');
    await expect(reader().get(resourceTypes.Pod, { namespace: 'shop', name: 'api' })).rejects.toThrow(
      'Could not read Pod api in namespace shop: it does not exist: pods "api" not found',
    );
  });

  it.each([429, 503])('tries again once after %d', async code => {
    handler = (_, response) => {
      if (requests.length === 1) {
        response.setHeader('Retry-After', '0');
        status(response, code, 'busy');
      } else {
        json(response, { items: [pod('a')] });
      }
    };
    await expect(reader().list(resourceTypes.Pod)).resolves.toHaveLength(1);

    handler = (_, response) => {
      response.setHeader('Retry-After', '0');
      status(response, code, 'busy');
    };
    expect((await failure(reader().list(resourceTypes.Pod))).failure).toBe('unreachable');
    expect(requests).toHaveLength(4);
  });

  it('gives up when the cluster does not answer, or stalls within the answer', async () => {
    handler = () => {};
    expect(await failure(reader({ listTimeout: 30 }).list(resourceTypes.Pod))).toMatchObject({
      failure: 'timeout',
      message: 'Could not read pods in all namespaces: no complete answer within 0 s.',
    });
    handler = (_, response) => response.write('{"items": [');
    expect((await failure(reader({ listTimeout: 30 }).list(resourceTypes.Pod))).failure).toBe('timeout');
    handler = (_, response) => response.write('first line\n');
    expect((await failure(logOf(reader({ logTimeout: 30 })))).failure).toBe('timeout');
  });

  it('says that a cluster cannot be reached, without quoting the address', async () => {
    const unreachable = createClusterReader({
      cluster: 'prod',
      fetch: () => fetch('http://user:hunter2@127.0.0.1:1/'),
      redactor,
    });
    const refused = createClusterReader({ cluster: 'prod', fetch: () => fetch('http://127.0.0.1:1/'), redactor });
    expect((await failure(unreachable.list(resourceTypes.Pod))).message).not.toContain('hunter2');
    expect(await failure(refused.list(resourceTypes.Pod))).toMatchObject({
      failure: 'unreachable',
      message: expect.stringMatching(/^Could not read pods: cluster prod cannot be reached \(.+\)\.$/),
    });
    await expect(refused.now()).resolves.toBeInstanceOf(Date);
  });

  it.each(['<html>sign in</html>', '[]', 'null', '{"items": 5}'])('refuses the answer %s', async body => {
    handler = (_, response) => response.end(body);
    expect((await failure(reader().list(resourceTypes.Pod))).failure).toBe('invalid');
    expect((await failure(reader().get(resourceTypes.Pod, { name: 'a' }))).failure).toBe('invalid');
    expect((await failure(reader().table(resourceTypes.Pod))).failure).toBe('invalid');
  });

  it('rejects with the reason of the caller that aborts, running or waiting', async () => {
    const controller = new AbortController();
    const reason = new Error('the user has gone');
    handler = () => controller.abort(reason);
    const bounded = reader({ requests: 1 });
    const running = bounded.list(resourceTypes.Pod, { signal: controller.signal });
    const waiting = bounded.list(resourceTypes.Node, { signal: controller.signal });
    await expect(running).rejects.toBe(reason);
    await expect(waiting).rejects.toBe(reason);
    handler = (_, response) => json(response, { items: [] });
    await expect(bounded.list(resourceTypes.Pod)).resolves.toEqual([]);
  });
});

describe('secrets', () => {
  const secret: ResourceType = { apiVersion: 'v1', plural: 'secrets', kind: 'Secret', namespaced: true };

  it('are not among the types', () => {
    expect(findResourceType('secret')).toBeUndefined();
    expect(findResourceType('Secrets')).toBeUndefined();
    expect(JSON.stringify(resourceTypes).toLowerCase()).not.toContain('"secret');
  });

  it('are never asked for, by whatever type or name', async () => {
    handler = (_, response) => json(response, { metadata: {}, items: [], data: { password: 'aHVudGVyMg==' } });
    const tries: Promise<unknown>[] = [
      reader().list(secret, { namespace: 'shop' }),
      reader().get(secret, { namespace: 'shop', name: 'db' }),
      reader().table(secret),
      reader().list({ ...secret, namespaced: false }),
      reader().list({ ...secret, plural: 'namespaces/shop/secrets' }),
      reader().list({ ...secret, plural: 'pods/../secrets' }),
      reader().list({ ...secret, apiVersion: 'v1/namespaces/shop/secrets' }),
      reader().get(resourceTypes.ConfigMap, { namespace: 'shop', name: '../secrets/db' }),
      reader().get(resourceTypes.ConfigMap, { namespace: 'shop/secrets/db?', name: 'x' }),
      reader().get(resourceTypes.ConfigMap, { namespace: '..', name: 'x' }),
      reader().get(resourceTypes.Pod, { namespace: 'shop', name: '%2e%2e' }),
    ];
    for (const attempt of tries) {
      await failure(attempt);
    }
    for await (const _ of reader().logs({ namespace: 'shop', pod: 'a', container: 'x&pretty=secrets/../..' })) {
      // what it says does not matter, where it went does
    }
    expect(requests.map(({ url }) => url)).toEqual([
      '/api/v1/namespaces/shop/pods/a/log?container=x%26pretty%3Dsecrets%2F..%2F..',
    ]);
  });
});

describe('table', () => {
  it('has the cells by column', async () => {
    handler = (_, response) =>
      json(response, {
        kind: 'Table',
        columnDefinitions: [{ name: 'Name' }, { name: 'Ready' }, { name: 'Restarts' }],
        rows: [{ cells: ['api-1', '0/1', 7] }, { cells: ['hunter2'] }],
      });
    await expect(reader().table(resourceTypes.Pod, { namespace: 'shop' })).resolves.toEqual([
      { namespace: 'shop', cells: { name: 'api-1', ready: '0/1', restarts: '7' } },
      { namespace: 'shop', cells: { name: '[redacted]', ready: '', restarts: '' } },
    ]);
    expect(requests[0].accept).toBe('application/json;as=Table;g=meta.k8s.io;v=v1');
    expect(new URL(requests[0].url, base).searchParams.get('includeObject')).toBe('None');
  });
});

describe('clock and version', () => {
  it('are the cluster’s own', async () => {
    handler = (_, response) => json(response, { gitVersion: 'v1.34.4' });
    const clusterReader = reader();
    await expect(clusterReader.now()).resolves.toEqual(new Date(NOW));
    await expect(clusterReader.version()).resolves.toBe('v1.34.4');
    expect(requests).toHaveLength(1);
  });
});

describe('logs', () => {
  function sends(...chunks: (string | Buffer)[]): void {
    handler = async (_, response) => {
      for (const chunk of chunks) {
        await new Promise(resolve => response.write(chunk, resolve));
        // the next turn of the loop, so that chunks arrive as such
        await new Promise(resolve => setImmediate(resolve));
      }
      response.end();
    };
  }

  it('are lines, however they are cut on the way', async () => {
    const euro = Buffer.from('price 5 €\n');
    sends('one\ntw', 'o\n', euro.subarray(0, 9), euro.subarray(9), '\nlast has hunter2 and no newline');
    await expect(logOf(reader())).resolves.toEqual([
      'one',
      'two',
      'price 5 €',
      '',
      'last has [redacted] and no newline',
    ]);
    expect(requests[0].url).toBe('/api/v1/namespaces/shop/pods/api-1/log?container=app');
  });

  it('are without control characters', async () => {
    sends(
      '\x1b[31mERROR\x1b[0m bad \x1b]0;title\x07thing\r\n',
      '10%\r50%\r100% done\n',
      'pass=hunt\x1b[1mer2 \x00nul\tand tab\n',
      Buffer.from([0x61, 0xff, 0xfe, 0x62, 0x0a]),
    );
    await expect(logOf(reader())).resolves.toEqual([
      'ERROR bad thing',
      '100% done',
      'pass=[redacted] nul\tand tab',
      'a\ufffd\ufffdb',
    ]);
  });

  it('cut a long line after redacting it', async () => {
    sends('x'.repeat(16_380), 'hunter2', 'y'.repeat(300_000), '\nnext\n');
    const lines = await logOf(reader());
    expect(lines).toEqual([`${'x'.repeat(16_380)}[red`, 'next']);
  });

  it('keep a private key together that arrives in pieces', async () => {
    const seen: string[] = [];
    const watching = createClusterReader({
      cluster: 'test',
      fetch: (path, init) => fetch(base + path, init),
      redactor: {
        ...redactor,
        text: text => {
          seen.push(text);
          return text;
        },
      },
    });
    sends('before\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\n', 'abcd\n', '-----END RSA PRIVATE KEY-----\nafter\n');
    await expect(logOf(watching)).resolves.toHaveLength(6);
    expect(seen).toEqual([
      'before',
      'before\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabcd\n-----END RSA PRIVATE KEY-----\nafter',
    ]);
  });

  it('are read a few at a time, each until it ends or nobody listens', async () => {
    let open = 0;
    let most = 0;
    const bounded = createClusterReader({
      cluster: 'test',
      redactor,
      limits: { logStreams: 2 },
      fetch: async () => {
        open += 1;
        most = Math.max(most, open);
        let sent = 0;
        const body = new ReadableStream({
          pull(controller) {
            sent += 1;
            if (sent < 4) {
              controller.enqueue(Buffer.from('line\n'));
              return;
            }
            open -= 1;
            controller.close();
          },
          cancel() {
            open -= 1;
          },
        });
        return new Response(body);
      },
    });
    const read = async (name: string, lines: number) => {
      let seen = 0;
      for await (const batch of bounded.logs({ namespace: 'shop', pod: name, container: 'app' })) {
        seen += batch.length;
        if (seen >= lines) break;
      }
      return seen;
    };
    const pods = Array.from({ length: 9 }, (_, i) => `api-${i}`);
    await expect(Promise.all(pods.map((name, i) => read(name, i % 2 ? 1 : 99)))).resolves.toEqual([
      3, 1, 3, 1, 3, 1, 3, 1, 3,
    ]);
    expect(most).toBe(2);
  });

  it('say so when there is none', async () => {
    handler = (_, response) => status(response, 400, 'previous terminated container "app" in pod "api-1" not found');
    await expect(logOf(reader(), true)).rejects.toMatchObject({
      failure: 'not-found',
      message: 'There is no log of the previous run of container app.',
    });
    expect(requests[0].url).toContain('previous=true');
  });

  // 200 MB take seconds on a busy machine
  it('are read no faster than they are wanted, so that memory stays flat, and end when nobody listens', async () => {
    const line = '2026-11-20T18:00:00Z INFO request served in 12 ms';
    const chunk = Buffer.from(`${line}\n`.repeat(1_000));
    const chunks = 4_000; // 200 MB
    let sent = 0;
    let closed: Promise<void>;
    handler = (_, response) => {
      sent = 0;
      closed = new Promise(resolve => response.on('close', resolve));
      const more = () => {
        while (sent < chunks && !response.destroyed) {
          sent += 1;
          if (!response.write(chunk)) {
            response.once('drain', more);
            return;
          }
        }
        response.end();
      };
      more();
    };
    const one = reader({ logStreams: 1 });
    const options = { namespace: 'shop', pod: 'api-1', container: 'app' };
    let lines = 0;
    let lead = 0;
    for await (const batch of one.logs(options)) {
      lines += batch.length;
      lead = Math.max(lead, sent * 1_000 - lines);
      if (lines % 100_000 < 1_000) {
        await new Promise(resolve => setImmediate(resolve));
      }
    }
    expect(lines).toBe(chunks * 1_000);
    expect(lead * line.length).toBeLessThan(16 * 1024 * 1024);

    for (let run = 0; run < 3; run += 1) {
      for await (const batch of one.logs(options)) {
        expect(batch.at(0)).toBe(line);
        break;
      }
      await closed!;
      expect(sent).toBeLessThan(chunks);
    }
  }, 60_000);
});
