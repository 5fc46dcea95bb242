import { fork } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cache = join(dirname(fileURLToPath(import.meta.url)), '../../node_modules/.cache/triage-bench');

/**
 * Runs a subject in a process of its own, so that its memory is its own, and gives what it answered with
 * `rssMb`, the most memory that it held (resident, MB).
 */
export async function inChild(file, name, ...args) {
  const child = fork(fileURLToPath(file), ['--subject', name, JSON.stringify(args)]);
  const answer = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', code => code && reject(new Error(`${name} ended with exit code ${code}.`)));
  });
  for (const file of readdirSync(cache).filter(file => file.includes(String(child.pid)))) rmSync(join(cache, file));
  return answer;
}

/** In the child: answers by the subject that was asked for. Does nothing in the process of the bench. */
export async function serveSubjects(file, subjects) {
  if (process.argv[1] !== fileURLToPath(file) || process.argv[2] !== '--subject') return;
  const answer = await subjects[process.argv[3]](...JSON.parse(process.argv[4]));
  const rssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  process.send({ ...answer, rssMb }, () => process.exit());
}

/** Milliseconds of the work, and what it gave. */
export async function timed(work) {
  const start = performance.now();
  const result = await work();
  return { ms: Math.round(performance.now() - start), result };
}

/** @param share - 0.5 for the median */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}
