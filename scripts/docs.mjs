import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { root } from './lib/paths.mjs';
import { UserError } from './lib/UserError.mjs';

/**
 * node scripts/run.mjs docs [--check]: writes the pages that are generated from the code, docs/reasons.md and
 * docs/analyzers.md; with --check it only says which of them are stale.
 */
export async function main([option]) {
  if (option !== undefined && option !== '--check') throw new UserError('usage: node scripts/run.mjs docs [--check]');
  await ensureInstalled();
  const stale = await stalePages();
  if (option === undefined) {
    for (const { path, text } of stale) writeFileSync(join(root, path), text);
    console.log(stale.length > 0 ? `Written: ${names(stale)}.` : 'All pages are as they should be.');
    return 0;
  }
  if (stale.length > 0) {
    throw new UserError(`${names(stale)} no longer says what the code does. Run: node scripts/run.mjs docs`);
  }
  console.log('All pages are as they should be.');
  return 0;
}

/** The generated pages whose text in docs/ differs from what the code gives now. */
export async function stalePages() {
  const require = createRequire(join(root, 'package.json'));
  require('tsx/cjs/api').register();
  const { renderReasons } = require(join(root, 'packages/diagnosis/src/reasons/renderReasons.ts'));
  const { renderAnalyzers } = await import('./lib/renderAnalyzers.mjs');
  const pages = [
    { path: 'docs/reasons.md', text: renderReasons() },
    { path: 'docs/analyzers.md', text: await renderAnalyzers(require) },
  ];
  return pages.filter(
    ({ path, text }) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text,
  );
}

function names(pages) {
  return pages.map(({ path }) => path).join(' and ');
}
