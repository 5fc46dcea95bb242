export { createClusterHealthAction } from './clusterHealth';
export { createDiagnoseAction } from './diagnose';
export { createSuggestRunbookAction } from './suggestRunbook';
export type { TriageActionDeps } from './askTriage';
