import http from 'node:http';
import https from 'node:https';
import { Readable } from 'node:stream';
import type { KubeConfig } from '@kubernetes/client-node';
import { KubernetesFetch } from '@triage/diagnosis';
import { unreadable } from '../CliError';

/** Connections kept open; as many requests as a reader has in flight. */
const SOCKETS = 24;

/**
 * Requests to the cluster of a kubeconfig, with all it may ask for: certificate authority, client certificate, token,
 * exec and OIDC plugins, proxy, server name, impersonation. Node's global fetch takes no certificates.
 */
export function kubeConfigFetch(config: KubeConfig): { fetch: KubernetesFetch; close(): void } {
  const cluster = config.getCurrentCluster();
  if (!cluster?.server) {
    throw unreadable('The kubeconfig does not say where the cluster is.');
  }
  const server = new URL(cluster.server);
  const client = server.protocol === 'https:' ? https : http;
  let agent: http.Agent | undefined;

  const fetch: KubernetesFetch = async (path, init = {}) => {
    const options: https.RequestOptions = { headers: { ...init.headers }, method: 'GET' };
    // each time: tokens of plugins expire
    await config.applyToHTTPSOptions(options);
    agent ??= keptAgent(options, cluster.proxyUrl, client);
    const url = new URL(server.pathname.replace(/\/$/, '') + path, server);
    url.username = server.username;
    url.password = server.password;
    return new Promise((resolve, reject) => {
      const request = client.request(url, { ...options, agent, signal: init.signal }, message => {
        const status = message.statusCode ?? 500;
        const empty = status === 204 || status === 304;
        resolve(
          new Response(empty ? undefined : (Readable.toWeb(message) as ReadableStream), {
            status,
            headers: flatHeaders(message.headers),
          }),
        );
      });
      request.on('error', reject);
      request.end();
    });
  };
  return { fetch, close: () => agent?.destroy() };
}

/** The client's own agent opens a connection for each request; a proxy's is kept as it is. */
function keptAgent(options: https.RequestOptions, proxy: string | undefined, client: typeof http | typeof https) {
  if (proxy) {
    return options.agent as http.Agent;
  }
  const { ca, cert, key, pfx, passphrase, rejectUnauthorized, servername } = options;
  return new client.Agent({
    keepAlive: true,
    maxSockets: SOCKETS,
    ca,
    cert,
    key,
    pfx,
    passphrase,
    servername,
    // an explicit undefined would switch verification off
    ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized }),
  } as https.AgentOptions);
}

function flatHeaders(headers: http.IncomingHttpHeaders): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as [string, string]],
  );
}
