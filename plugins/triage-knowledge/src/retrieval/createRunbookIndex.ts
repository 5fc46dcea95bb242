import { Runbook } from '../Runbook';
import { excerptOf } from './excerpt';
import { ExactKeys, ExactMatch } from './ExactKeys';
import { LexicalRanking, RankedRunbook } from './LexicalRanking';
import { queryText } from './queryTerms';
import { RunbookAnswer, RunbookIndex, RunbookQuery, RunbookSuggestion } from './RunbookIndex';

/**
 * Below this a runbook has only words in common with the question, not its topic. Chosen on the `tune` half of
 * `testing/questions.ts`: off-topic questions stay below it, the weakest true ones reach 0.35.
 */
const MIN_RELEVANCE = 0.34;
/** When the alert or the category names runbooks, others must have much more than a word in common. */
const MIN_RELEVANCE_BESIDE_KEY = 0.5;
const DEFAULT_TOP_K = 3;
const MAX_TOP_K = 20;
/** Terms that are shown as the reason of a match. */
const MAX_TERMS = 8;

interface Candidate {
  runbook: Runbook;
  words?: RankedRunbook;
  key?: ExactMatch;
  score: number;
}

/** Indexes runbooks in memory. Later changes of the list are not seen: make a new index. */
export function createRunbookIndex(runbooks: Runbook[]): RunbookIndex {
  const lexical = new LexicalRanking(runbooks);
  const exactKeys = new ExactKeys(runbooks);

  function suggest(query: RunbookQuery): RunbookAnswer {
    const text = queryText(query);
    const byWords = lexical.rank(text);
    const byKey = exactKeys.match(query, text);
    const candidates = [...new Set([...byKey.keys(), ...byWords.keys()])]
      .map((runbook): Candidate => {
        const words = byWords.get(runbook);
        const key = byKey.get(runbook);
        return { runbook, words, key, score: either(key?.relevance ?? 0, words?.relevance ?? 0) };
      })
      .filter(({ key, score }) => key || score >= (byKey.size > 0 ? MIN_RELEVANCE_BESIDE_KEY : MIN_RELEVANCE))
      .sort((a, b) => b.score - a.score || (a.runbook.filename < b.runbook.filename ? -1 : 1));
    const topK = Math.min(Math.max(Math.trunc(query.topK ?? DEFAULT_TOP_K), 1), MAX_TOP_K);
    return {
      query: text,
      results: candidates.slice(0, topK).map(toSuggestion),
      totalMatched: candidates.length,
      abstained: candidates.length === 0,
    };
  }

  function toSuggestion({ runbook, words, key, score }: Candidate): RunbookSuggestion {
    const section = lexical.sectionToShow(runbook, words?.terms ?? []);
    return {
      title: runbook.title,
      filename: runbook.filename,
      section: section.headings[section.headings.length - 1],
      excerpt: excerptOf(section, words?.terms ?? []),
      relevanceScore: Math.round(score * 1000) / 1000,
      categories: runbook.categories,
      why: { terms: words?.words.slice(0, MAX_TERMS) ?? [], category: key?.category, alert: key?.alert },
    };
  }

  return { suggest };
}

/** Two independent reasons to believe: each adds to what the other leaves open. */
function either(a: number, b: number): number {
  return 1 - (1 - a) * (1 - b);
}
