import { Runbook, RunbookSection } from '../Runbook';
import { LexicalIndex } from './LexicalIndex';
import { queryTerms } from './queryTerms';
import { tokenize } from './tokenize';

export interface RankedRunbook {
  /** 0..{@link MAX_LEXICAL_RELEVANCE} */
  relevance: number;
  /** The query's terms that its best section has, most telling first. */
  terms: string[];
  /** The same as the query spells them. */
  words: string[];
}

/** What words alone can reach: they are never proof. */
export const MAX_LEXICAL_RELEVANCE = 0.85;
/**
 * No runbook has all words of a pasted log: what goes beyond this many rare words doesn't lower the share that was
 * found.
 */
const MAX_QUERY_WEIGHT_IN_RARE_TERMS = 5;

/**
 * Ranks runbooks by words: half by their best section, half by the whole text. The section alone finds the right line;
 * the whole tells a runbook about a thing from one that mentions it in passing.
 */
export class LexicalRanking {
  private readonly sections: { runbook: Runbook; section: RunbookSection }[];
  private readonly ownTerms: Map<RunbookSection, Set<string>>;
  private readonly sectionIndex: LexicalIndex;
  private readonly wholeIndex: LexicalIndex;

  constructor(private readonly runbooks: Runbook[]) {
    this.sections = runbooks.flatMap(runbook => runbook.sections.map(section => ({ runbook, section })));
    // each text once: taking names apart is most of what an index costs
    const bodies = new Map(this.sections.map(({ section }) => [section, tokenize(section.text)]));
    const heads = new Map(runbooks.map(runbook => [runbook, headTerms(runbook)]));
    this.ownTerms = new Map([...bodies].map(([section, terms]) => [section, new Set(terms)]));
    this.sectionIndex = new LexicalIndex(
      this.sections.map(({ runbook, section }) => [
        ...heads.get(runbook)!,
        ...tokenize(section.headings.join('\n')),
        ...bodies.get(section)!,
      ]),
    );
    this.wholeIndex = new LexicalIndex(
      runbooks.map(runbook => [
        ...heads.get(runbook)!,
        ...runbook.sections.flatMap(section => [
          ...tokenize(section.headings[section.headings.length - 1] ?? ''),
          ...bodies.get(section)!,
        ]),
      ]),
    );
  }

  rank(query: string): Map<Runbook, RankedRunbook> {
    const { weights, words } = queryTerms(query, this.sectionIndex);
    const wholes = new Map(
      shares(this.wholeIndex, weights).map(({ document, share }) => [this.runbooks[document], share] as const),
    );
    const ranked = new Map<Runbook, RankedRunbook>();
    // Best first, so the first section of a runbook is its best one.
    for (const match of shares(this.sectionIndex, weights)) {
      const { runbook } = this.sections[match.document];
      if (ranked.has(runbook)) continue;
      const share = (match.share + (wholes.get(runbook) ?? 0)) / 2;
      ranked.set(runbook, {
        terms: match.terms,
        words: match.terms.map(term => words.get(term) ?? term),
        relevance: MAX_LEXICAL_RELEVANCE * (1 - Math.exp(-share)),
      });
    }
    return ranked;
  }

  /**
   * The section that itself says most of these terms. Not the one that ranked best: a section of two lines is short
   * enough to win by its runbook's title alone, and shows nothing.
   */
  sectionToShow(runbook: Runbook, terms: string[]): RunbookSection {
    let best = runbook.sections[0];
    let bestWeight = 0;
    for (const section of runbook.sections) {
      const own = this.ownTerms.get(section);
      const weight = terms.reduce((sum, term) => sum + (own?.has(term) ? this.sectionIndex.idf(term) : 0), 0);
      if (weight > bestWeight) {
        best = section;
        bestWeight = weight;
      }
    }
    return best;
  }
}

/** Repeated in each section, so that a section is found by what its runbook is about. */
function headTerms(runbook: Runbook): string[] {
  return tokenize([runbook.title, ...runbook.categories, ...runbook.alerts].join('\n'));
}

/** BM25 by the weight of the query, which makes scores of different questions comparable. */
function shares(index: LexicalIndex, terms: ReadonlyMap<string, number>) {
  const { matches, queryWeight } = index.search(terms);
  const weight = Math.min(queryWeight, MAX_QUERY_WEIGHT_IN_RARE_TERMS * index.maxIdf);
  return matches.map(match => ({ ...match, share: match.score / weight }));
}
