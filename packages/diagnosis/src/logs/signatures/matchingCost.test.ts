import { matchingCost } from './matchingCost';

/** Linear patterns that people write; the last ones need the reasoning about what follows a repetition. */
const CHEAP = [
  /license expired/,
  /error code \d+/,
  /user (?<user>\S+) (?:not found|denied)/,
  /license (?<id>\w+) expired on (?<day>[\d-]+)/,
  /^.*foo/,
  /foo[^\n]{0,80}bar/,
  /(?:\w{1,20} ){1,20}x/,
  /^(?:[a-z]+\.)+x/,
  /^(?:(?:a|b)|c)*$/,
  /(?<!\s)\s+$/,
  /\b\d+ms\b/,
  /column [\w.]{1,128}(?![\w.])[^.]{0,200}missing/,
  /"[^"]{1,80}" is not (?:known|defined)/,
];

const SUPER_LINEAR = [
  /foo.*bar/,
  /\d+ms/,
  /\s+$/,
  /\S+@\S+/,
  /"(?:[^"\\]|\\.)*"/,
  /^.*foo.*bar/,
  /a(?!b+)c.*d/,
  /(?=.*x)y/,
];

const EXPONENTIAL = [
  /(a+)+$/,
  /^(a+)+$/,
  /(a|aa)+$/,
  /^(a|b|ab)*c/,
  /(x+x+)+y/,
  /(.*a){20}/,
  /(a{1,100}){1,100}b/,
  /(?:\w{1,20} ?){1,20}x/,
  /^(\d+)*$/,
  /^(([a-z])+.)+[A-Z]([a-z])+$/,
  /([a-zA-Z0-9])(([-.]|[_]+)?([a-zA-Z0-9]+))*@/,
];

describe('matchingCost', () => {
  it.each(CHEAP)('%s is linear', pattern => {
    const { superLinear, stepsPerCharacter } = matchingCost(pattern);
    expect({ superLinear, few: stepsPerCharacter < 2_000 }).toEqual({ superLinear: false, few: true });
  });

  it.each(SUPER_LINEAR)('%s grows faster than the line', pattern => {
    expect(matchingCost(pattern).superLinear).toBe(true);
  });

  it.each(EXPONENTIAL)('%s has more ways than anybody can try', pattern => {
    expect(matchingCost(pattern).stepsPerCharacter).toBeGreaterThan(1e15);
  });

  it('names the repetition to change', () => {
    expect(matchingCost(/foo.*bar/).culprit).toBe('.*');
    expect(matchingCost(/x(a+)+$/).culprit).toBe('(a+)+');
  });
});
