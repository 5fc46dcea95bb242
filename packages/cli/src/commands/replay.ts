import { writeFile } from 'node:fs/promises';
import { kubeconfigFor, openSnapshot, Snapshot, startReplayServer } from '@triage/cluster-replay';
import { badUse, unreadable } from '../CliError';
import { snapshotName } from '../clusters/snapshotName';
import { write } from '../output';

export interface ReplayCommandOptions {
  port?: number;
  asOf: 'now' | 'recorded';
  tokens?: string;
  kubeconfigOut?: string;
}

export async function replayCommand(paths: string[], options: ReplayCommandOptions): Promise<void> {
  const { port = 0, asOf, tokens, kubeconfigOut } = options;
  const snapshots: Snapshot[] = [];
  try {
    for (const path of paths) {
      snapshots.push(
        await openSnapshot(path).catch(error => {
          throw unreadable(error.message);
        }),
      );
    }
    const server = await startReplayServer({
      asOf,
      clusters: snapshots.map((snapshot, index) => ({
        name: uniqueName(paths, index),
        snapshot,
        port: port === 0 ? 0 : port + index,
        tokens,
      })),
    }).catch(error => {
      throw badUse(error.message);
    });
    try {
      if (kubeconfigOut) {
        // it may hold tokens
        await writeFile(kubeconfigOut, kubeconfigFor(server.clusters), { mode: 0o600 }).catch(error => {
          throw badUse(`The kubeconfig cannot be written: ${error.message}`);
        });
      }
      for (const { name, url } of server.clusters) {
        await write(`${name}  ${url}\n`);
      }
      await write(kubeconfigOut ? `kubectl --kubeconfig ${kubeconfigOut} get pods --all-namespaces\n` : '');
      await interrupted();
    } finally {
      await server.close();
    }
  } finally {
    await Promise.all(snapshots.map(snapshot => snapshot.close()));
  }
}

function uniqueName(paths: string[], index: number): string {
  const names = paths.map(snapshotName);
  const before = names.slice(0, index).filter(name => name === names[index]).length;
  return before === 0 ? names[index] : `${names[index]}-${before + 1}`;
}

function interrupted(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => resolve());
    }
  });
}
