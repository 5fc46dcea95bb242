import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import { AddressInfo, isIP } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TokenUser } from './access/AccessList';
import { ReplayedCluster } from './ReplayedCluster';
import { Snapshot } from './snapshot/Snapshot';

export interface ReplayServerOptions {
  clusters: {
    name: string;
    snapshot: Snapshot;
    /** 0 or absent: any free port. */
    port?: number;
    /** See `ReplayOptions.tokens`. */
    tokens?: string | TokenUser[];
  }[];
  /** Address to listen on; default: 127.0.0.1. */
  host?: string;
  /** See `ReplayOptions.asOf`. */
  asOf?: 'now' | 'recorded';
}

export interface ReplayServer {
  clusters: { name: string; url: string }[];
  /** Ends open watches, too. The snapshots stay open: they are the caller's. */
  close(): Promise<void>;
}

/** Bytes of a request's body that are read; reviews are far smaller. */
const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Serves recorded clusters, each on a port of its own, over plain HTTP.
 *
 * @throws Error with one sentence when a port is taken or a recording can't be used; then nothing is left running
 */
export async function startReplayServer(options: ReplayServerOptions): Promise<ReplayServer> {
  const { host = '127.0.0.1', asOf } = options;
  const servers: Server[] = [];
  const close = async () => {
    await Promise.all(servers.map(closeServer));
  };
  try {
    const clusters = [];
    for (const { name, snapshot, port = 0, tokens } of options.clusters) {
      const cluster = await ReplayedCluster.create(snapshot, { name, asOf, tokens });
      const server = createServer((request, response) => {
        void serve(cluster, isLoopback(host), request, response);
      });
      const url = await listen(server, host, port);
      servers.push(server);
      clusters.push({ name, url });
    }
    return { clusters, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        reject(new Error(`Port ${port} of ${host} is taken: stop what listens there, or choose another port.`));
      } else {
        reject(new Error(`Listening on port ${port} of ${host} failed: ${error.message}`));
      }
    });
    server.listen(port, host, resolve);
  });
  const { address, port: actual } = server.address() as AddressInfo;
  return `http://${isIP(address) === 6 ? `[${address}]` : address}:${actual}`;
}

function closeServer(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function serve(
  cluster: ReplayedCluster,
  loopbackOnly: boolean,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const abort = new AbortController();
  response.on('close', () => abort.abort());
  try {
    // A page in a browser could reach a server on loopback under a name of its own (DNS rebinding)
    if (loopbackOnly && !isLoopback(hostnameOf(request.headers.host))) {
      response.writeHead(403, { 'content-type': 'text/plain' }).end('This server answers under loopback names only.\n');
      return;
    }
    const answer = await cluster.fetch(request.url ?? '/', {
      method: request.method,
      headers: flatHeaders(request),
      body: await readBody(request),
      signal: abort.signal,
    });
    response.sendDate = false;
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.flushHeaders();
    if (answer.body) {
      await pipeline(Readable.fromWeb(answer.body as any), response);
    } else {
      response.end();
    }
  } catch {
    // The client has left, or sends more than it should
    response.destroy();
  }
}

function flatHeaders(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new Error('The body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function hostnameOf(host: string | undefined): string {
  return (host ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '::1' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
