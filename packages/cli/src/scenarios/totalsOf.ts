import { ScenarioResult } from './evaluate';

/** Sums over the scenarios that count: all but drafts. */
export interface Totals {
  n: number;
  top1: number;
  top3: number;
  category: number;
  falseAlarms: number;
  wrongClaims: number;
  leaks: number;
  /** Milliseconds; 0 when nothing was diagnosed. */
  p50Ms: number;
  p95Ms: number;
}

export function totalsOf(results: ScenarioResult[]): Totals {
  const counted = results.filter(({ state }) => state !== 'draft');
  const times = counted
    .filter(({ state }) => state === 'judged')
    .map(({ ms }) => ms)
    .sort((a, b) => a - b);
  const sum = (value: (result: ScenarioResult) => number | boolean) =>
    counted.reduce((total, result) => total + Number(value(result)), 0);
  return {
    n: counted.length,
    top1: sum(({ top1 }) => top1),
    top3: sum(({ top3 }) => top3),
    category: sum(({ category }) => category),
    falseAlarms: sum(({ falseAlarms }) => falseAlarms),
    wrongClaims: sum(({ wrongClaims }) => wrongClaims),
    leaks: sum(({ leaks }) => leaks),
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
  };
}

/** The smallest value that as large a part of the sorted values does not exceed (nearest rank). */
function percentile(sorted: number[], part: number): number {
  return sorted[Math.ceil(sorted.length * part) - 1] ?? 0;
}
