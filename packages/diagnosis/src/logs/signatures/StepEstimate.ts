import { AST } from '@eslint-community/regexpp';
import { CharacterSets, Chars } from './CharacterSets';

/** From here on a repetition counts as one over the whole line. */
const LONG_RUN = 1_000;

/** What may come next: characters, `Chars.end` for the end of the line; `accepts` when the match may be complete. */
interface Follow {
  chars: Chars;
  accepts: boolean;
}

/** Elements, outermost first. */
type Before = readonly AST.Element[];

interface Work {
  /** Ways to get through this part on one text. */
  ways: number;
  /** Steps of one try. */
  steps: number;
  /** The costliest repetition within. */
  culprit?: { raw: string; steps: number };
}

/** Counts the steps of a backtracking engine from above; see `matchingCost` for the reasoning. */
export class StepEstimate {
  private readonly multiline: boolean;

  /** @param length - of the line, in characters */
  constructor(
    private readonly root: AST.Pattern,
    private readonly sets: CharacterSets,
    private readonly flags: string,
    private readonly length: number,
  ) {
    this.multiline = flags.includes('m');
  }

  total(): { steps: number; culprit?: string } {
    const { alternatives } = this.root;
    const accept: Follow = { chars: Chars.none, accepts: true };
    const works = alternatives.map(alternative => {
      const starts = this.flags.includes('y') || this.isAnchored(alternative) ? 1 : this.length;
      const work = this.sequence(alternative.elements, accept, starts > 1 ? [] : undefined);
      return { steps: starts * work.steps, culprit: work.culprit };
    });
    const worst = works.reduce((a, b) => (b.steps > a.steps ? b : a));
    return { steps: works.reduce((sum, { steps }) => sum + steps, 0), culprit: worst.culprit?.raw };
  }

  /** @param before - what stands before the part, when the pattern is tried from every character of the line */
  private sequence(elements: readonly AST.Element[], follow: Follow, before?: Before): Work {
    let ways = 1;
    let steps = 0;
    let culprit: Work['culprit'];
    let manifold: Work & { raw: string } = { ways: 1, steps: 0, raw: '' };
    elements.forEach((element, index) => {
      const rest = this.followOf(elements.slice(index + 1), follow, element);
      const work = this.element(element, rest, before && [...before, ...elements.slice(0, index)]);
      const cost = ways * work.steps;
      if (cost > (culprit?.steps ?? 1)) {
        const isCause = work.steps >= manifold.ways;
        culprit = { raw: isCause ? work.culprit?.raw ?? element.raw : manifold.raw, steps: cost };
      }
      steps += cost;
      ways *= work.ways;
      if (work.ways > manifold.ways) manifold = { ...work, raw: element.raw };
    });
    return { ways, steps: Math.max(1, steps), culprit };
  }

  private element(element: AST.Element, follow: Follow, before?: Before): Work {
    switch (element.type) {
      case 'Quantifier':
        return this.quantifier(element, follow, before);
      case 'Group':
      case 'CapturingGroup':
        return this.choice(element.alternatives, follow, before);
      case 'Assertion':
        // What an assertion found is never tried in another way.
        return element.kind === 'lookahead' || element.kind === 'lookbehind'
          ? { ...this.choice(element.alternatives, { chars: Chars.none, accepts: true }), ways: 1 }
          : { ways: 1, steps: 1 };
      case 'Backreference':
        return { ways: 1, steps: 20 };
      default:
        return { ways: 1, steps: 1 };
    }
  }

  private choice(alternatives: readonly AST.Alternative[], follow: Follow, before?: Before): Work {
    const works = alternatives.map(({ elements }) => this.sequence(elements, follow, before));
    const openings = alternatives.map(({ elements }) => this.opening(elements, follow));
    // The ways of all alternatives that the same text may take.
    const ways = openings.map((opening, i) =>
      works.reduce((sum, work, k) => sum + (k === i || !excludes(opening, openings[k]) ? work.ways : 0), 0),
    );
    const worst = works.reduce((a, b) => (b.steps > a.steps ? b : a));
    return {
      ways: Math.max(...ways),
      steps: works.reduce((sum, { steps }) => sum + steps, 0),
      culprit: worst.culprit,
    };
  }

  private quantifier(quantifier: AST.Quantifier, follow: Follow, before?: Before): Work {
    const { element, min, raw } = quantifier;
    const max = Math.min(quantifier.max, this.length);
    if (max === 0) return { ways: 1, steps: 1 };
    const first = this.firstOf([element]);
    // Every round but the last is followed by another one, so only the last may end in several places.
    const last = this.element(element, follow, max === 1 ? before : undefined);
    const inner = max > 1 ? this.element(element, { chars: first.chars, accepts: false }) : last;
    const leaves = last.ways === 1 && (follow.accepts || first.chars.isDisjoint(follow.chars) || max === min);
    const rounds = leaves ? 1 : max - min + 1;
    const ways = inner.ways === 1 || max === 1 ? rounds * last.ways : inner.ways ** max * rounds * last.ways;
    const run = Math.min(max * Math.max(inner.steps, last.steps), this.length * sizeOf(element));
    // Where nothing more is wanted the first try succeeds; and tries from different starts share the text that a long run
    // goes over only if what stands before can begin in it.
    const shared = before === undefined || (!follow.accepts && this.isWithin(before, this.charsOf(element)));
    const steps = quantifier.max > LONG_RUN && !shared ? run / this.length : run;
    const tries = inner.ways > 1 && max > 1 ? Math.max(steps, ways) : steps;
    return { ways, steps: tries, culprit: { raw, steps: tries } };
  }

  private isAnchored({ elements }: AST.Alternative): boolean {
    const [first] = elements;
    if (!first) return false;
    if (first.type === 'Assertion') return first.kind === 'start' && !this.multiline;
    return (
      (first.type === 'Group' || first.type === 'CapturingGroup') && first.alternatives.every(a => this.isAnchored(a))
    );
  }

  /** What the elements may start with, and whether they may be empty. */
  private firstOf(elements: readonly AST.Element[]): { chars: Chars; empty: boolean } {
    let chars = Chars.none;
    for (const element of elements) {
      const own = this.firstOfOne(element);
      chars = chars.union(own.chars);
      if (!own.empty) return { chars, empty: false };
    }
    return { chars, empty: true };
  }

  private firstOfOne(element: AST.Element): { chars: Chars; empty: boolean } {
    switch (element.type) {
      case 'Quantifier': {
        const own = this.firstOfOne(element.element);
        return { chars: own.chars, empty: own.empty || element.min === 0 };
      }
      case 'Group':
      case 'CapturingGroup':
        return this.firstOfAny(element.alternatives);
      case 'Assertion':
        if (element.kind === 'end') return { chars: this.multiline ? this.sets.newlineOrEnd : Chars.end, empty: false };
        if (element.kind === 'lookahead' && !element.negate) return this.firstOfAny(element.alternatives);
        return { chars: Chars.none, empty: true };
      case 'Backreference':
        return { chars: this.sets.all, empty: true };
      default:
        return { chars: this.sets.of(element.raw), empty: false };
    }
  }

  private firstOfAny(alternatives: readonly AST.Alternative[]): { chars: Chars; empty: boolean } {
    const all = alternatives.map(({ elements }) => this.firstOf(elements));
    return {
      chars: all.reduce((sum, { chars }) => sum.union(chars), Chars.none),
      empty: all.some(({ empty }) => empty),
    };
  }

  /** What may come after `element`, which the others follow. */
  private followOf(elements: readonly AST.Element[], follow: Follow, element: AST.Element): Follow {
    const [next] = elements;
    // After a letter a word can only end where no other letter follows.
    if (next?.type === 'Assertion' && next.kind === 'word' && !next.negate && this.endsInWord(element))
      return { chars: this.sets.noWord, accepts: false };
    // After `x{1,9}(?!x)` no other x follows.
    if (next?.type === 'Assertion' && next.kind === 'lookahead' && next.negate) {
      const excluded = next.alternatives.some(alternative => this.isOneOf(alternative.elements, this.charsOf(element)));
      if (excluded) return { chars: Chars.end, accepts: false };
    }
    const { chars, empty } = this.firstOf(elements);
    if (!empty) return { chars, accepts: false };
    // An assertion may still refuse where everything else would have accepted.
    const asserts = elements.some(({ type }) => type === 'Assertion');
    const own = asserts && follow.accepts ? this.sets.all : chars;
    return { chars: own.union(follow.chars), accepts: follow.accepts && !asserts };
  }

  private endsInWord(element: AST.Element): boolean {
    return this.charsOf(element).isDisjoint(this.sets.noWord);
  }

  /** The sets of the first characters, as far as they stand one by one. */
  private opening(elements: readonly AST.Element[], follow: Follow): Chars[] {
    const opening: Chars[] = [];
    for (const element of elements) {
      if (element.type === 'Assertion') continue;
      if (element.type === 'Character' || element.type === 'CharacterSet' || element.type === 'CharacterClass') {
        opening.push(this.sets.of(element.raw));
        continue;
      }
      const { chars, empty } = this.firstOfOne(element);
      if (!empty) opening.push(chars);
      return opening;
    }
    if (!follow.accepts) opening.push(follow.chars);
    return opening;
  }

  /** All characters that may stand in a match of the element. */
  private charsOf(element: AST.Element | AST.QuantifiableElement): Chars {
    switch (element.type) {
      case 'Quantifier':
        return this.charsOf(element.element);
      case 'Group':
      case 'CapturingGroup':
        return element.alternatives
          .flatMap(({ elements }) => elements)
          .reduce((sum, each) => sum.union(this.charsOf(each)), Chars.none);
      case 'Assertion':
        return Chars.none;
      case 'Backreference':
        return this.sets.all;
      default:
        return this.sets.of(element.raw);
    }
  }

  /** Whether the elements can match text of these characters alone. */
  private isWithin(elements: Before, chars: Chars): boolean {
    return elements.every(element => {
      switch (element.type) {
        case 'Quantifier':
          return element.min === 0 || this.isWithin([element.element], chars);
        case 'Group':
        case 'CapturingGroup':
          return element.alternatives.some(alternative => this.isWithin(alternative.elements, chars));
        case 'Assertion':
          return !this.standsAtBeginOf(element, chars);
        case 'Backreference':
          return true;
        default:
          return !this.sets.of(element.raw).isDisjoint(chars);
      }
    });
  }

  /** Whether the assertion holds nowhere within a run of these characters but where it begins (or ends). */
  private standsAtBeginOf(assertion: AST.Assertion, chars: Chars): boolean {
    switch (assertion.kind) {
      case 'start':
      case 'end':
        return !this.multiline || this.sets.newlineOrEnd.isDisjoint(chars);
      case 'word':
        return !assertion.negate && chars.isDisjoint(this.sets.noWord);
      case 'lookbehind':
        return assertion.negate && assertion.alternatives.some(({ elements }) => this.isOneOf(elements, chars));
      default:
        return false;
    }
  }

  /** Whether the elements are one character, which may be any of these. */
  private isOneOf(elements: readonly AST.Element[], chars: Chars): boolean {
    const [only, ...others] = elements;
    return others.length === 0 && only !== undefined && chars.isSubsetOf(this.charsOf(only));
  }
}

/** Whether no text can start in both ways. */
function excludes(one: Chars[], other: Chars[]): boolean {
  return one.some((chars, i) => i < other.length && chars.isDisjoint(other[i]));
}

function sizeOf(element: AST.Element): number {
  switch (element.type) {
    case 'Quantifier':
      return 1 + sizeOf(element.element);
    case 'Group':
    case 'CapturingGroup':
      return element.alternatives.flatMap(({ elements }) => elements).reduce((sum, each) => sum + sizeOf(each), 1);
    default:
      return 1;
  }
}
