import {
  ClusterHealthReport,
  DiagnoseRequest,
  Diagnosis,
  DiagnosisList,
  Health,
  Runbook,
  RunbookMeta,
  RunbookSuggestions,
  SuggestRunbookRequest,
} from './schema/openapi';

/** @public */
export interface TriageRequestOptions {
  /** Backstage token of the caller; needed in backends only. */
  token?: string;
  signal?: AbortSignal;
}

/**
 * What the backend offers. Every method throws a `ResponseError` of `@backstage/errors` when it answers with an error.
 * @public
 */
export interface TriageApi {
  diagnose(request: DiagnoseRequest, options?: TriageRequestOptions): Promise<Diagnosis>;
  /** The caller's own diagnoses, newest first. */
  listDiagnoses(
    query?: { limit?: number; offset?: number; entityRef?: string },
    options?: TriageRequestOptions,
  ): Promise<DiagnosisList>;
  /** `id` is the `requestId` of the diagnosis. */
  getDiagnosis(id: string, options?: TriageRequestOptions): Promise<Diagnosis>;
  suggestRunbook(request: SuggestRunbookRequest, options?: TriageRequestOptions): Promise<RunbookSuggestions>;
  listRunbooks(options?: TriageRequestOptions): Promise<RunbookMeta[]>;
  getRunbook(filename: string, options?: TriageRequestOptions): Promise<Runbook>;
  /** Of all clusters, or only of the named one. */
  getClusterHealth(query?: { cluster?: string }, options?: TriageRequestOptions): Promise<ClusterHealthReport>;
  getHealth(options?: TriageRequestOptions): Promise<Health>;
}
