import { LoggerService } from '@backstage/backend-plugin-api';
import { createRedactor } from '@triage/diagnosis';
import {
  createRunbookIndex,
  LoadedRunbooks,
  loadRunbooks,
  parseRunbook,
  Runbook,
  RunbookAnswer,
  RunbookIndex,
  RunbookQuery,
} from '@triage/plugin-triage-knowledge';
import { RunbookSource } from '@triage/plugin-triage-node';
import { RunbookLibrary, RunbookLibraryState } from './RunbookLibrary';

/** Milliseconds for one source: a wiki that hangs must not hold up the others. */
const READ_TIMEOUT = 30_000;

interface Shelf {
  name: string;
  load(): Promise<LoadedRunbooks>;
  /** What was read last. */
  loaded?: LoadedRunbooks;
  /** Why it could not be read the last time. */
  failure?: string;
}

export class InMemoryRunbookLibrary implements RunbookLibrary {
  private readonly shelves: Shelf[];
  private readonly logger: LoggerService;
  private byFilename = new Map<string, Runbook>();
  private index: RunbookIndex = createRunbookIndex([]);
  private fingerprint?: string;
  private firstLoad?: Promise<void>;

  /** Sources that come first win when two have a file of the same name. */
  constructor(options: { folder?: string; sources: RunbookSource[]; logger: LoggerService }) {
    this.logger = options.logger;
    this.shelves = [
      ...(options.folder ? [folderShelf(options.folder)] : []),
      ...options.sources.map(source => ({ name: source.name, load: () => loadSource(source) })),
    ];
  }

  async list(): Promise<Runbook[]> {
    await this.loadOnce();
    return [...this.byFilename.values()].sort((a, b) => a.title.localeCompare(b.title, 'en'));
  }

  async get(filename: string): Promise<Runbook | undefined> {
    await this.loadOnce();
    return this.byFilename.get(filename);
  }

  async suggest(query: RunbookQuery): Promise<RunbookAnswer> {
    await this.loadOnce();
    return this.index.suggest(query);
  }

  async state(): Promise<RunbookLibraryState> {
    await this.loadOnce();
    return {
      count: this.byFilename.size,
      configured: this.shelves.length > 0,
      problems: this.shelves.flatMap(({ name, failure, loaded }) => [
        ...(failure ? [`${name} cannot be read: ${failure}`] : []),
        ...(loaded?.problems ?? []).map(({ file, line, problem }) => `${file}${line ? `:${line}` : ''}: ${problem}`),
      ]),
    };
  }

  async reload(): Promise<void> {
    await Promise.all(this.shelves.map(shelf => this.refill(shelf)));
    const runbooks = this.shelves.flatMap(shelf => shelf.loaded?.runbooks ?? []);
    const fingerprint = JSON.stringify(runbooks);
    if (fingerprint === this.fingerprint) {
      return;
    }
    this.fingerprint = fingerprint;
    // the last one of a name stays in a Map, so the first source goes in last
    this.byFilename = new Map(runbooks.reverse().map(runbook => [runbook.filename, runbook]));
    this.index = createRunbookIndex([...this.byFilename.values()]);
    this.logger.info(`Read ${this.byFilename.size} runbooks`);
  }

  private loadOnce(): Promise<void> {
    this.firstLoad ??= this.reload();
    return this.firstLoad;
  }

  private async refill(shelf: Shelf): Promise<void> {
    try {
      shelf.loaded = await withTimeout(shelf.load());
      shelf.failure = undefined;
    } catch (error) {
      shelf.failure = createRedactor().text((error as Error).message);
      this.logger.warn(`The runbooks of ${shelf.name} cannot be read: ${shelf.failure}`);
    }
  }
}

function folderShelf(folder: string): Shelf {
  return { name: folder, load: () => loadRunbooks(folder, { redactor: createRedactor() }) };
}

async function loadSource(source: RunbookSource): Promise<LoadedRunbooks> {
  const redactor = createRedactor();
  const parsed = (await source.read()).map(file => parseRunbook(file.filename, redactor.text(file.markdown)));
  return {
    runbooks: parsed.flatMap(({ runbook }) => runbook ?? []),
    problems: parsed.flatMap(({ problems }) => problems),
  };
}

async function withTimeout<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${READ_TIMEOUT / 1000} s`)), READ_TIMEOUT);
  });
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}
