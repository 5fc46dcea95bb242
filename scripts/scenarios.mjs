import { join } from 'node:path';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/runTool.mjs';
import { Tally } from './lib/Tally.mjs';

/**
 * node scripts/run.mjs scenarios FOLDER MIN: the recorded failures in the folder by the command line. Two checks: asked
 * about the workload, and asked about its namespace only, a share of at least MIN is right, without any false alarm.
 */
export async function main([folder = 'scenarios', min = '0.95']) {
  await ensureInstalled();
  const tally = new Tally();
  for (const options of [[], ['--without-target']]) {
    console.log(`\n── triage eval ${[folder, '--min', min, ...options].join(' ')}`);
    const code = await run([join(root, 'scripts/run.mjs'), 'triage', 'eval', folder, '--min', min, ...options]);
    tally.add(code === 0 ? { passed: 1 } : { failed: 1 });
  }
  return tally.close();
}
