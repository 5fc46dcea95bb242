import { LexicalIndex } from './LexicalIndex';
import { tokenize } from './tokenize';
import { RunbookQuery } from './RunbookIndex';

/** Characters of a query that are looked at. A pasted log says what it has to say several times. */
const MAX_QUERY_LENGTH = 20_000;

/** The words of a query: the user's own and the typed facts. */
export function queryText(query: RunbookQuery): string {
  return [query.text, query.alertName, query.kind, query.reason, query.message]
    .map(part => part?.trim())
    .filter(part => part)
    .join(' ')
    .slice(0, MAX_QUERY_LENGTH);
}

/**
 * The terms to search for and what they count. Terms no runbook has are kept when they are words, because a question
 * made of them is off-topic; pod suffixes, times, addresses and numbers say nothing about the topic and are dropped.
 */
export function queryTerms(text: string, index: LexicalIndex): Map<string, number> {
  const weights = new Map<string, number>();
  for (const term of tokenize(text)) {
    if (index.has(term)) weights.set(term, 1);
    else if (!/\d/.test(term) && !weights.has(term)) weights.set(term, 1);
  }
  for (const compound of writtenApart(text, index)) weights.set(compound, 1);
  return weights;
}

/** "crash loop back off" -> `crashloop`, `backoff`: what people type apart and Kubernetes writes together. */
function writtenApart(text: string, index: LexicalIndex): string[] {
  const words = text.toLocaleLowerCase('en').split(/[^\p{L}\p{N}]+/u);
  return words
    .slice(1)
    .map((word, i) => words[i] + word)
    .filter(compound => index.has(compound));
}
