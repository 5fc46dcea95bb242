import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { portalUrl } from './portalUrl';

/** Runs `npm start` with data of its own for the time of the tests, unless TRIAGE_URL names a running portal. */
export default async function startPortal(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TRIAGE_URL) return undefined;
  const data = mkdtempSync(path.join(tmpdir(), 'triage-e2e-'));
  const { port } = new URL(portalUrl);
  const portal = spawn(
    process.execPath,
    [path.join(__dirname, '..', 'scripts', 'run.mjs'), 'start', '--port', port, '--backend-port', '7170'],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TRIAGE_DATA_DIR: data } },
  );
  const ended = new Promise<void>(resolve => portal.on('exit', () => resolve()));
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      if (output.includes('Triage is running')) resolve();
    };
    portal.stdout.on('data', read);
    portal.stderr.on('data', read);
    ended.then(() => reject(new Error(`npm start ended:\n${output}`)));
  });
  return async () => {
    portal.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
}
