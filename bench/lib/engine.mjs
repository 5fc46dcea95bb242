import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(join(root, 'package.json'));

/** The engine and the replay server as they are published: one bundle, made anew from the source. */
export function loadEngine() {
  const folder = join(root, 'node_modules/.cache/triage-bench');
  const outfile = join(folder, `engine-${process.pid}.cjs`);
  mkdirSync(folder, { recursive: true });
  createRequire(require.resolve('tsx/package.json'))('esbuild').buildSync({
    stdin: {
      contents: `export * from './packages/diagnosis/src';
export { mineLog } from './packages/diagnosis/src/logs/mineLog';
export { openSnapshot, startReplayServer } from './packages/cluster-replay/src';`,
      resolveDir: root,
    },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    alias: { '@triage/diagnosis': join(root, 'packages/diagnosis/src/index.ts') },
    outfile,
    logLevel: 'error',
  });
  return require(outfile);
}
