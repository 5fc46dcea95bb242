// node scripts/cluster-proxy.mjs --port PORT --context NAME [--kubeconfig FILE]
//
// Serves the API of a cluster on loopback, signed with the user of a kubeconfig, to whoever knows TRIAGE_CLUSTER_TOKEN.
// Only reading passes: a web page that reaches loopback must not be able to change a cluster.
import { timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import { parseArgs } from 'node:util';
import { KubeConfig } from '@kubernetes/client-node';

const { values } = parseArgs({
  options: { port: { type: 'string' }, context: { type: 'string' }, kubeconfig: { type: 'string' } },
});
const config = new KubeConfig();
if (values.kubeconfig) config.loadFromFile(values.kubeconfig);
else config.loadFromDefault();
config.setCurrentContext(values.context);
const server = new URL(config.getCurrentCluster().server);
const base = server.pathname.replace(/\/$/, '');
const expected = Buffer.from(`Bearer ${process.env.TRIAGE_CLUSTER_TOKEN}`);

/** Questions about one's own rights are POSTs, and change nothing. */
const harmless = /^\/apis\/authorization\.k8s\.io\/v1\/selfsubject(access|rules)reviews$/;

function answer(response, code, reason, message) {
  response.writeHead(code, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ kind: 'Status', apiVersion: 'v1', status: 'Failure', code, reason, message }));
}

async function forward(request, response) {
  const given = Buffer.from(request.headers.authorization ?? '');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    answer(response, 401, 'Unauthorized', 'This proxy serves the Triage backend only');
    return;
  }
  const path = request.url.split('?')[0];
  const allowed = ['GET', 'HEAD'].includes(request.method) || (request.method === 'POST' && harmless.test(path));
  if (!allowed) {
    answer(response, 405, 'MethodNotAllowed', 'This proxy only reads');
    return;
  }
  // per request: exec plugins and token files give new credentials when the old ones end
  const options = { method: request.method, headers: { ...request.headers } };
  delete options.headers.authorization;
  delete options.headers.host;
  delete options.headers.connection;
  await config.applyToHTTPSOptions(options);
  const { request: send } = server.protocol === 'https:' ? https : http;
  const upstream = send(new URL(`${server.origin}${base}${request.url}`), options, reply => {
    response.writeHead(reply.statusCode, reply.headers);
    reply.pipe(response);
  });
  upstream.on('error', error => {
    if (response.headersSent) response.destroy(error);
    else answer(response, 502, 'BadGateway', `${server.origin} did not answer: ${error.message}`);
  });
  response.on('close', () => upstream.destroy());
  request.pipe(upstream);
}

http
  .createServer((request, response) => {
    forward(request, response).catch(error => {
      if (!response.headersSent)
        answer(response, 502, 'BadGateway', `The kubeconfig gave no credentials: ${error.message}`);
    });
  })
  .listen(Number(values.port), '127.0.0.1', () => console.log(`serving ${server.origin} on 127.0.0.1:${values.port}`));
