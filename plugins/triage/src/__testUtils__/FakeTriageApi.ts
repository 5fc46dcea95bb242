import { NotFoundError } from '@backstage/errors';
import type {
  ClusterHealthReport,
  DiagnoseRequest,
  Diagnosis,
  DiagnosisList,
  Health,
  Runbook,
  RunbookMeta,
  RunbookSuggestions,
  TriageApi,
  TriageRequestOptions,
} from '@triage/plugin-triage-common';
import { clusterHealthReport } from './clusters';
import { brokenDiagnosis } from './diagnoses';
import { runbook } from './runbooks';

/** A backend in memory: answers what it is given, keeps what it answered, and remembers what it was asked. */
export class FakeTriageApi implements TriageApi {
  readonly asked: DiagnoseRequest[] = [];
  readonly kept = new Map<string, Diagnosis>();
  health: ClusterHealthReport = clusterHealthReport();
  runbooks: Runbook[] = [runbook()];

  /** `answer` may take its time, or throw. */
  constructor(
    private readonly answer: (request: DiagnoseRequest) => Diagnosis | Promise<Diagnosis> = () => brokenDiagnosis(),
  ) {}

  async diagnose(request: DiagnoseRequest, options?: TriageRequestOptions): Promise<Diagnosis> {
    this.asked.push(request);
    const aborted = new Promise<never>((_, reject) => {
      options?.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
    });
    // An abort after the answer is nobody's to handle.
    aborted.catch(() => undefined);
    const diagnosis = await Promise.race([this.answer(request), aborted]);
    this.kept.set(diagnosis.requestId, diagnosis);
    return diagnosis;
  }

  async getDiagnosis(id: string): Promise<Diagnosis> {
    const diagnosis = this.kept.get(id);
    if (!diagnosis) throw new NotFoundError(`There is no diagnosis ${id}, or it is not yours to read.`);
    return diagnosis;
  }

  async listDiagnoses(): Promise<DiagnosisList> {
    return { items: [...this.kept.values()], totalItems: this.kept.size };
  }

  async getClusterHealth(): Promise<ClusterHealthReport> {
    return this.health;
  }

  async listRunbooks(): Promise<RunbookMeta[]> {
    return this.runbooks.map(({ content: _, ...meta }) => meta);
  }

  async getRunbook(filename: string): Promise<Runbook> {
    const found = this.runbooks.find(item => item.filename === filename);
    if (!found) throw new NotFoundError(`There is no runbook ${filename}.`);
    return found;
  }

  async suggestRunbook(): Promise<RunbookSuggestions> {
    return { query: '', results: [], totalMatched: 0, abstained: true };
  }

  async getHealth(): Promise<Health> {
    throw new NotFoundError('Not part of these tests.');
  }
}
