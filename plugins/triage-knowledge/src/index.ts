export * from './Runbook';
export { loadRunbooks } from './reading/loadRunbooks';
export type { LoadedRunbooks, LoadRunbooksOptions } from './reading/loadRunbooks';
export { parseRunbook } from './reading/parseRunbook';
export { createRunbookIndex } from './retrieval/createRunbookIndex';
export * from './retrieval/RunbookIndex';
