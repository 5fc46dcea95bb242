import { RunbookSection } from '../Runbook';
import { tokenize } from './tokenize';

/** Characters. */
const MAX_EXCERPT_LENGTH = 300;

/** The lines of a section around the one that has most of the query's terms. */
export function excerptOf(section: RunbookSection, terms: string[]): string {
  const lines = section.text.split('\n').filter(line => line.trim().length > 0);
  const wanted = new Set(terms);
  let best = 0;
  let bestCount = 0;
  lines.forEach((line, i) => {
    const count = new Set(tokenize(line).filter(term => wanted.has(term))).size;
    if (count > bestCount) {
      best = i;
      bestCount = count;
    }
  });
  const text = lines.slice(best).join('\n');
  return text.length <= MAX_EXCERPT_LENGTH ? text : `${text.slice(0, MAX_EXCERPT_LENGTH - 1).trimEnd()}…`;
}
