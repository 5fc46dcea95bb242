/** Months after which what a runbook says should be looked at again. */
const STALE_AFTER_MONTHS = 6;

/** Whether a runbook was last reviewed too long ago, or never. */
export function isStale(lastReviewed: string | undefined, now: Date): boolean {
  const reviewed = lastReviewed ? new Date(lastReviewed) : undefined;
  if (!reviewed || Number.isNaN(reviewed.getTime())) return true;
  const due = new Date(reviewed);
  due.setMonth(due.getMonth() + STALE_AFTER_MONTHS);
  return due < now;
}
