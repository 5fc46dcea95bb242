import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { root } from './lib/paths.mjs';
import { runTool } from './lib/runTool.mjs';
import { Tally } from './lib/Tally.mjs';

/** npm run e2e [-- ARGUMENTS of Playwright]: the portal in a browser, counted. */
export async function main(args) {
  await ensureInstalled();
  const code = await runTool('@playwright/test/cli.js', ['test', ...args]);
  const tally = new Tally();
  tally.add(count(code));
  return tally.close();
}

function count(code) {
  try {
    const { stats } = JSON.parse(readFileSync(join(root, 'e2e', 'artifacts', 'report.json'), 'utf8'));
    const failed = stats.unexpected;
    return {
      passed: stats.expected + stats.flaky,
      failed: code !== 0 && failed === 0 ? 1 : failed,
      skipped: stats.skipped,
    };
  } catch {
    return { failed: 1 };
  }
}
