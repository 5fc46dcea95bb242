import { createReadStream, createWriteStream } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CutLog, packSnapshot, RecordingNotes, UnreadablePart } from '@triage/cluster-replay';
import { KubernetesObject } from '@triage/diagnosis';
import { badUse } from '../CliError';
import { RecordedDiscovery } from './discovery';

/** What a recording is of. A second run must mean the same. */
export interface RecordingScope {
  cluster: string;
  /** Sorted; absent: all. */
  namespaces?: string[];
}

/** One kind of objects. */
export interface PartContent {
  items: KubernetesObject[];
  unreadable: UnreadablePart[];
}

/** Where the parts lie until all are there. */
const PARTS = 'unfinished';
const ARCHIVE = /\.(?:tar\.gz|tgz)$/;

/**
 * The folder in which a recording comes about. Every file appears under its name only when it is complete. For an archive it
 * is a folder beside it, which goes away in the end.
 */
export class RecordingFolder {
  /** @throws CliError (exit code 2) when something else, or a finished recording, is at that place */
  static async open(out: string, scope: RecordingScope): Promise<RecordingFolder> {
    const archive = ARCHIVE.test(out) ? out : undefined;
    const path = archive ? `${archive.replace(ARCHIVE, '')}.unfinished` : out;
    if (archive && (await exists(archive))) {
      throw badUse(`${archive} is there already: choose another name, or remove it.`);
    }
    const scopeFile = join(path, PARTS, 'scope.json');
    const names = await readdir(path).catch((error): string[] => {
      if (error.code === 'ENOENT') return [];
      throw badUse(`Nothing can be recorded into ${path}: ${error.message}.`);
    });
    const begun = await readFile(scopeFile, 'utf8').catch(() => undefined);
    if (begun === undefined && names.length > 0) {
      const finished = names.includes('recording.json') || names.includes('objects.json');
      throw badUse(`${path} ${finished ? 'is a finished recording' : 'is not empty'}: choose another name.`);
    }
    if (begun !== undefined && begun !== JSON.stringify(scope)) {
      const { cluster, namespaces } = JSON.parse(begun) as RecordingScope;
      throw badUse(
        `In ${path} a recording of ${namespaces?.join(', ') ?? 'all namespaces'} of cluster ${cluster} was begun: ` +
          'go on with the same options, or choose another name.',
      );
    }
    await mkdir(join(path, PARTS), { recursive: true });
    await writeFile(scopeFile, JSON.stringify(scope));
    return new RecordingFolder(path, archive);
  }

  private constructor(private readonly path: string, private readonly archive: string | undefined) {}

  /** A part of an earlier run, or what `read` gives, which is written down. */
  async part(name: string, read: () => Promise<PartContent>): Promise<PartContent> {
    const file = join(PARTS, `${name}.ndjson`);
    if (await this.has(file)) {
      const [unreadable, ...items] = (await readFile(join(this.path, file), 'utf8'))
        .split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line));
      return { unreadable, items };
    }
    const content = await read();
    await this.writeText(
      file,
      `${[content.unreadable, ...content.items].map(line => JSON.stringify(line)).join('\n')}\n`,
    );
    return content;
  }

  /** Makes `objects.json` of the parts, a line at a time: it may be far larger than each of them. */
  async assembleObjects(): Promise<void> {
    const parts = join(this.path, PARTS);
    const files = (await readdir(parts)).filter(name => name.endsWith('.ndjson')).sort();
    async function* content() {
      let separator = '{"apiVersion":"v1","kind":"List","metadata":{"resourceVersion":""},"items":[\n';
      for (const file of files) {
        let isFirst = true;
        for await (const line of createInterface({ input: createReadStream(join(parts, file)) })) {
          if (!isFirst) {
            yield separator + line;
            separator = ',\n';
          }
          isFirst = false;
        }
      }
      yield separator === ',\n' ? '\n]}\n' : `${separator}]}\n`;
    }
    const target = join(this.path, 'objects.json');
    await pipeline(Readable.from(content()), createWriteStream(`${target}.unfinished`));
    await rename(`${target}.unfinished`, target);
  }

  async writeDiscovery({ api, apis }: RecordedDiscovery): Promise<void> {
    await this.writeJson('discovery/api.json', api);
    await this.writeJson('discovery/apis.json', apis);
  }

  async writeJson(name: string, value: unknown): Promise<void> {
    await this.writeText(name, `${JSON.stringify(value, undefined, 1)}\n`);
  }

  async writeText(name: string, text: string): Promise<void> {
    const file = join(this.path, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.unfinished`, text);
    await rename(`${file}.unfinished`, file);
  }

  has(name: string): Promise<boolean> {
    return exists(join(this.path, name));
  }

  /** Survives an interruption, as the log does that it is about. */
  async noteCut(cut: CutLog): Promise<void> {
    await appendFile(join(this.path, PARTS, 'cut'), `${JSON.stringify(cut)}\n`);
  }

  /** The last note about each log counts: a second run may have had room for it. */
  async cutLogs(): Promise<CutLog[]> {
    const text = await readFile(join(this.path, PARTS, 'cut'), 'utf8').catch(() => '');
    const cuts = new Map<string, CutLog>();
    for (const line of text.split('\n').filter(Boolean)) {
      const cut = JSON.parse(line) as CutLog;
      cuts.set(cut.file, cut);
    }
    const notes: CutLog[] = [];
    for (const cut of cuts.values()) {
      if (cut.kept > 0 || !(await this.has(cut.file))) notes.push(cut);
    }
    return notes;
  }

  /** Bytes of the recording so far, parts not counted. */
  async size(): Promise<number> {
    return sizeOf(this.path, PARTS);
  }

  /** Writes the notes, without which a recording is unfinished, and packs it where an archive was asked for. */
  async finish(notes: RecordingNotes): Promise<void> {
    await this.writeJson('recording.json', notes);
    if (this.archive) {
      await packSnapshot(this.path, this.archive);
      await rm(this.path, { recursive: true });
    } else {
      await rm(join(this.path, PARTS), { recursive: true });
    }
  }
}

async function sizeOf(path: string, except?: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (entry.name !== except) {
      const file = join(path, entry.name);
      bytes += entry.isDirectory() ? await sizeOf(file) : (await stat(file)).size;
    }
  }
  return bytes;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
