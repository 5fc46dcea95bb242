import http from 'node:http';
import https from 'node:https';
import { Readable } from 'node:stream';

/** Requests to an API server as the command makes them, with the calls and bytes counted. */
export function countingFetch(server, options = {}) {
  const client = server.startsWith('https') ? https : http;
  const agent = new client.Agent({ keepAlive: true, maxSockets: 24, ...options });
  const counted = { calls: 0, bytes: 0 };
  const fetch = (path, init = {}) =>
    new Promise((resolve, reject) => {
      counted.calls += 1;
      const request = client.request(
        new URL(path, server),
        { headers: init.headers, agent, signal: init.signal },
        message => {
          message.on('data', chunk => (counted.bytes += chunk.length));
          resolve(
            new Response(Readable.toWeb(message), {
              status: message.statusCode,
              headers: Object.entries(message.headers),
            }),
          );
        },
      );
      request.on('error', reject);
      request.end();
    });
  return { fetch, counted, close: () => agent.destroy() };
}
