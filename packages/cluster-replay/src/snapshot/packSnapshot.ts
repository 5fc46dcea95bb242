import { readdir, rename, rm } from 'node:fs/promises';
import { create } from 'tar';

/** What belongs to a recording; anything else that lies in its folder stays there. */
const PARTS = ['version.json', 'discovery', 'objects.json', 'recording.json', 'metrics.json', 'logs'];

/**
 * Packs the folder of a recording into a `.tar.gz`, which appears under its name only when it is complete.
 */
export async function packSnapshot(folder: string, file: string): Promise<void> {
  const present = await readdir(folder);
  const unfinished = `${file}.unfinished`;
  try {
    await create(
      { file: unfinished, gzip: true, portable: true, cwd: folder },
      PARTS.filter(part => present.includes(part)),
    );
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}
