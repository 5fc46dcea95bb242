import { createRequire } from 'node:module';
import { join } from 'node:path';
import { dataFolder, root } from './paths.mjs';
import { waitForAnswer } from './waitForAnswer.mjs';

/**
 * Starts the clusters, the backend and the frontend side by side, and resolves with the health of the Triage backend
 * once all of them have answered.
 */
export async function startPortal({ children, clusters, ports, onStep }) {
  const require = createRequire(join(root, 'package.json'));
  const configs = [join(root, 'app-config.yaml'), ...clusters.configs].flatMap(file => ['--config', file]);
  const env = {
    NODE_ENV: 'development',
    TRIAGE_PORT: String(ports.portal),
    TRIAGE_BACKEND_PORT: String(ports.api),
    TRIAGE_DATA_DIR: dataFolder,
    BROWSER: 'none',
    ...clusters.env,
  };
  children.start('clusters', process.execPath, clusters.program, { cwd: root, env });
  children.start(
    'backend',
    process.execPath,
    [
      // wanted by the scaffolder, which runs templates in an isolate
      '--no-node-snapshot',
      '--enable-source-maps',
      ...['--require', require.resolve('@backstage/cli-node/config/nodeTransform.cjs')],
      ...['src/index', ...configs],
    ],
    { cwd: join(root, 'packages/backend'), env },
  );
  children.start(
    'frontend',
    process.execPath,
    [require.resolve('@backstage/cli/bin/backstage-cli'), 'package', 'start', ...configs],
    { cwd: join(root, 'packages/app'), env },
  );

  onStep('clusters, backend, frontend');
  const api = `http://localhost:${ports.api}`;
  const frontend = waitForAnswer(`http://localhost:${ports.portal}/`, {
    what: 'frontend',
    seconds: 240,
    accept: body => body.includes('<div id="root">'),
  });
  // it is awaited last; until then a failure of the backend comes first
  frontend.catch(() => {});
  await Promise.all(
    clusters.urls.map(url =>
      waitForAnswer(url, { what: 'cluster', seconds: 60, headers: { authorization: `Bearer ${clusters.token}` } }),
    ),
  );
  await waitForAnswer(`${api}/.backstage/health/v1/readiness`, { what: 'backend', seconds: 180 });
  onStep('waiting for the frontend');
  const guest = JSON.parse(await waitForAnswer(`${api}/api/auth/guest/refresh`, { what: 'sign-in', seconds: 30 }));
  const health = await waitForAnswer(`${api}/api/triage/health`, {
    what: 'Triage API',
    seconds: 30,
    headers: { authorization: `Bearer ${guest.backstageIdentity.token}` },
  });
  await frontend;
  return JSON.parse(health);
}
