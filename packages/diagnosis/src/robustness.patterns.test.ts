import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { CLUSTER_SIGNATURES, TYPED_SIGNATURES } from './classify/signatures';
import { LOG_SIGNATURES } from './logs/signatures';
import { matchingCost, stepsOn } from './logs/signatures/matchingCost';

/** Whose patterns meet text of any length that strangers write: logs, pasted text, values and annotations. */
const HOSTILE = [
  'logs/',
  'redaction/',
  'classify/',
  'cluster/Log',
  'cluster/Redacted',
  'cluster/Lazy',
  'cluster/calls',
];
const MAX_STEPS_PER_CHARACTER = 1_000_000;
/** All others meet names (253 characters), fields and messages, which `eventMessage` cuts. In characters and steps. */
const MESSAGE = 4_096;
const MAX_STEPS_OF_MESSAGE = 500_000_000;

/**
 * Patterns that the estimate, which is a bound from above, takes for dearer than they are.
 * By the beginning of their source, or by the name of the signature.
 */
const EXCEPTIONS: Record<string, string> = {
  '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.': 'names of at most 253 characters, whose parts the dots tell apart',
  '^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?(:': 'names of images, cut before at 400 characters',
  '(?:^|[\\s{,])["\']?([\\w.-]{1,100})["\']?\\s*[:=]': 'lines of at most 400 characters',
  '(?:^|[\\s\\["\'])--?([A-Za-z]': 'lines of at most 400 characters',
  '^(\\s*(?:-\\s+)?["\']?)([^"\'\\s-]': 'what it repeats before and after the value cannot begin within the value',
  '(?:^|\\/)(?:mysql\\w*|': 'the name of a program, one word of a command',
  '(?<!\\d)\\d+$': 'linear: a run of digits is tried from its first one only',
  'exceeded quota: ([^,]+), requested: (.+?)': 'a message, in which its fixed words occur but once',
  '\\b(?:report|tell|inform|answer|': 'starts only where one of its verbs stands, and reads 4,000 characters',
  'setting-missing': 'starts only where one of its phrases stands',
  'k8s-start-failed': 'every way but one ends at a word that the line would have to repeat',
  'env-missing': 'the parts of a name cannot overlap: an underscore stands between',
  'env-missing-bare': 'the parts of a name cannot overlap: an underscore stands between',
  'nginx-no-upstream': 'starts only where 30 fixed characters stand',
  'disk-full': 'ends at the first of its words, within 80 characters after a path',
  'yaml-invalid': 'starts only where a fixed phrase stands',
  'k8s-node-constraints': 'starts only where a fixed phrase stands',
  'k8s-quota': 'starts only where a fixed phrase stands',
  'config-parse-failed': 'starts only where a fixed phrase stands',
  'typed-rbac': 'starts only where a fixed phrase stands',
};

interface Found {
  where: string;
  pattern: RegExp;
  hostile: boolean;
}

/** All regular expressions that stand in the source, as TypeScript reads it. */
function literalsOf(file: string): Found[] {
  const path = relative(__dirname, file);
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Found[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const pattern = new RegExp(node.text.slice(1, end), node.text.slice(end + 1));
      found.push({ where: `${path}:${line}`, pattern, hostile: HOSTILE.some(start => path.startsWith(start)) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return /^(?:__fixtures__|testing)$/.test(entry.name) ? [] : sourceFiles(path);
    return /(?<!\.test)\.ts$/.test(entry.name) ? [path] : [];
  });
}

function isExcepted(source: string, name: string): boolean {
  return Object.keys(EXCEPTIONS).some(start => source.startsWith(start) || name === start);
}

function problemOf({ where, pattern, hostile }: Found): string[] {
  if (isExcepted(pattern.source, where)) return [];
  if (!hostile) {
    const steps = stepsOn(pattern, MESSAGE);
    return steps > MAX_STEPS_OF_MESSAGE ? [`${where}: ${steps.toExponential(0)} steps on a message: ${pattern}`] : [];
  }
  const { superLinear, stepsPerCharacter, culprit } = matchingCost(pattern);
  if (!superLinear && stepsPerCharacter <= MAX_STEPS_PER_CHARACTER) return [];
  return [
    `${where}: ${
      superLinear ? 'not linear' : `${stepsPerCharacter} steps a character`
    } because of ${culprit}: ${pattern}`,
  ];
}

describe('patterns of the engine', () => {
  it('are linear on hostile text, and cheap on messages', () => {
    const literals = sourceFiles(__dirname).flatMap(literalsOf);
    expect(literals.length).toBeGreaterThan(300);
    expect(literals.flatMap(problemOf)).toEqual([]);
  });

  it('of signatures are linear', () => {
    const all = [...LOG_SIGNATURES, ...CLUSTER_SIGNATURES, ...TYPED_SIGNATURES];
    // Signatures see 6,000 characters of a line; what repeats without a bound is judged by that.
    const problems = all.filter(({ name, pattern }) => {
      return !isExcepted(pattern.source, name) && stepsOn(pattern, 6_000) / 6_000 > MAX_STEPS_PER_CHARACTER;
    });
    expect(problems.map(({ name }) => name)).toEqual([]);
  });

  it('stand by what the estimate says: a pattern with an exponential part is found', () => {
    expect(problemOf({ where: 'logs/x.ts:1', pattern: /a(?:b+)+c/, hostile: true })).toHaveLength(1);
    expect(problemOf({ where: 'fixes/x.ts:1', pattern: /a(?:b+)+c/, hostile: false })).toHaveLength(1);
    expect(problemOf({ where: 'logs/x.ts:1', pattern: /foo.*bar/, hostile: true })).toHaveLength(1);
  });
});
