import { Runbook } from '../Runbook';
import { excerptOf } from './excerpt';
import { ExactKeys } from './ExactKeys';
import { LexicalIndex, LexicalMatch } from './LexicalIndex';
import { queryTerms, queryText } from './queryTerms';
import { RunbookAnswer, RunbookIndex, RunbookQuery, RunbookSuggestion } from './RunbookIndex';
import { tokenize } from './tokenize';

/** Below this share of the query's weight a runbook has only words in common with the question, not its topic. */
const MIN_RELEVANCE = 0.2;
/** No section has all words of a pasted log; what goes beyond this many rare words doesn't lower the share. */
const MAX_QUERY_WEIGHT_IN_RARE_TERMS = 8;
/** What own words alone can reach: words are never proof. */
const MAX_LEXICAL_RELEVANCE = 0.85;

/** Indexes the sections of runbooks in memory. 2,000 sections take well under a second. */
export function createRunbookIndex(runbooks: Runbook[]): RunbookIndex {
  const sections = runbooks.flatMap(runbook => runbook.sections.map(section => ({ runbook, section })));
  const lexical = new LexicalIndex(
    sections.map(({ runbook, section }) =>
      tokenize([runbook.title, ...section.headings, ...runbook.categories, ...runbook.alerts, section.text].join('\n')),
    ),
  );
  const exactKeys = new ExactKeys(runbooks);

  function bestSections(query: string): Map<Runbook, { match: LexicalMatch; relevance: number }> {
    const terms = queryTerms(query, lexical);
    const { matches, queryWeight } = lexical.search(terms);
    const rareTerm = lexical.idf('');
    const weight = Math.min(queryWeight, MAX_QUERY_WEIGHT_IN_RARE_TERMS * rareTerm);
    const best = new Map<Runbook, { match: LexicalMatch; relevance: number }>();
    for (const match of matches) {
      const { runbook } = sections[match.document];
      if (!best.has(runbook)) {
        best.set(runbook, { match, relevance: Math.min(match.score / weight, 1) * MAX_LEXICAL_RELEVANCE });
      }
    }
    return best;
  }

  function suggest(query: RunbookQuery): RunbookAnswer {
    const text = queryText(query);
    const lexicalMatches = bestSections(text);
    const exactMatches = exactKeys.match(query, text);
    const suggestions: RunbookSuggestion[] = [];
    for (const runbook of new Set([...exactMatches.keys(), ...lexicalMatches.keys()])) {
      const exact = exactMatches.get(runbook);
      const found = lexicalMatches.get(runbook);
      const words = found?.relevance ?? 0;
      if (!exact && words < MIN_RELEVANCE) continue;
      const known = exact?.relevance ?? 0;
      const section = found ? sections[found.match.document].section : runbook.sections[0];
      suggestions.push({
        title: runbook.title,
        filename: runbook.filename,
        section: section.headings[section.headings.length - 1],
        excerpt: excerptOf(section, found?.match.terms ?? []),
        relevanceScore: round(known + (1 - known) * words),
        categories: runbook.categories,
        why: { terms: found?.match.terms.slice(0, 8) ?? [], category: exact?.category, alert: exact?.alert },
      });
    }
    suggestions.sort((a, b) => b.relevanceScore - a.relevanceScore || (a.filename < b.filename ? -1 : 1));
    const topK = Math.min(Math.max(Math.trunc(query.topK ?? 3), 1), 20);
    return {
      query: text,
      results: suggestions.slice(0, topK),
      totalMatched: suggestions.length,
      abstained: suggestions.length === 0,
    };
  }

  return { suggest };
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}
