import { existsSync, rmSync } from 'node:fs';
import { dataFolder } from './lib/paths.mjs';

/** npm run clean: forgets what the portal has stored. */
export async function main() {
  const existed = existsSync(dataFolder);
  rmSync(dataFolder, { recursive: true, force: true });
  console.log(
    existed
      ? `Removed ${dataFolder}: the portal's databases and logs are gone. The next start begins with the demo again.`
      : `Nothing to remove: ${dataFolder} does not exist.`,
  );
}
