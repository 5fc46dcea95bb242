import { CATEGORIES, Category } from '../../categories';
import { SEVERITIES, Severity } from '../../Diagnosis';
import { addressesReader } from '../addressesReader';
import { assertLinear } from './assertLinear';
import { requiredLiterals } from './requiredLiterals';
import { renderSentence, Signature } from './Signature';

/** A signature that people write in configuration. */
export interface SignatureConfig {
  /** Unique, of lower-case letters, digits and dashes: `acme-license-expired`. */
  name: string;
  /** Regular expression of JavaScript, compared without case; its named groups are facts. */
  pattern?: string;
  /** Instead of a pattern: text that the line contains, without case. */
  text?: string;
  caseSensitive?: boolean;
  /** One of Triage's categories; `none` for lines that healthy programs print too. */
  category: Category;
  severity?: Severity;
  /** Sentence with `{group}` in it; a part in `[…]` is left out when its group did not match. */
  cause?: string;
  /** What a person should do; may have `{group}` too. */
  advice?: string;
  /** Lines that must match, at least one. */
  examples: string[];
  /** Lines that must not. */
  counterExamples?: string[];
}

const KEYS = [
  'name',
  'id',
  'pattern',
  'text',
  'caseSensitive',
  'category',
  'severity',
  'cause',
  'advice',
  'examples',
  'counterExamples',
];
/** More of them would slow down every log. */
const MAX_SIGNATURES = 500;
/** In characters. */
const MAX_PATTERN = 2_000;
/** What a team knows of its own programs is surer than anything general. */
const WEIGHT = 0.97;

/**
 * Reads signatures from configuration and proves each one on its own examples.
 *
 * @param value - the list, as parsed from YAML or JSON; `undefined` is an empty one
 * @param path - where it stands in the configuration, to name it in messages
 * @throws Error that names every entry that is wrong, by its path, and what to do
 */
export function parseSignatures(value: unknown, path = 'triage.signatures'): Signature[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new Error(`${path} must be a list of signatures`);
  if (value.length > MAX_SIGNATURES)
    throw new Error(`${path} has ${value.length} entries; at most ${MAX_SIGNATURES} may be there`);
  const problems: string[] = [];
  const firstOfName = new Map<string, number>();
  const signatures = value.flatMap((entry, index) => {
    const report = (key: string, problem: string) => problems.push(`${path}[${index}]${key && `.${key}`}: ${problem}`);
    const signature = parse(entry, report);
    const known = signature && firstOfName.get(signature.name);
    if (known !== undefined)
      report('name', `${signature!.name} is the name of ${path}[${known}] too; give it another one`);
    else if (signature) firstOfName.set(signature.name, index);
    return signature ? [signature] : [];
  });
  if (problems.length > 0)
    throw new Error(`The signatures in the configuration cannot be used.\n${problems.join('\n')}`);
  return signatures;
}

type Report = (key: string, problem: string) => void;

function parse(entry: unknown, report: Report): Signature | undefined {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    report('', 'must be an object with name, pattern (or text), category, cause and examples');
    return undefined;
  }
  const config = entry as Record<string, unknown>;
  for (const key of Object.keys(config)) {
    if (!KEYS.includes(key)) report(key, `is not known; the keys are ${KEYS.join(', ')}`);
  }
  const name = nameOf(config, report);
  const category = oneOf(config, 'category', CATEGORIES, report);
  const severity = config.severity === undefined ? undefined : oneOf(config, 'severity', SEVERITIES, report);
  const pattern = patternOf(config, report);
  const cause =
    category === 'none' ? optionalText(config, 'cause', report) ?? '' : requiredText(config, 'cause', report);
  const advice = optionalText(config, 'advice', report);
  if (pattern) {
    checkExamples(config, pattern, report);
    for (const [key, text] of Object.entries({ cause, advice })) if (text) checkSentence(key, text, pattern, report);
  }
  if (!name || !category || !pattern || cause === undefined) return undefined;
  return {
    name,
    category,
    severity,
    pattern,
    meaning: category === 'none' ? 'harmless' : 'cause',
    weight: WEIGHT,
    own: true,
    sentence: facts => renderSentence(cause, facts),
    ...(advice && { advice: facts => renderSentence(advice, facts) }),
  };
}

function nameOf(config: Record<string, unknown>, report: Report): string | undefined {
  const name = config.name ?? config.id;
  if (typeof name === 'string' && /^[a-z0-9][a-z0-9-]{0,62}$/.test(name)) return name;
  report('name', 'must be of lower-case letters, digits and dashes, such as acme-license-expired (at most 63)');
  return undefined;
}

function oneOf<T extends string>(config: Record<string, unknown>, key: string, values: readonly T[], report: Report) {
  const value = config[key];
  if (values.includes(value as T)) return value as T;
  report(
    key,
    `${value === undefined ? 'is missing' : `${JSON.stringify(value)} is not known`}; write one of ${values.join(
      ', ',
    )}`,
  );
  return undefined;
}

function patternOf(config: Record<string, unknown>, report: Report): RegExp | undefined {
  const key = config.pattern === undefined ? 'text' : 'pattern';
  if ((config.pattern === undefined) === (config.text === undefined)) {
    report('pattern', 'write either pattern (a regular expression) or text (what the line contains), one of them');
    return undefined;
  }
  const value = config[key];
  if (typeof value !== 'string' || value.trim() === '' || value.length > MAX_PATTERN) {
    report(key, `must be text of 1 to ${MAX_PATTERN} characters, in quotes`);
    return undefined;
  }
  if (config.caseSensitive !== undefined && typeof config.caseSensitive !== 'boolean') {
    report('caseSensitive', 'must be true or false');
    return undefined;
  }
  try {
    const source = key === 'text' ? value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&') : value;
    const pattern = new RegExp(source, config.caseSensitive ? '' : 'i');
    if (pattern.test('')) throw new Error('it matches an empty line, so it would match every line');
    if (!requiredLiterals(pattern)) {
      throw new Error(
        'it has no fixed text of at least 3 ASCII characters that every match (each of its alternatives) contains. ' +
          'Add a word that always stands in the line: by such words Triage finds the few lines worth matching',
      );
    }
    assertLinear(pattern);
    return pattern;
  } catch (error) {
    report(key, error instanceof SyntaxError ? `is no regular expression: ${error.message}` : (error as Error).message);
    return undefined;
  }
}

function checkExamples(config: Record<string, unknown>, pattern: RegExp, report: Report): void {
  const examples = linesOf(config, 'examples', report);
  if (examples?.length === 0) {
    report('examples', 'is missing; quote at least one log line that the pattern must match, as the program prints it');
  }
  examples?.forEach((line, index) => {
    if (!pattern.test(line))
      report(`examples[${index}]`, `the pattern does not match ${JSON.stringify(line)}; correct one of the two`);
    else if (addressesReader(line)) {
      report(
        `examples[${index}]`,
        'lines that give orders to their reader are never believed, so this one will not be found',
      );
    }
  });
  linesOf(config, 'counterExamples', report)?.forEach((line, index) => {
    if (pattern.test(line))
      report(`counterExamples[${index}]`, `the pattern matches ${JSON.stringify(line)}, which it must not; narrow it`);
  });
}

function linesOf(config: Record<string, unknown>, key: string, report: Report): string[] | undefined {
  const value = config[key] ?? [];
  if (Array.isArray(value) && value.every(line => typeof line === 'string' && line.trim() !== '')) return value;
  report(key, 'must be a list of lines, each in quotes');
  return undefined;
}

/** A placeholder without a group of that name would never be filled. */
function checkSentence(key: string, sentence: string, pattern: RegExp, report: Report): void {
  const groups = new Set(
    [...pattern.source.matchAll(/\(\?<([A-Za-z_]\w{0,60})>/g)].map(([, name]) => name.replace(/\d$/, '')),
  );
  for (const [, name] of sentence.matchAll(/\{([^{}]{0,60})\}/g)) {
    if (!groups.has(name))
      report(key, `{${name}} is no group of the pattern; write (?<${name}>…) there, or leave it out`);
  }
  if (/[{}]/.test(sentence.replace(/\{[^{}]{0,60}\}/g, '')) || !isBalanced(sentence)) {
    report(key, 'a bracket [ ] or { } is not closed; brackets stand for parts that may be missing, braces for groups');
  }
}

function isBalanced(sentence: string): boolean {
  let depth = 0;
  for (const char of sentence) {
    if (char === '[') depth += 1;
    if (char === ']') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function optionalText(config: Record<string, unknown>, key: string, report: Report): string | undefined {
  return config[key] === undefined ? undefined : requiredText(config, key, report);
}

function requiredText(config: Record<string, unknown>, key: string, report: Report): string | undefined {
  const value = config[key];
  if (typeof value === 'string' && value.trim() !== '' && value.length <= 500) return value.trim();
  report(
    key,
    `${
      value === undefined ? 'is missing' : 'must be text of at most 500 characters'
    }; write a sentence such as "The license of {product} has expired."`,
  );
  return undefined;
}
