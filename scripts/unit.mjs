import { ensureInstalled } from './lib/ensureInstalled.mjs';
import { runJest } from './lib/runJest.mjs';
import { Tally } from './lib/Tally.mjs';

/** node scripts/run.mjs unit [FILE...]: the unit tests in these files, counted. */
export async function main(args) {
  await ensureInstalled();
  const tally = new Tally();
  tally.add(await runJest(args));
  return tally.close();
}
