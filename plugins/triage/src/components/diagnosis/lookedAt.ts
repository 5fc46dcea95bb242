import type { Diagnosis } from '@triage/plugin-triage-common';
import { verdictOf } from './verdict';

/** Things said in the sentence itself; the rest is in a fold. */
const MAX_CHECKED = 4;

function nothingFound(diagnosis: Diagnosis): boolean {
  const verdict = verdictOf(diagnosis);
  return verdict === 'healthy' || verdict === 'partial';
}

/** "Looked at: …" of an answer that found nothing. */
export function lookedAt(diagnosis: Diagnosis): string | undefined {
  const { checked } = diagnosis.k8sContext;
  if (!nothingFound(diagnosis) || checked.length === 0) return undefined;
  const said = checked.slice(0, MAX_CHECKED).map(line => line.replace(/\.$/, ''));
  const rest = checked.length - said.length;
  return `Looked at: ${said.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}.`;
}

/** Whether that sentence leaves nothing to unfold. */
export function saysAllChecked(diagnosis: Diagnosis): boolean {
  return nothingFound(diagnosis) && diagnosis.k8sContext.checked.length <= MAX_CHECKED;
}
