import { Runbook, RunbookAnswer, RunbookQuery } from '@triage/plugin-triage-knowledge';

export interface RunbookLibraryState {
  count: number;
  /** False when neither a folder nor another source is configured. */
  configured: boolean;
  /** One sentence each: what could not be read. */
  problems: string[];
}

/** All runbooks of all sources, in memory and without secrets. */
export interface RunbookLibrary {
  /** By title. */
  list(): Promise<Runbook[]>;
  get(filename: string): Promise<Runbook | undefined>;
  suggest(query: RunbookQuery): Promise<RunbookAnswer>;
  state(): Promise<RunbookLibraryState>;
  /** Reads the sources again. A source that cannot be read now keeps the runbooks that it had. */
  reload(): Promise<void>;
}
