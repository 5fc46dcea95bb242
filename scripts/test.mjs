import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { root } from './lib/paths.mjs';
import { runJest } from './lib/runJest.mjs';
import { run, runTool } from './lib/runTool.mjs';
import { Tally } from './lib/Tally.mjs';

const checks = {
  lint: () => runTool('@backstage/cli/bin/backstage-cli', ['repo', 'lint', '--max-warnings', '0']),
  format: () =>
    runTool('prettier/bin-prettier.js', [
      '--check',
      '--loglevel=warn',
      '{packages,plugins,scripts,demo,e2e}/**/*.{ts,tsx,js,mjs,cjs}',
    ]),
  types: () => runTool('typescript/bin/tsc', ['--noEmit', '--incremental', 'false']),
  scripts: () => run(['--test', '--test-reporter', 'spec', ...ownTests()]),
};

function ownTests() {
  const folder = join(root, 'scripts', 'lib');
  return readdirSync(folder)
    .filter(name => name.endsWith('.test.mjs'))
    .map(name => join(folder, name));
}

/** npm test: everything that needs nothing but Node. */
export async function main() {
  await ensureInstalled();
  const began = Date.now();
  const tally = new Tally();
  const failures = [];
  for (const [name, check] of Object.entries(checks)) {
    console.log(`\n── ${name}`);
    const passed = (await check()) === 0;
    tally.add(passed ? { passed: 1 } : { failed: 1 });
    if (!passed) failures.push(name);
  }
  console.log('\n── unit tests');
  const jest = await runJest();
  tally.add(jest);
  if (jest.failed) failures.push(`${jest.failed} unit test(s)`);

  console.log(`\nAfter ${Math.round((Date.now() - began) / 1000)} s. Failed: ${failures.join(', ') || 'nothing'}.`);
  return tally.close();
}
