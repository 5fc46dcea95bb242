import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { logFolder, root } from './paths.mjs';
import { startPhase } from './startPhase.mjs';
import { UserError } from './UserError.mjs';

const stamp = join(root, 'node_modules', '.triage-installed');

/**
 * Installs the dependencies with the vendored Yarn, unless the last installation was for the same lockfile, the same
 * package.jsons and the same Node. Progress goes to stderr; the full output to a log.
 */
export async function ensureInstalled() {
  const wanted = { files: fingerprint(), abi: `${process.platform}-${process.arch}-${process.versions.modules}` };
  const last = readStamp();
  if (last.files === wanted.files && last.abi === wanted.abi) return;
  // what the modules were compiled for stays known when this is interrupted
  if (last.abi) writeFileSync(stamp, JSON.stringify({ abi: last.abi }));
  if (last.files !== wanted.files) {
    await runYarn('Installing the dependencies (the first time takes some minutes)', ['install', '--immutable']);
  }
  // Yarn keeps native modules that another Node has compiled
  if (last.abi && last.abi !== wanted.abi) {
    await runYarn(`Compiling native modules for Node ${process.version}`, ['rebuild']);
  }
  writeFileSync(stamp, JSON.stringify(wanted));
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stamp, 'utf8'));
  } catch {
    return {};
  }
}

function fingerprint() {
  const workspaces = ['packages', 'plugins'].flatMap(folder =>
    readdirSync(join(root, folder)).map(name => join(root, folder, name, 'package.json')),
  );
  const hash = createHash('sha256');
  for (const file of ['package.json', 'yarn.lock', '.yarnrc.yml'].map(name => join(root, name)).concat(workspaces)) {
    if (existsSync(file)) hash.update(`${relative(root, file)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

async function runYarn(title, args) {
  mkdirSync(logFolder, { recursive: true });
  const logFile = join(logFolder, 'install.log');
  const log = createWriteStream(logFile);
  const phase = startPhase(title);
  const child = spawn(process.execPath, [yarn(), ...args], {
    cwd: root,
    env: {
      ...withHeaders(process.env),
      YARN_ENABLE_PROGRESS_BARS: 'false',
      YARN_ENABLE_COLORS: 'false',
      FORCE_COLOR: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const tail = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', line => {
      log.write(`${line}\n`);
      tail.push(line);
      if (tail.length > 40) tail.shift();
      const step = /┌ (.*) step/.exec(line)?.[1];
      if (step) phase.step(steps[step] ?? step);
    });
  }
  // Ctrl-C reaches Yarn by itself (same process group); here it only must not look like a failed installation
  let interrupted = false;
  const onInterrupt = () => {
    interrupted = true;
  };
  process.once('SIGINT', onInterrupt);
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  process.removeListener('SIGINT', onInterrupt);
  log.end();
  if (interrupted) {
    phase.end('interrupted');
    throw new UserError('The installation was interrupted; the next run continues it.');
  }
  if (code !== 0) {
    phase.end('failed');
    const told = tail.filter(line => !/YN0000|YN0013|YN0028/.test(line));
    const errors = (told.length > 0 ? told : tail).slice(-15);
    throw new UserError(
      `The installation failed. ${advice(tail.join('\n'))}The last lines of ${logFile}:\n\n${errors.join('\n')}\n`,
    );
  }
  phase.end('done');
}

const steps = {
  Resolution: 'resolving',
  'Post-resolution validation': 'checking',
  Fetch: 'downloading',
  Link: 'linking and building native modules',
};

function yarn() {
  const path = /^yarnPath: *(\S+)/m.exec(readFileSync(join(root, '.yarnrc.yml'), 'utf8'))[1];
  return join(root, path);
}

/**
 * Native modules without a prebuilt binary compile against the headers beside this Node instead of downloading them,
 * and never against those of another Node that npm is configured with.
 */
function withHeaders(env) {
  const { npm_config_nodedir: configured, ...others } = env;
  const prefix = [configured, dirname(dirname(process.execPath))].find(candidate => candidate && hasHeaders(candidate));
  return prefix ? { ...others, npm_config_nodedir: prefix } : others;
}

function hasHeaders(prefix) {
  const file = join(prefix, 'include', 'node', 'node_version.h');
  if (!existsSync(file)) return false;
  const major = /#define NODE_MAJOR_VERSION (\d+)/.exec(readFileSync(file, 'utf8'))?.[1];
  return major === process.versions.node.split('.')[0];
}

function advice(output) {
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|RequestError/.test(output))
    return 'The package registry did not answer: check the network or the proxy. ';
  if (/lockfile would have been modified/.test(output))
    return 'yarn.lock does not fit the package.jsons: restore it, or update it with `node .yarn/releases/yarn-*.cjs install`. ';
  if (/ENOSPC/.test(output)) return 'The disk is full: about 3 GB are needed. ';
  if (/gyp|couldn't be built/.test(output))
    return 'A native module did not compile: install a C++ toolchain and Python (Debian: `apt install build-essential python3`). ';
  return '';
}
