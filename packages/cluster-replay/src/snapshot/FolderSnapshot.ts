import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ApiGroupDiscoveryList } from './Discovery';
import { KubernetesObject } from './KubernetesObject';
import { newestLogTime, sampleLogTimestamps } from './logTimes';
import { RecordingNotes } from './RecordingNotes';
import { RecordedLogRef, Snapshot } from './Snapshot';

/** What a log file may be called after; anything else could leave the folder. */
const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** A recording that lies in a folder. */
export class FolderSnapshot implements Snapshot {
  private timestamps: Promise<boolean> | undefined;

  static async open(folder: string, path: string, onClose?: () => Promise<void>): Promise<FolderSnapshot> {
    const [version, api, apis, list, metrics, notes] = await Promise.all([
      readJson(folder, path, 'version.json'),
      readJson(folder, path, 'discovery/api.json'),
      readJson(folder, path, 'discovery/apis.json'),
      readJson(folder, path, 'objects.json'),
      readJson(folder, path, 'metrics.json', true),
      readJson(folder, path, 'recording.json', true),
    ]);
    for (const [name, content] of Object.entries({
      'discovery/api.json': api,
      'discovery/apis.json': apis,
      'objects.json': list,
    })) {
      if (!Array.isArray(content.items)) {
        throw new Error(`${path} is no snapshot: ${name} has no list of items.`);
      }
    }
    return new FolderSnapshot(
      folder,
      path,
      version,
      { api, apis },
      list.items,
      metrics && { nodes: metrics.nodes?.items ?? [], pods: metrics.pods?.items ?? [] },
      notes && { ...notes, unreadable: notes.unreadable ?? [], cut: notes.cut ?? [] },
      onClose,
    );
  }

  private constructor(
    private readonly folder: string,
    readonly path: string,
    readonly version: Record<string, string>,
    readonly discovery: { api: ApiGroupDiscoveryList; apis: ApiGroupDiscoveryList },
    readonly objects: KubernetesObject[],
    readonly metrics: { nodes: KubernetesObject[]; pods: KubernetesObject[] } | undefined,
    readonly notes: RecordingNotes | undefined,
    private readonly onClose: (() => Promise<void>) | undefined,
  ) {}

  async logFile(ref: RecordedLogRef): Promise<string | undefined> {
    if (![ref.namespace, ref.pod, ref.container].every(name => SAFE_NAME.test(name))) {
      return undefined;
    }
    const name = `${ref.container}${ref.previous ? '.previous' : ''}.log`;
    const file = join(this.folder, 'logs', ref.namespace, ref.pod, name);
    const stats = await stat(file).catch(() => undefined);
    return stats?.isFile() ? file : undefined;
  }

  hasLogTimestamps(): Promise<boolean> {
    this.timestamps ??= sampleLogTimestamps(join(this.folder, 'logs'));
    return this.timestamps;
  }

  async newestLogTime(): Promise<number | undefined> {
    return (await this.hasLogTimestamps()) ? newestLogTime(join(this.folder, 'logs')) : undefined;
  }

  async close(): Promise<void> {
    await this.onClose?.();
  }
}

async function readJson(folder: string, path: string, name: string, optional = false): Promise<any> {
  const text = await readFile(join(folder, name), 'utf8').catch(error => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
      return undefined;
    }
    throw new Error(`${path} cannot be read as a snapshot: ${name}: ${error.message}`);
  });
  if (text === undefined) {
    if (optional) {
      return undefined;
    }
    throw new Error(`${path} is no snapshot: it has no ${name}.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} is no snapshot: ${name} is not JSON (${(error as Error).message}).`);
  }
}
