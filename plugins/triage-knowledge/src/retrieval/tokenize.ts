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
  return tokenizeNames(text).flatMap(({ tokens }) => tokens.map(({ term }) => term));
}

export interface Token {
  /** What is compared: without endings. */
  term: string;
  /** What a person reads. */
  word: string;
}

interface Name {
  tokens: Token[];
  compound: boolean;
}

/** Names taken apart before: a text of thousands of words has hundreds of different ones. */
const names = new Map<string, Name>();
const MAX_NAMES = 10_000;

/** The same, name by name. `compound` tells that the name was made of several words. */
export function tokenizeNames(text: string): Name[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*/gu)].map(([name]) => {
    let known = names.get(name);
    if (!known) {
      known = toName(name);
      if (names.size >= MAX_NAMES) names.clear();
      names.set(name, known);
    }
    return known;
  });
}

function toName(name: string): Name {
  const parts = splitIdentifier(name);
  const tokens: Token[] = parts.filter(part => !STOP_WORDS.has(part)).map(part => ({ term: stem(part), word: part }));
  if (parts.length > 1 && parts.length <= MAX_COMPOUND_PARTS) {
    const joined = parts.slice(1).map((part, i) => parts[i] + part);
    if (parts.length > 2) joined.push(parts.join(''));
    tokens.push(...joined.map(word => ({ term: word, word })));
  }
  return {
    tokens: tokens.filter(({ term }) => term.length > 1 && term.length <= MAX_TERM_LENGTH),
    compound: parts.length > 1,
  };
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

/**
 * Takes the endings off, so that "restarting", "restarted" and "restarts" meet. Lighter than Porter's: what it can't do
 * ("failure" and "failed") the runbooks' own wording usually covers, and it makes no strange neighbours.
 */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const stemmed = word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x)es$/, '$1')
    .replace(/([^su])s$/, '$1')
    .replace(/(.*[aeiouy].+)(?:ing|ed)$/, '$1')
    .replace(/(.{3,}[st])ions?$/, '$1')
    .replace(/([^aeiouyls])\1$/, '$1');
  return stemmed.length > 3 ? stemmed.replace(/e$/, '') : stemmed;
}
