import { LexicalIndex } from './LexicalIndex';
import { EVERYDAY_WORDS, STOP_WORDS } from './stopWords';
import { stem, tokenizeNames } from './tokenize';
import { RunbookQuery } from './RunbookIndex';

/** Characters of a query that are looked at. A pasted log says what it has to say several times. */
const MAX_QUERY_LENGTH = 20_000;

export interface QueryTerms {
  /** What each term counts, 1 being normal. */
  weights: Map<string, number>;
  /** The query's own spelling of its terms. */
  words: Map<string, string>;
}

/** The words of a query: the user's own and the typed facts. */
export function queryText(query: RunbookQuery): string {
  return [query.text, query.alertName, query.kind, query.reason, query.message]
    .map(part => part?.trim())
    .filter(part => part)
    .join(' ')
    .slice(0, MAX_QUERY_LENGTH);
}

/** What an everyday word counts beside a word of the trade. */
const EVERYDAY_WEIGHT = 0.4;
const EVERYDAY_TERMS: ReadonlySet<string> = new Set([...EVERYDAY_WORDS].map(stem));

/**
 * The terms to search for and what they count. Of the terms that no runbook has only plain words are kept, because a
 * question made of them is off-topic; names of classes, hosts and pods, times and numbers say nothing about the topic.
 */
export function queryTerms(text: string, index: LexicalIndex): QueryTerms {
  const weights = new Map<string, number>();
  const words = new Map<string, string>();
  for (const { tokens, compound } of tokenizeNames(text)) {
    for (const { term, word } of tokens) {
      words.set(term, word);
      const isWord = !compound && !/\d/.test(term);
      if (isWord || index.has(term)) weights.set(term, EVERYDAY_TERMS.has(term) ? EVERYDAY_WEIGHT : 1);
    }
  }
  for (const compound of writtenApart(text)) {
    if (index.has(compound)) weights.set(compound, 1);
  }
  return { weights, words };
}

/** "crash loop back off" -> `crashloop`, `loopback`, `backoff`: people type apart what Kubernetes writes together. */
function writtenApart(text: string): string[] {
  const compounds: string[] = [];
  const words = text.toLocaleLowerCase('en').split(/[^\p{L}\p{N}]+/u);
  for (let i = 0; i + 1 < words.length; i++) {
    if (!STOP_WORDS.has(words[i]) && !STOP_WORDS.has(words[i + 1])) compounds.push(words[i] + words[i + 1]);
  }
  return compounds;
}
