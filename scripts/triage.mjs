import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { root } from './lib/paths.mjs';

/**
 * npm run triage -- ARGUMENTS: the command-line tool from its source, in this process: a second Node would cost more
 * than the tool itself. stdout belongs to the tool.
 */
export async function main(args) {
  await ensureInstalled();
  const entry = join(root, 'packages', 'cli', 'src', 'main.ts');
  const require = createRequire(import.meta.url);
  process.argv = [process.argv[0], entry, ...args];
  // npm runs scripts in the repository; paths in the arguments are relative to where the user is
  const cwd = process.env.INIT_CWD;
  if (cwd && existsSync(cwd)) process.chdir(cwd);
  require('../packages/cli/bin/fromSource.cjs').runFromSource();
}
