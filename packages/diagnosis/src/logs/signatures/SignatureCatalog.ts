import { KeywordIndex } from '../KeywordIndex';
import { requiredLiterals } from './requiredLiterals';
import { Facts, factsOf, Signature } from './Signature';
import { commonFacts } from './commonFacts';

/** More of a line is never looked at by a pattern. In characters. */
export const MATCHED_CHARACTERS = 6_000;

/** A signature that fits a line, with what the line says. */
export interface SignatureMatch {
  signature: Signature;
  facts: Facts;
  /** Where the match begins in the text. */
  index: number;
}

/** Looks up which of many signatures fit a line; patterns run only where a word of theirs occurs. */
export class SignatureCatalog {
  private readonly index: KeywordIndex;
  /** Signatures without a certain word, tried on every line that is looked at. */
  private readonly always: number[] = [];
  /** Words of which a line has one when {@link mayMatch} says so. */
  readonly prefilter: KeywordIndex;
  private readonly marks: Uint32Array;
  /** Words of configured signatures that a template of lines would not tell apart, such as `E4711`. */
  readonly maskedWords: KeywordIndex | undefined;
  private round = 0;

  /** @param extraWords - lower-case words that make a line worth a look although no signature knows them */
  constructor(private readonly signatures: readonly Signature[], extraWords: readonly string[] = []) {
    const keywords: { literal: string; id: number }[] = [];
    signatures.forEach((signature, id) => {
      const literals = requiredLiterals(signature.pattern);
      if (literals) literals.forEach(literal => keywords.push({ literal, id }));
      else this.always.push(id);
    });
    this.index = new KeywordIndex(keywords);
    const words = extraWords.map(literal => ({ literal, id: 0 }));
    const telling = keywords.filter(({ id }) => signatures[id].meaning !== 'harmless');
    this.prefilter = new KeywordIndex([...telling.map(({ literal }) => ({ literal, id: 0 })), ...words]);
    this.marks = new Uint32Array(signatures.length);
    const masked = keywords.filter(({ literal, id }) => signatures[id].own && /\d|[a-f]{4}/.test(literal));
    this.maskedWords = masked.length > 0 ? new KeywordIndex(masked) : undefined;
  }

  /** The template of a line, made different where only a masked word tells that a configured signature fits it. */
  distinguish(text: string, template: number): number {
    if (!this.maskedWords) return template;
    let distinct = template;
    this.maskedWords.scan(text, MATCHED_CHARACTERS, id => {
      distinct = Math.imul(distinct ^ (id + 1), 0x01000193);
    });
    return distinct;
  }

  /** Whether a signature that tells of trouble or its end could fit, or one of the extra words occurs. Cheap. */
  mayMatch(text: string): boolean {
    return this.prefilter.hasAny(text, MATCHED_CHARACTERS);
  }

  /** All signatures that fit, best first: configured ones, then by weight and facts. */
  matchAll(text: string): SignatureMatch[] {
    const matches: SignatureMatch[] = [];
    const scanned = text.length > MATCHED_CHARACTERS ? text.slice(0, MATCHED_CHARACTERS) : text;
    for (const id of this.candidates(scanned)) {
      const signature = this.signatures[id];
      const match = signature.pattern.exec(scanned);
      if (match) matches.push({ signature, facts: factsOf(match), index: match.index });
    }
    matches.sort(
      (a, b) =>
        Number(b.signature.own ?? false) - Number(a.signature.own ?? false) ||
        b.signature.weight - a.signature.weight ||
        Object.keys(b.facts).length - Object.keys(a.facts).length,
    );
    return matches.map(match => ({ ...match, facts: { ...commonFacts(scanned, match.signature), ...match.facts } }));
  }

  private candidates(text: string): number[] {
    this.round += 1;
    const { marks, round } = this;
    const ids = [...this.always];
    this.index.scan(text, MATCHED_CHARACTERS, id => {
      if (marks[id] === round) return;
      marks[id] = round;
      ids.push(id);
    });
    return ids;
  }
}
