import { ResponseError } from '@backstage/errors';
import {
  ClusterHealthReport,
  DefaultApiClient,
  DiagnoseRequest,
  Diagnosis,
  DiagnosisList,
  Health,
  Runbook,
  RunbookMeta,
  RunbookSuggestions,
  SuggestRunbookRequest,
  TypedResponse,
} from './schema/openapi';
import { TriageApi, TriageRequestOptions } from './TriageApi';

/**
 * Speaks to the Triage backend.
 * @public
 */
export class TriageClient implements TriageApi {
  /** In the frontend pass Backstage's `fetchApi`, which adds the user's token. */
  constructor(
    private readonly options: {
      discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
      fetchApi?: { fetch: typeof fetch };
    },
  ) {}

  async diagnose(request: DiagnoseRequest, options?: TriageRequestOptions): Promise<Diagnosis> {
    return this.call(options, client => client.diagnose({ body: request }, options));
  }

  async listDiagnoses(
    query: { limit?: number; offset?: number; entityRef?: string } = {},
    options?: TriageRequestOptions,
  ): Promise<DiagnosisList> {
    return this.call(options, client => client.listDiagnoses({ query }, options));
  }

  async getDiagnosis(id: string, options?: TriageRequestOptions): Promise<Diagnosis> {
    return this.call(options, client => client.getDiagnosis({ path: { id } }, options));
  }

  async suggestRunbook(request: SuggestRunbookRequest, options?: TriageRequestOptions): Promise<RunbookSuggestions> {
    return this.call(options, client => client.suggestRunbook({ body: request }, options));
  }

  async listRunbooks(options?: TriageRequestOptions): Promise<RunbookMeta[]> {
    const { items } = await this.call(options, client => client.listRunbooks({}, options));
    return items;
  }

  async getRunbook(filename: string, options?: TriageRequestOptions): Promise<Runbook> {
    return this.call(options, client => client.getRunbook({ path: { filename } }, options));
  }

  async getClusterHealth(
    query: { cluster?: string } = {},
    options?: TriageRequestOptions,
  ): Promise<ClusterHealthReport> {
    return this.call(options, client => client.getClusterHealth({ query }, options));
  }

  async getHealth(options?: TriageRequestOptions): Promise<Health> {
    return this.call(options, client => client.getHealth({}, options));
  }

  private async call<T>(
    options: TriageRequestOptions | undefined,
    send: (client: DefaultApiClient) => Promise<TypedResponse<T>>,
  ): Promise<T> {
    const response = await send(new DefaultApiClient(withSignal(this.options, options?.signal)));
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

/** The generated client knows no AbortSignal, so the fetch under it gets one. */
function withSignal<T extends { fetchApi?: { fetch: typeof fetch } }>(options: T, signal: AbortSignal | undefined): T {
  if (!signal) {
    return options;
  }
  const send = options.fetchApi?.fetch ?? fetch;
  return { ...options, fetchApi: { fetch: (input, init) => send(input, { ...init, signal }) } };
}
