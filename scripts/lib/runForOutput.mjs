import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** Runs a program, quietly; resolves with what it wrote and its exit code, whatever that is. */
export async function runForOutput(program, args) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const code = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', status => resolve(status ?? 1));
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), code]);
  return { code: await code, stdout, stderr };
}
