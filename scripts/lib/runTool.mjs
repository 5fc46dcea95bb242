import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** Runs a program of node_modules on this Node; resolves with its exit code. */
export function runTool(program, args, env = {}) {
  return run([join(root, 'node_modules', program), ...args], env);
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
