import { ScenarioResult } from '../scenarios/evaluate';
import { Totals } from '../scenarios/totalsOf';
import { RenderOptions, Style, Terminal } from './Terminal';

const COLUMNS = ['top 1', 'top 3', 'category', 'alarms', 'claims', 'leaks', 'ms'] as const;

/** The table of an evaluation, the totals, and in words what was wrong. A pure function. */
export function renderEvaluation(results: ScenarioResult[], totals: Totals, options: RenderOptions): string {
  const terminal = new Terminal(options);
  const width = Math.max(8, ...results.map(({ id }) => id.length));
  terminal.parts(['bold', row('scenario', [...COLUMNS], width)]);
  for (const result of results) {
    terminal.line(row(result.id, cells(result), width), styleOf(result));
  }
  terminal.rule();
  const { n, top1, top3, category, falseAlarms, wrongClaims, leaks, p50Ms, p95Ms } = totals;
  terminal.parts([
    'bold',
    row(`${n} in all`, [top1, top3, category, falseAlarms, wrongClaims, leaks, p50Ms].map(String), width),
  ]);
  terminal.line(
    `top 1: ${share(top1, n)} · top 3: ${share(top3, n)} · category: ${share(category, n)} · ` +
      `time P50 ${p50Ms} ms, P95 ${p95Ms} ms`,
  );
  const wrong = results.filter(({ state, problems }) => state !== 'draft' && problems.length > 0);
  if (wrong.length > 0) {
    terminal.heading('What was wrong');
    for (const { id, problems } of wrong) {
      problems.forEach(problem => terminal.text(problem, { first: `  ${id}  ` }));
    }
  }
  return terminal.toString();
}

function cells(result: ScenarioResult): string[] {
  if (result.state !== 'judged') {
    return [result.state === 'draft' ? 'draft: not judged' : 'broken'];
  }
  const { top1, top3, category, falseAlarms, wrongClaims, leaks, ms } = result;
  return [yes(top1), yes(top3), yes(category), some(falseAlarms), some(wrongClaims), some(leaks), String(ms)];
}

function row(name: string, values: string[], width: number): string {
  return [name.padEnd(width), ...values.map((value, index) => value.padStart(COLUMNS[index].length))].join('  ');
}

function yes(right: boolean): string {
  return right ? 'yes' : 'NO';
}

function some(count: number): string {
  return count === 0 ? '-' : String(count);
}

function share(part: number, n: number): string {
  return n === 0 ? 'nothing judged' : `${part} of ${n} (${((part / n) * 100).toFixed(1)} %)`;
}

function styleOf({ state, problems }: ScenarioResult): Style | undefined {
  if (state === 'draft') {
    return 'dim';
  }
  return problems.length > 0 ? 'red' : undefined;
}
