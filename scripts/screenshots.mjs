import { join } from 'node:path';
import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { root } from './lib/paths.mjs';
import { runTool } from './lib/runTool.mjs';

/** npm run screenshots: makes the pictures of the documentation anew, in docs/img. */
export async function main() {
  await ensureInstalled();
  return runTool('@playwright/test/cli.js', ['test', 'pictures'], { TRIAGE_PICTURES: join(root, 'docs', 'img') });
}
