import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './runTool.mjs';

/** Runs the unit tests of all packages, or those that the arguments choose, and counts them. */
export async function runJest(args = [], env = {}) {
  // its own folder: two runs at once must not read each other's report
  const folder = mkdtempSync(join(tmpdir(), 'triage-jest-'));
  try {
    return await runInto(join(folder, 'report.json'), args, env);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runInto(report, args, env) {
  const code = await runTool(
    '@backstage/cli/bin/backstage-cli',
    ['repo', 'test', '--maxWorkers', '2', '--json', '--outputFile', report, ...args],
    // jest would otherwise wait for changes; some tests start backends, and those read the environment of `npm run`
    { CI: '1', NODE_ENV: 'test', ...env },
  );
  if (!existsSync(report)) return { failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  // a file that does not even load has no tests that fail
  const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.length);
  const failed = numFailedTests + broken.length;
  return {
    passed: numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: numPendingTests + numTodoTests,
  };
}
