import { Diagnosis, DiagnosisList } from '@triage/plugin-triage-common';

/** How a diagnosis came to be, which decides who may read it. */
export interface DiagnosisOrigin {
  /** Entity ref of the user, or subject of the service, with whose rights the cluster was read. */
  owner: string;
  /** Absent: no cluster was read. */
  cluster?: string;
  /** Absent: all namespaces were read. */
  namespace?: string;
  entityRef?: string;
}

export interface KeptDiagnosis {
  diagnosis: Diagnosis;
  origin: DiagnosisOrigin;
}

/** Keeps diagnoses so that a link to one can be shared. They are redacted before they come here. */
export interface DiagnosisStore {
  save(diagnosis: Diagnosis, origin: DiagnosisOrigin): Promise<void>;
  /** `id` is the `requestId` of the diagnosis. */
  get(id: string): Promise<KeptDiagnosis | undefined>;
  /** Newest first. */
  list(query: { owner: string; entityRef?: string; limit: number; offset: number }): Promise<DiagnosisList>;
  /** Resolves to how many were deleted. */
  deleteOlderThan(date: Date): Promise<number>;
  /** Throws when the database does not answer. */
  check(): Promise<void>;
}
