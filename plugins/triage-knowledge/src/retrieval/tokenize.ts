import { STOP_WORDS } from './stopWords';

/** Longer identifiers are hashes or encoded data: no words. */
const MAX_TERM_LENGTH = 40;
/** Longer chains of parts are paths or package names; their parts are enough. */
const MAX_COMPOUND_PARTS = 6;

/**
 * Terms of a text, in order, repeated as often as they occur.
 *
 * A name that was made of words gives its words and itself, because people write it in all ways: `CrashLoopBackOff`,
 * `crashloop back-off` and `crash_loop_backoff` all share `crash`, `loop`, `crashloop` and `backoff`.
 */
export function tokenize(text: string): string[] {
  const terms: string[] = [];
  for (const [identifier] of text.matchAll(/[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*/gu)) {
    const parts = splitIdentifier(identifier);
    for (const part of parts) {
      if (!STOP_WORDS.has(part)) push(terms, stem(part));
    }
    if (parts.length > 1 && parts.length <= MAX_COMPOUND_PARTS) {
      for (let i = 0; i + 1 < parts.length; i++) push(terms, parts[i] + parts[i + 1]);
      if (parts.length > 2) push(terms, parts.join(''));
    }
  }
  return terms;
}

/** `ErrImagePull` -> `err`, `image`, `pull`; `OOMKilled` -> `oom`, `killed`; `back-off` -> `back`, `off`. */
export function splitIdentifier(identifier: string): string[] {
  return identifier
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(part => part.length > 0)
    .map(part => part.toLocaleLowerCase('en'));
}

function push(terms: string[], term: string): void {
  if (term.length > 1 && term.length <= MAX_TERM_LENGTH) terms.push(term);
}

/**
 * Takes the endings off, so that "restarting", "restarted" and "restarts" meet. Lighter than Porter's: what it can't do
 * ("eviction" and "evict") the runbooks' own wording usually covers, and it makes no strange neighbours.
 */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const stemmed = word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x)es$/, '$1')
    .replace(/([^su])s$/, '$1')
    .replace(/(.*[aeiouy].{2,})(?:ing|ed)$/, '$1')
    .replace(/(.{3,}[st])ions?$/, '$1')
    .replace(/([^aeiouyls])\1$/, '$1');
  return stemmed.length > 3 ? stemmed.replace(/e$/, '') : stemmed;
}
