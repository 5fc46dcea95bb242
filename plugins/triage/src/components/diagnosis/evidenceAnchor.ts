/** The id of a quotation within a page that may show several diagnoses. */
export function evidenceAnchor(diagnosisId: string, evidenceId: string): string {
  return `triage-${diagnosisId}-${evidenceId}`;
}

/** Brings a quotation into sight and puts the keyboard there. */
export function goToEvidence(diagnosisId: string, evidenceId: string): void {
  const item = document.getElementById(evidenceAnchor(diagnosisId, evidenceId));
  item?.scrollIntoView?.({ block: 'center' });
  (item?.querySelector('button') ?? item)?.focus();
}
