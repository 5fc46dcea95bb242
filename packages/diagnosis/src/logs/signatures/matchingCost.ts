import { AST, RegExpParser } from '@eslint-community/regexpp';
import { CharacterSets } from './CharacterSets';
import { StepEstimate } from './StepEstimate';

/** What trying a pattern on a hostile line may cost. */
export interface MatchingCost {
  /** Doubling the line more than doubles the work. */
  superLinear: boolean;
  /** Steps for each character of the line, at most; `Infinity` when it is exponential. */
  stepsPerCharacter: number;
  /** The part of the pattern that costs most, as it is written. */
  culprit?: string;
}

/** Two lengths of a line to compare, in characters. */
const SHORT = 100_000;
const LONG = 200_000;

function parse({ source, flags }: RegExp): AST.Pattern {
  const parsing = { unicode: flags.includes('u'), unicodeSets: flags.includes('v') };
  return new RegExpParser().parsePattern(source, 0, source.length, parsing);
}

/**
 * How much work a backtracking engine has with the pattern at worst, read off the pattern itself: a bound from above, so a
 * pattern called cheap is cheap, and one called dear may be cheap all the same.
 *
 * The reasoning: a repetition can be left in several places only when what follows it may start with a character that it
 * could also take; each such choice multiplies the tries. A pattern that is not anchored starts anew at every character,
 * unless the text that a long repetition runs over cannot match what stands before that repetition.
 *
 * @throws SyntaxError when it is no regular expression
 */
export function matchingCost(pattern: RegExp): MatchingCost {
  const { source, flags } = pattern;
  const root = parse(pattern);
  const sets = new CharacterSets(source, flags);
  const [short, long] = [SHORT, LONG].map(length => new StepEstimate(root, sets, flags, length).total());
  const stepsPerCharacter = short.steps / SHORT;
  return {
    superLinear: !(long.steps <= short.steps * 2.2),
    stepsPerCharacter,
    culprit: long.culprit,
  };
}

/** Steps of a backtracking engine on a text of so many characters, at most; see {@link matchingCost}. */
export function stepsOn(pattern: RegExp, length: number): number {
  return new StepEstimate(
    parse(pattern),
    new CharacterSets(pattern.source, pattern.flags),
    pattern.flags,
    length,
  ).total().steps;
}
