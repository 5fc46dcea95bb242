import { Runbook } from '../Runbook';
import { RunbookQuery } from './RunbookIndex';

export interface ExactMatch {
  relevance: number;
  category?: string;
  alert?: string;
}

/** The runbook names this alert: nobody knows better than its author. */
const ALERT = 0.9;
/** The runbook's first category is what it is about; further ones it treats as well. */
const MAIN_CATEGORY = 0.7;
const FURTHER_CATEGORY = 0.6;

/** What finds a runbook without guessing: the alert's name and the typed category. */
export class ExactKeys {
  /** By the alert's name in lower case. */
  private readonly byAlert = new Map<string, { runbook: Runbook; alert: string }[]>();
  private readonly byCategory = new Map<string, { runbook: Runbook; main: boolean }[]>();

  constructor(runbooks: Runbook[]) {
    for (const runbook of runbooks) {
      for (const alert of runbook.alerts) append(this.byAlert, alert.toLocaleLowerCase('en'), { runbook, alert });
      runbook.categories.forEach((category, i) => append(this.byCategory, category, { runbook, main: i === 0 }));
    }
  }

  /** `text` may name the alert too: people paste the page they were woken by. */
  match(query: RunbookQuery, text: string): Map<Runbook, ExactMatch> {
    const matches = new Map<Runbook, ExactMatch>();
    if (query.category && query.category !== 'none') {
      for (const { runbook, main } of this.byCategory.get(query.category) ?? []) {
        matches.set(runbook, { relevance: main ? MAIN_CATEGORY : FURTHER_CATEGORY, category: query.category });
      }
    }
    const words = new Set(
      [query.alertName ?? '', ...text.split(/[^\p{L}\p{N}_-]+/u)].map(w => w.toLocaleLowerCase('en')),
    );
    for (const word of words) {
      for (const { runbook, alert } of this.byAlert.get(word) ?? []) {
        const other = matches.get(runbook);
        matches.set(runbook, { ...other, alert, relevance: 1 - (1 - ALERT) * (1 - (other?.relevance ?? 0)) });
      }
    }
    return matches;
  }
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
