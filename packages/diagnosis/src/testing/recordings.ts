import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { KubernetesObject } from '../cluster/KubernetesObject';

const SCENARIOS = join(__dirname, '../../../../scenarios');

export interface Recording {
  namespace: string;
  objects: KubernetesObject[];
}

/** The objects of some of the recorded failures, spread evenly over all of them, as an API server sent them. */
export function someRecordings(count: number): Recording[] {
  const folders = readdirSync(SCENARIOS, { withFileTypes: true }).filter(entry => entry.isDirectory());
  return Array.from({ length: count }, (_, i) => {
    const folder = join(SCENARIOS, folders[Math.floor((i * folders.length) / count)].name);
    const { items } = JSON.parse(fileOf(join(folder, 'snapshot.tar.gz'), 'objects.json'));
    const { namespace } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
    return { namespace, objects: items };
  });
}

const BLOCK = 512;

/** One file of a tar archive; its header has the name at 0 and the size, in octal, at 124. */
function fileOf(archive: string, name: string): string {
  const tar = gunzipSync(readFileSync(archive));
  const text = (from: number, length: number) => tar.toString('utf8', from, from + length).replace(/\0[^]*/, '');
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const size = parseInt(text(at + 124, 12), 8) || 0;
    if (text(at, 100).replace(/^\.\//, '') === name) return tar.toString('utf8', at + BLOCK, at + BLOCK + size);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  throw new Error(`${archive} has no ${name}`);
}
