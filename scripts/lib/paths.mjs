import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** Everything that outlives a run and is no source: databases, logs. Ignored by git. */
export const dataFolder = resolve(process.env.TRIAGE_DATA_DIR ?? join(root, '.data'));
export const logFolder = join(dataFolder, 'logs');
