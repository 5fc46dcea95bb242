// Runs the command from its source. Reading some four hundred files one by one takes two seconds at each start, so they are
// bundled, and the bundle is kept until one of them changes. Only in the repository: what is published is built.
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const { createRequire, enableCompileCache } = require('node:module');
const { join, relative, resolve } = require('node:path');

const ROOT = resolve(__dirname, '../../..');
const ENTRY = join(ROOT, 'packages/cli/src/main.ts');
/** Ignored by git, and gone with the packages that the bundle was made of. */
const CACHE = join(ROOT, 'node_modules/.cache/triage-cli');
const MANIFEST = join(CACHE, 'manifest.json');
/** Says which packages are installed: written by every installation. */
const INSTALLED = [join(ROOT, 'yarn.lock'), join(ROOT, 'node_modules/.yarn-state.yml')];
/** Bundles of other processes that may be about to load them (milliseconds). */
const KEPT = 5 * 60_000;

function runFromSource() {
  let bundle;
  try {
    bundle = freshBundle() ?? build();
  } catch {
    // a place that cannot be written, or a bundler that is not there: the slow way works, too
  }
  if (bundle) {
    // Node 22 and later
    enableCompileCache?.(join(CACHE, 'compiled'));
    require(bundle);
  } else {
    // both ways of loading, require() and import(); the repository's own, as everything that only its source needs
    // eslint-disable-next-line @backstage/no-undeclared-imports
    import('tsx').then(() => require(ENTRY));
  }
}

function stampOf(file) {
  const stats = fs.statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs} ${stats.size}` : 'absent';
}

/** The bundle, when nothing that it was made of has changed. */
function freshBundle() {
  if (!fs.existsSync(MANIFEST)) return undefined;
  const { bundle, stamps } = JSON.parse(fs.readFileSync(MANIFEST, 'utf8'));
  const fresh = Object.entries(stamps).every(([file, stamp]) => stampOf(join(ROOT, file)) === stamp);
  return fresh && fs.existsSync(bundle) ? bundle : undefined;
}

function build() {
  const began = Date.now();
  // it comes with tsx, and is not ours to ask for by itself
  const esbuild = createRequire(require.resolve('tsx/package.json'))('esbuild');
  const { outputFiles, metafile } = esbuild.buildSync({
    entryPoints: [ENTRY],
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // for live clusters only, and as large as all the rest
    external: ['@kubernetes/client-node'],
    // a folder as deep as those of the sources that look for the repository's own files
    define: { __dirname: '__sourceFolder' },
    banner: { js: `const __sourceFolder = ${JSON.stringify(join(ROOT, 'packages/cli/src/bundle'))};` },
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const { contents } = outputFiles[0];
  const bundle = join(CACHE, `cli-${createHash('sha256').update(contents).digest('hex').slice(0, 16)}.cjs`);
  writeWhole(bundle, contents);
  const sources = Object.keys(metafile.inputs).filter(file => !file.includes('node_modules/'));
  const files = [...sources.map(file => join(ROOT, file)), ...INSTALLED, __filename];
  // what changed meanwhile may be in the bundle or not
  if (sources.every(file => fs.statSync(join(ROOT, file)).mtimeMs < began)) {
    const stamps = Object.fromEntries(files.map(file => [relative(ROOT, file), stampOf(file)]));
    writeWhole(MANIFEST, JSON.stringify({ bundle, stamps }));
  }
  removeOld(bundle);
  return bundle;
}

/** Appears under its name only when it is complete: others may run at the same time. */
function writeWhole(file, contents) {
  fs.mkdirSync(CACHE, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  fs.writeFileSync(unfinished, contents);
  fs.renameSync(unfinished, file);
}

function removeOld(current) {
  for (const name of fs.readdirSync(CACHE)) {
    const file = join(CACHE, name);
    if (name.startsWith('cli-') && file !== current && Date.now() - fs.statSync(file).mtimeMs > KEPT) {
      fs.rmSync(file, { force: true });
    }
  }
}

module.exports = { runFromSource };
