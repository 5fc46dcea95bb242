import { ResourceRef } from '@triage/diagnosis';

/** Where in a cluster to look; empty: everywhere. */
export interface DiagnosisScope {
  namespace?: string;
  target?: ResourceRef;
  labelSelector?: string;
}
