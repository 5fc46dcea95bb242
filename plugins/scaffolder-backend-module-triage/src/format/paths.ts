/** Where the portal shows a diagnosis. */
export function diagnosisPath(id: string): string {
  return `/triage/diagnoses/${encodeURIComponent(id)}`;
}

/** Where the portal shows a runbook. */
export function runbookPath(filename: string): string {
  return `/triage/runbooks/${encodeURIComponent(filename)}`;
}
