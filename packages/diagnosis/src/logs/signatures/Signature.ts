import { Category } from '../../categories';
import type { Severity } from '../../Diagnosis';

/** Named values taken from a line: `host`, `port`, `path`, `variable`, `user`, `file`, `line`, `status`, … */
export type Facts = Record<string, string>;

/**
 * What a matched line says about the program that printed it.
 * - `cause`: something is wrong;
 * - `symptom`: something is wrong, but the reason stands elsewhere ("exiting with code 1");
 * - `recovery`: what was wrong is over (a retry that succeeded);
 * - `harmless`: healthy programs print it too, whatever words it has.
 */
export type SignatureMeaning = 'cause' | 'symptom' | 'recovery' | 'harmless';

/** How one kind of line is recognized and told to a person. */
export interface Signature {
  /** Unique, kebab-case: `postgres-auth-failed`. */
  name: string;
  /** `none` for recoveries and harmless lines. */
  category: Category;
  meaning: SignatureMeaning;
  /** Every quantifier is bounded, so that matching is linear in the line's length. */
  pattern: RegExp;
  /** 0..1: how surely a line that matches tells the cause when nothing else is known. */
  weight: number;
  /** A plain English sentence with the real names and numbers. */
  sentence(facts: Facts): string;
  /** Of the people who run the portal (`triage.signatures`): it goes before what the engine knows by itself. */
  own?: boolean;
  /** How bad it is, where only the line tells; otherwise it follows from the category and from what still serves. */
  severity?: Severity;
  /** What a person should do about it. */
  advice?(facts: Facts): string;
}

/** A signature as written in a family file or in configuration. */
export interface SignatureDefinition {
  name: string;
  category?: Category;
  meaning?: SignatureMeaning;
  /** Compared without case unless {@link SignatureDefinition.caseSensitive}. */
  pattern: string;
  /** For names that are told from words by their capitals alone. */
  caseSensitive?: boolean;
  weight?: number;
  /**
   * Sentence with `{fact}` in it. A part in brackets is left out when one of its facts is unknown:
   * `PostgreSQL[ at {host}[:{port}]] rejected the password[ of user {user}].`
   */
  says: string;
}

/** Makes a signature of its definition. */
export function defineSignature(definition: SignatureDefinition): Signature {
  const { name, says, category = 'none' } = definition;
  const meaning = definition.meaning ?? (category === 'none' ? 'harmless' : 'cause');
  const pattern = new RegExp(definition.pattern, definition.caseSensitive ? '' : 'i');
  return {
    name,
    category,
    meaning,
    pattern,
    weight: definition.weight ?? (meaning === 'cause' ? 0.8 : 0.3),
    sentence: facts => renderSentence(says, facts),
  };
}

/** Fills a sentence template; see {@link SignatureDefinition.says}. */
export function renderSentence(template: string, facts: Facts): string {
  let position = 0;

  /** Reads up to the closing bracket of the part that starts here. */
  function part(): { text: string; complete: boolean } {
    let text = '';
    let complete = true;
    while (position < template.length) {
      const char = template[position];
      position += 1;
      if (char === '[') {
        const inner = part();
        text += inner.complete ? inner.text : '';
      } else if (char === ']') {
        return { text, complete };
      } else if (char === '{') {
        const end = template.indexOf('}', position);
        const fact = facts[template.slice(position, end)];
        position = end + 1;
        complete = complete && fact !== undefined;
        text += fact ?? '';
      } else {
        text += char;
      }
    }
    return { text, complete };
  }

  return part().text;
}

/** The named groups of a match. `host2` counts as `host`, since a group name may occur once in a pattern. */
export function factsOf(match: RegExpExecArray): Facts {
  const facts: Facts = {};
  for (const [name, value] of Object.entries(match.groups ?? {})) {
    const text = value?.trim();
    if (text) facts[name.replace(/\d$/, '')] ??= text;
  }
  return facts;
}
