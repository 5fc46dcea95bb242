import { openSnapshot, RecordedObject, Snapshot, startReplayServer, TokenUser } from '@triage/cluster-replay';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Only what its API server offers is taken from this recording, not what runs in it. */
const RECORDING = path.resolve(__dirname, '../../../../demo/snapshots/staging.tar.gz');

export interface TestCluster {
  name: string;
  objects: RecordedObject[];
  /** Of every container. */
  log?: string;
  /** Absent: everybody may do everything. */
  tokens?: TokenUser[];
}

/** Serves clusters of given objects over the Kubernetes API. */
export async function startClusters(
  clusters: TestCluster[],
): Promise<{ urls: Record<string, string>; close(): Promise<void> }> {
  const recording = await openSnapshot(RECORDING);
  const folder = await mkdtemp(path.join(tmpdir(), 'triage-clusters-'));
  const served = await Promise.all(
    clusters.map(async ({ name, objects, log, tokens }) => {
      const file = path.join(folder, `${name}.log`);
      await writeFile(file, log ?? '');
      const snapshot: Snapshot = {
        path: name,
        version: recording.version,
        discovery: recording.discovery,
        objects,
        logFile: async () => file,
        hasLogTimestamps: async () => false,
        newestLogTime: async () => undefined,
        close: async () => {},
      };
      return { name, snapshot, tokens };
    }),
  );
  const server = await startReplayServer({ clusters: served });
  return {
    urls: Object.fromEntries(server.clusters.map(({ name, url }) => [name, url])),
    close: async () => {
      await server.close();
      await recording.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
