import { Diagnosis, DiagnosisList } from '@triage/plugin-triage-common';
import { ClusterCaller } from '../clusters/Clusters';
import { DiagnoseInput } from '../http/diagnoseInput';

export interface DiagnoseOptions {
  /** Whether the caller may see which runbooks exist. */
  withRunbooks: boolean;
  /** Aborted when nobody waits for the answer any more. */
  signal?: AbortSignal;
}

export interface DiagnosisService {
  /**
   * Diagnoses with the rights of the caller and keeps the answer.
   *
   * @throws InputError, NotFoundError, NotAllowedError or ServiceUnavailableError with a sentence that tells what to do.
   * A cluster that cannot be read is no error but a blind spot of the answer.
   */
  diagnose(input: DiagnoseInput, caller: ClusterCaller, options: DiagnoseOptions): Promise<Diagnosis>;
  /** @throws NotFoundError also when it exists and the caller may not read it, so that ids tell nothing */
  get(id: string, caller: ClusterCaller): Promise<Diagnosis>;
  /** The caller's own ones, newest first. */
  list(query: { entityRef?: string; limit: number; offset: number }, caller: ClusterCaller): Promise<DiagnosisList>;
}
