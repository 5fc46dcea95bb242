import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { badUse, unreadable } from '../CliError';

/** A folder with an expectation and a recording, or what should be one. */
export interface Scenario {
  /** The folder's name. */
  id: string;
  folder: string;
}

/**
 * The scenarios in a folder, in the order of their names: every folder in it, also a broken one, or the folder itself when
 * it has an `expected.json`.
 *
 * @param only - ids, or the beginnings of ids; empty: all
 * @throws CliError when there is no such folder, or nothing in it that was asked for
 */
export async function findScenarios(path: string, only: string[] = []): Promise<Scenario[]> {
  const root = resolve(path);
  if (!(await isFolder(root))) {
    throw unreadable(`There is no folder of scenarios at ${path}.`);
  }
  if (await exists(join(root, 'expected.json'))) {
    return [{ id: basename(root), folder: root }];
  }
  const scenarios: Scenario[] = [];
  for (const name of (await readdir(root)).sort()) {
    const folder = join(root, name);
    if (!name.startsWith('.') && (await isFolder(folder))) {
      scenarios.push({ id: name, folder });
    }
  }
  const unknown = only.find(start => !scenarios.some(({ id }) => id.startsWith(start)));
  if (unknown !== undefined) {
    throw badUse(`No scenario in ${path} is called ${unknown}, or begins like that.`);
  }
  const chosen = only.length === 0 ? scenarios : scenarios.filter(({ id }) => only.some(start => id.startsWith(start)));
  if (chosen.length === 0) {
    throw unreadable(
      `There is no scenario in ${path}: it needs a folder with an expected.json and a snapshot for each.`,
    );
  }
  return chosen;
}

/**
 * The recording of a scenario.
 *
 * @throws Error with one sentence when it has none
 */
export async function snapshotOf({ folder }: Scenario): Promise<string> {
  for (const name of ['snapshot.tar.gz', 'snapshot']) {
    if (await exists(join(folder, name))) {
      return join(folder, name);
    }
  }
  throw new Error('It has no snapshot: neither snapshot.tar.gz nor a folder called snapshot.');
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    stats => stats.isDirectory(),
    () => false,
  );
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
