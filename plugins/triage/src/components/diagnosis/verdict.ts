import type { Diagnosis } from '@triage/plugin-triage-common';

/**
 * `broken`: something is wrong. `pasted`: nothing of a cluster, but the pasted text is recognised.
 * `healthy`: looked and found nothing. `partial`: found nothing, but could not look everywhere. `blind`: saw nothing at all.
 */
export type Verdict = 'broken' | 'pasted' | 'healthy' | 'partial' | 'blind';

function sawSomething({ k8sContext }: Diagnosis): boolean {
  return k8sContext.checked.length > 0 || Object.values(k8sContext.objects).some(count => count > 0);
}

/** What kind of answer this is; it decides how the card begins. */
export function verdictOf(diagnosis: Diagnosis): Verdict {
  if (diagnosis.findings.length > 0) return 'broken';
  if (diagnosis.classifiedErrors.length > 0 || diagnosis.errorCategory !== 'none') return 'pasted';
  if (!sawSomething(diagnosis)) return 'blind';
  return diagnosis.blindSpots.length > 0 ? 'partial' : 'healthy';
}
