import { ensureInstalled } from './lib/ensureInstalled.mjs';

/** npm run setup: the installation alone. */
export async function main() {
  await ensureInstalled();
  console.log('The dependencies are installed.');
}
