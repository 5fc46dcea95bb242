import { basename, dirname, resolve } from 'node:path';

/** What to call the cluster of a recording: the file's name, or its folder's when that says only "snapshot". */
export function snapshotName(path: string): string {
  const full = resolve(path);
  const name = basename(full).replace(/\.(?:tar\.gz|tgz|tar)$/, '');
  return (name === 'snapshot' ? basename(dirname(full)) : name) || 'snapshot';
}
