import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** Tests run in the repository. */
// eslint-disable-next-line no-restricted-syntax
const PACKAGE = resolve(__dirname, '../..');
const TRIAGE = resolve(PACKAGE, 'bin/triage');

/** A small recorded cluster in which several workloads are broken. */
export const SHOP = resolve(PACKAGE, '../cluster-replay/src/__fixtures__/shop');

export interface Result {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Listeners {
  onStart?: (kill: () => void) => void;
  /** All of stdout so far. */
  onOutput?: (stdout: string, kill: () => void) => void;
}

/** The real command in a process of its own, on a machine without kubeconfig; the listeners may end it. */
export function runTriage(args: string[], stdin = '', { onStart, onOutput }: Listeners = {}): Promise<Result> {
  return new Promise((done, reject) => {
    const env = { ...process.env, KUBECONFIG: '/nowhere/kubeconfig', HOME: '/nowhere' };
    const child = spawn(process.execPath, [TRIAGE, ...args], { env });
    const kill = () => child.kill('SIGTERM');
    onStart?.(kill);
    const result = { stdout: '', stderr: '' };
    child.stdout.on('data', data => {
      result.stdout += data;
      onOutput?.(result.stdout, kill);
    });
    child.stderr.on('data', data => {
      result.stderr += data;
    });
    child.on('error', reject);
    child.on('close', code => done({ code, ...result }));
    child.stdin.on('error', () => {});
    child.stdin.end(stdin);
  });
}
