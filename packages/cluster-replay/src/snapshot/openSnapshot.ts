import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from 'tar';
import { FolderSnapshot } from './FolderSnapshot';
import { Snapshot } from './Snapshot';

/**
 * Opens a recording: a folder with `objects.json`, `discovery/` and `version.json`, or a `.tar.gz` of one (its files may
 * stand in one folder inside). An archive is unpacked into a temporary folder, which {@link Snapshot.close} removes.
 *
 * @throws Error with one sentence that says what is wrong when the path is no snapshot.
 */
export async function openSnapshot(path: string): Promise<Snapshot> {
  const stats = await stat(path).catch(() => undefined);
  if (!stats) {
    throw new Error(`There is no snapshot at ${path}: no such file or folder.`);
  }
  if (stats.isDirectory()) {
    return FolderSnapshot.open(path, path);
  }
  return openArchive(path);
}

async function openArchive(path: string): Promise<Snapshot> {
  const folder = await mkdtemp(join(tmpdir(), 'triage-snapshot-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    // Only plain files and folders: a link could make a log name point at any file of this machine.
    await extract({
      file: path,
      cwd: folder,
      strict: true,
      filter: (_, entry) => !('type' in entry) || entry.type === 'File' || entry.type === 'Directory',
    }).catch(error => {
      throw new Error(`${path} is no snapshot: it is neither a folder nor a readable .tar.gz (${error.message}).`);
    });
    return await FolderSnapshot.open(await rootOf(folder), path, remove);
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Archives are made with or without a folder around the files. */
async function rootOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  if (entries.some(entry => entry.name === 'objects.json')) {
    return folder;
  }
  const folders = entries.filter(entry => entry.isDirectory());
  return folders.length === 1 ? join(folder, folders[0].name) : folder;
}
