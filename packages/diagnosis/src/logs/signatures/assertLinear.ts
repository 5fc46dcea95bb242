import { matchingCost } from './matchingCost';

/** Steps for each character of a line beyond which a pattern is refused; see {@link matchingCost}. */
export const MAX_STEPS_PER_CHARACTER = 100_000;

/**
 * Refuses a pattern that a hostile line could make slow.
 *
 * @throws Error with a sentence that names the part to change, and how
 */
export function assertLinear(pattern: RegExp): void {
  const { superLinear, stepsPerCharacter, culprit } = matchingCost(pattern);
  if (!superLinear && stepsPerCharacter <= MAX_STEPS_PER_CHARACTER) return;
  const growth = superLinear ? 'faster than the line grows' : 'into an enormous number of tries';
  const part = culprit ? `the time for \`${culprit}\` can grow` : 'the time can grow';
  throw new Error(
    `it could be made slow by a hostile log line: ${part} ${growth}. Give repetitions an upper bound (\`.{0,80}\` for \`.*\`, ` +
      '`\\d{1,9}` for `\\d+`), put no repetition into another one, and let what follows a repetition begin with a ' +
      'character that it does not take itself (`[^"]{1,80}"` for `.+"`)',
  );
}
