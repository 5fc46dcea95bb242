import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { isRight } from './lib/isRight.mjs';
import { root } from './lib/paths.mjs';
import { Tally } from './lib/Tally.mjs';
import { UserError } from './lib/UserError.mjs';

/**
 * node scripts/run.mjs scenarios FOLDER --at-least N: diagnoses the recorded failures in the folder by the command line
 * and judges the answers by their expected.json. One check: whether at least N are right.
 */
export async function main([folder, option, least]) {
  if (option !== '--at-least') throw new UserError('usage: node scripts/run.mjs scenarios FOLDER --at-least N');
  await ensureInstalled();
  const ids = readdirSync(folder).filter(id => existsSync(join(folder, id, 'expected.json')));
  let right = 0;
  for (const id of ids) {
    const expected = JSON.parse(readFileSync(join(folder, id, 'expected.json'), 'utf8'));
    const { problem } = judge(expected, resolve(folder, id, 'snapshot.tar.gz'));
    if (!problem) right++;
    console.log(`${problem ? 'wrong' : 'right'} ${id}${problem ? `: ${problem}` : ''}`);
  }
  console.log(`\n${right} of ${ids.length} scenarios are right; at least ${least} are wanted`);
  const tally = new Tally();
  tally.add(right >= Number(least) ? { passed: 1 } : { failed: 1 });
  return tally.close();
}

function judge(expected, snapshot) {
  const args = [
    '--snapshot',
    snapshot,
    '--namespace',
    expected.namespace,
    '--question',
    expected.question,
    '-o',
    'json',
  ];
  if (expected.target) args.push('--target', `${expected.target.kind}/${expected.target.name}`);
  const result = spawnSync(process.execPath, [join(root, 'scripts/run.mjs'), 'triage', 'diagnose', ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.status !== 0) return { problem: `exit code ${result.status}: ${result.stderr.slice(0, 300)}` };
  return { problem: isRight(JSON.parse(result.stdout), expected, result.stdout) };
}
