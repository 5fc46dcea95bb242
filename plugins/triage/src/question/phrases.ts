/** Words and runs of words of a question, as they may name something. */
export interface Phrase {
  /** Lower case, joined by dashes, as Kubernetes and the catalog would write it. */
  name: string;
  /** As it stands in the question, for titles with spaces. */
  words: string;
  /** Index of its first word. */
  start: number;
  /** Number of words. */
  length: number;
  /** Written as `@name`. */
  mention: boolean;
}

/** Longest name that is looked for, in words: "order history service". */
const MAX_WORDS = 3;
/** Words of a question that are looked at. */
const MAX_QUESTION_WORDS = 40;

/** All runs of up to three words. */
export function phrasesOf(question: string): Phrase[] {
  const words = question
    .split(/[\s,;()[\]{}<>"`/]+/)
    .map(word => word.replace(/^[^\w@]+|[^\w]+$/g, '').replace(/['’]s$/, ''))
    .filter(Boolean)
    .slice(0, MAX_QUESTION_WORDS);
  const phrases: Phrase[] = [];
  for (let start = 0; start < words.length; start++) {
    for (let length = 1; length <= MAX_WORDS && start + length <= words.length; length++) {
      const run = words.slice(start, start + length).map(word => word.replace(/^@/, ''));
      phrases.push({
        name: run.join('-').toLowerCase(),
        words: run.join(' '),
        start,
        length,
        mention: words[start].startsWith('@'),
      });
    }
  }
  return phrases;
}

/** What is meant first: `@name` before plain words, earlier before later, longer before shorter. */
export function byImportance(a: Phrase, b: Phrase): number {
  return Number(b.mention) - Number(a.mention) || a.start - b.start || b.length - a.length;
}
