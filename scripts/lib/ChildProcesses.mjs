import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { logFolder } from './paths.mjs';
import { UserError } from './UserError.mjs';

/** Milliseconds that a child has to stop by itself before it is killed. */
const patience = 8_000;

/**
 * The programs that one command runs. Each has its own process group, so that its own children end with it, and its
 * own log. None may end by itself: `failed` rejects with a sentence and the end of the log when one does.
 */
export class ChildProcesses {
  #children = new Map();
  #stopping = false;
  #fail;
  failed = new Promise((_, reject) => {
    this.#fail = reject;
  });

  constructor() {
    // only who waits for it wants to hear of it
    this.failed.catch(() => {});
  }

  start(name, command, args, options) {
    mkdirSync(logFolder, { recursive: true });
    const logFile = join(logFolder, `${name}.log`);
    const log = openSync(logFile, 'w');
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', log, log],
      detached: true,
    });
    closeSync(log);
    this.#children.set(name, child);
    child.on('error', error => this.#fail(new UserError(`Could not start the ${name}: ${error.message}`)));
    child.on('exit', (code, signal) => {
      if (this.#stopping) return;
      this.#fail(
        new UserError(
          `The ${name} ended unexpectedly (${signal ?? `exit code ${code}`}). The end of ${logFile}:\n\n${tail(
            logFile,
          )}\n`,
        ),
      );
    });
  }

  /** Ends all children and what they have started; resolves when nothing is left. */
  async stopAll() {
    this.#stopping = true;
    await Promise.all([...this.#children.values()].map(stopGroup));
  }
}

/** The last lines of a log, without colours and stack frames. */
export function tail(file, lines = 20) {
  return (
    readFileSync(file, 'utf8')
      // eslint-disable-next-line no-control-regex
      .replace(/\x1b\[[0-9;]*m/g, '')
      .trimEnd()
      .split('\n')
      .filter(line => !/^\s+at /.test(line))
      .slice(-lines)
      .join('\n')
  );
}

async function stopGroup(child) {
  if (child.pid === undefined) return;
  signalGroup(child.pid, 'SIGTERM');
  const until = Date.now() + patience;
  while (groupLives(child.pid)) {
    if (Date.now() > until) signalGroup(child.pid, 'SIGKILL');
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

function signalGroup(group, signal) {
  try {
    process.kill(-group, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function groupLives(group) {
  try {
    process.kill(-group, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
