import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve, join } from 'node:path';
import { dataFolder, root } from './paths.mjs';
import { freePort } from './ports.mjs';
import { UserError } from './UserError.mjs';

/**
 * What the portal looks at: the program that serves it on loopback, the environment and the configuration by which
 * the portal finds it, and a line for the user.
 */
export async function demoClusters() {
  const [production, staging] = [await freePort(), await freePort()];
  return {
    description: 'demo: production (things are broken) and staging (healthy), both recorded; yours: --kubeconfig FILE',
    names: ['production', 'staging'],
    urls: [production, staging].map(port => `http://127.0.0.1:${port}/version`),
    token: 'demo-reader',
    program: ['--import', 'tsx', join(root, 'demo', 'serve.ts')],
    env: {
      TRIAGE_PRODUCTION_PORT: String(production),
      TRIAGE_STAGING_PORT: String(staging),
      TRIAGE_DEMO_TOKEN: 'demo-reader',
    },
    configs: [],
  };
}

/**
 * A real cluster. The Kubernetes plugin knows neither client certificates nor exec plugins, so a read-only proxy on
 * loopback signs the requests with the kubeconfig; it serves only who knows the token made here.
 */
export async function kubeconfigCluster({ kubeconfig, context }) {
  const { KubeConfig } = await import('@kubernetes/client-node');
  const file = kubeconfig && resolve(process.env.INIT_CWD ?? '.', kubeconfig);
  const config = new KubeConfig();
  try {
    if (file) config.loadFromFile(file);
    else config.loadFromDefault();
  } catch (error) {
    throw new UserError(`Could not read the kubeconfig ${file ?? ''}: ${error.message}`);
  }
  if (context && !config.getContextObject(context)) {
    const known = config.getContexts().map(c => c.name);
    throw new UserError(`The kubeconfig has no context "${context}"; it has: ${known.join(', ') || 'none'}.`);
  }
  if (context) config.setCurrentContext(context);
  if (!config.getCurrentCluster()) {
    throw new UserError(
      'The kubeconfig has no current context: name one with `npm start -- --kubeconfig FILE --context NAME`.',
    );
  }
  const name = config.getCurrentContext();
  const port = await freePort();
  const token = randomBytes(24).toString('base64url');
  return {
    description: `${name} (${config.getCurrentCluster().server}), read as the kubeconfig's user`,
    names: [name],
    urls: [`http://127.0.0.1:${port}/version`],
    token,
    program: [
      join(root, 'scripts', 'cluster-proxy.mjs'),
      ...['--port', String(port), '--context', name, ...(file ? ['--kubeconfig', file] : [])],
    ],
    env: { TRIAGE_CLUSTER_TOKEN: token },
    configs: [writeOverlay(name, port)],
  };
}

/** The demo's entities do not live in a real cluster, so neither its catalog nor its databases are used. */
function writeOverlay(name, port) {
  const folder = join(dataFolder, 'clusters', name.replace(/[^\w.-]+/g, '_'));
  const overlay = {
    backend: { database: { client: 'better-sqlite3', connection: { directory: join(folder, 'db') } } },
    catalog: {
      locations: [
        { type: 'file', target: join(root, 'demo/catalog/organization.yaml'), rules: [{ allow: ['User', 'Group'] }] },
        { type: 'file', target: join(root, 'templates/diagnose/template.yaml'), rules: [{ allow: ['Template'] }] },
      ],
    },
    triage: { defaultCluster: name },
    kubernetes: {
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            {
              name,
              url: `http://127.0.0.1:${port}`,
              authProvider: 'serviceAccount',
              // eslint-disable-next-line no-template-curly-in-string
              serviceAccountToken: '${TRIAGE_CLUSTER_TOKEN}',
              skipTLSVerify: true,
              skipMetricsLookup: true,
            },
          ],
        },
      ],
    },
  };
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'app-config.yaml');
  writeFileSync(path, `${JSON.stringify(overlay, undefined, 2)}\n`);
  return path;
}
