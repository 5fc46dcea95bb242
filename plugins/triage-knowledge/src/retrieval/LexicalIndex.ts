/** BM25's saturation of repeated terms and its correction for length. Chosen on the `tune` half of `testing/questions.ts`. */
const K1 = 1.2;
const B = 0.6;

/** Answer of {@link LexicalIndex.search} for one document that shares a term with the query. */
export interface LexicalMatch {
  /** The position in the list the index was made of. */
  document: number;
  /** BM25, in units of idf. */
  score: number;
  /** The query's terms that it has, most telling first. */
  terms: string[];
}

export interface LexicalAnswer {
  /** Best first. */
  matches: LexicalMatch[];
  /** The sum of the query terms' idf: what a document would score that has each of them once at average length. */
  queryWeight: number;
}

/**
 * BM25 over documents that are already cut into terms. MiniSearch is not used here, because its score is multiplied by
 * the number of matched terms and its idf is private, and both the refusal of off-topic questions and fusing with other
 * rankings need an absolute score.
 */
export class LexicalIndex {
  private readonly postings = new Map<string, { document: number; frequency: number }[]>();
  private readonly lengths: number[];
  private readonly averageLength: number;

  constructor(documents: string[][]) {
    this.lengths = documents.map(terms => terms.length);
    this.averageLength = this.lengths.reduce((sum, length) => sum + length, 0) / Math.max(documents.length, 1);
    documents.forEach((terms, document) => {
      const frequencies = new Map<string, number>();
      for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
      for (const [term, frequency] of frequencies) {
        const postings = this.postings.get(term);
        if (postings) postings.push({ document, frequency });
        else this.postings.set(term, [{ document, frequency }]);
      }
    });
  }

  has(term: string): boolean {
    return this.postings.has(term);
  }

  /** Of a term that no document has: as telling as a term of one document. */
  idf(term: string): number {
    const frequency = Math.max(this.postings.get(term)?.length ?? 0, 1);
    return Math.log(1 + (this.lengths.length - frequency + 0.5) / (frequency + 0.5));
  }

  /** Of a term that one document has. */
  get maxIdf(): number {
    return this.idf('');
  }

  /** `weights` is what each term counts, 1 being normal; a term counts once, however often the query says it. */
  search(weights: ReadonlyMap<string, number>): LexicalAnswer {
    const scores = new Map<number, { score: number; parts: [term: string, score: number][] }>();
    let queryWeight = 0;
    for (const [term, weight] of weights) {
      const idf = weight * this.idf(term);
      queryWeight += idf;
      for (const { document, frequency } of this.postings.get(term) ?? []) {
        const length = this.lengths[document] / this.averageLength;
        const part = (idf * frequency * (K1 + 1)) / (frequency + K1 * (1 - B + B * length));
        const entry = scores.get(document);
        if (entry) {
          entry.score += part;
          entry.parts.push([term, part]);
        } else {
          scores.set(document, { score: part, parts: [[term, part]] });
        }
      }
    }
    const matches = [...scores].map(([document, { score, parts }]) => ({
      document,
      score,
      terms: parts.sort((a, b) => b[1] - a[1]).map(([term]) => term),
    }));
    return { matches: matches.sort((a, b) => b.score - a.score || a.document - b.document), queryWeight };
  }
}
