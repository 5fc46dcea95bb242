import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './paths.mjs';

const require = createRequire(join(root, 'package.json'));

/** Runs a program of node_modules (by the path inside its package) on this Node; resolves with its exit code. */
export function runTool(program, args, env = {}) {
  return run([require.resolve(program), ...args], env);
}

/** Runs Node with these arguments in the repository; resolves with the exit code. */
export function run(args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}
