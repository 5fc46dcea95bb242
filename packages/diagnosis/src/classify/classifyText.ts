import { Category } from '../categories';
import { ClassifiedError, Severity } from '../Diagnosis';
import { addressesReader } from '../logs/addressesReader';
import { parseLogLine } from '../logs/LogLine';
import { Recoveries } from '../logs/Recoveries';
import { LOG_SIGNATURES } from '../logs/signatures';
import { catalogMaker } from '../logs/signatures/catalogMaker';
import { Facts, Signature } from '../logs/signatures/Signature';
import { SignatureCatalog, SignatureMatch } from '../logs/signatures/SignatureCatalog';
import { isFrame } from '../logs/StackTrace';
import { COMPLAINT } from '../logs/troubleWords';
import { DocumentLines, withoutFileNames } from './documentLines';
import { CATEGORY_SEVERITY } from './severities';
import { CLUSTER_SIGNATURES, TYPED_SIGNATURES } from './signatures';
import { textKind } from './textKind';

/** More of a text is not read; what decides a paste stands within. In lines and characters. */
const MAX_LINES = 20_000;
const MAX_LINE = 16_384;
const MAX_TEXT = 4_000_000;
/** Below this a text is no error. 0..1 */
const THRESHOLD = 0.5;
/** Longest quotation. In characters. */
const MAX_MATCHED = 500;
const MAX_RUNNERS_UP = 5;

/** From here on an inner error is known well enough to stand for the ones around it. 0..1 */
const SURE = 0.75;
/** `c.a.g.GithubClient - `: where the level comes first, nothing else tells the logger. */
const LOGGER = / [a-z][\w$]{0,40}(?:\.[\w$]{1,60}){2,10} {1,3}[-:] /;
const CAUSED_BY = /^\s{0,20}Caused by: /;

const LEVEL_FACTOR = { fatal: 1.02, error: 1, warn: 0.9, info: 0.6, debug: 0.4 };
/** What an error of an application is called when a CI job ran it: nothing loops there, and no cluster is at fault. */
const APPLICATION: ReadonlySet<Category> = new Set<Category>([
  'crash-loop-app-error',
  'crash-loop-config',
  'bad-command',
  'exit-code-signal',
  'log-needle',
  'job-failed',
]);
const CI_SIGNATURES = new Set(['ci-exit-code', 'ci-tests-failed', 'compile-error']);

const CLUSTER_NAMES = new Set(CLUSTER_SIGNATURES.map(({ name }) => name));
const TYPED_NAMES = new Set(TYPED_SIGNATURES.map(({ name }) => name));
const catalogWith = catalogMaker([...CLUSTER_SIGNATURES, ...LOG_SIGNATURES, ...TYPED_SIGNATURES]);

/** What a pasted text is about. */
export interface Classification {
  category: Category;
  severity: Severity;
  /** The line that decided; empty when the text is no error. */
  matched: string;
  /** 0..1 */
  confidence: number;
  /** Names and numbers of the deciding line. */
  facts: Facts;
  /** What the line says, in plain English; empty when the text is no error. */
  sentence: string;
  /** Name of the signature that decided. */
  signature?: string;
  /** What a signature of the configuration advises. */
  advice?: string;
  /** Other errors in the text, best first; never of the same category. */
  runnersUp: ClassifiedError[];
}

interface Candidate {
  category: Category;
  score: number;
  line: string;
  lastLine: number;
  match?: SignatureMatch;
  recoveredLine: number;
  text: string;
  level?: string;
  logger?: string;
  traced: boolean;
  retried: boolean;
}

/**
 * Tells the category of pasted text (events, `kubectl` output, log excerpts, CI output, a sentence) by the line that
 * decides. Text that is no error gives `none`. Never throws.
 *
 * @param own - signatures of a configuration; they go before those of the engine
 */
export function classifyText(text: string, own?: readonly Signature[]): Classification {
  const candidates = candidatesOf(text, catalogWith(own));
  const best = candidates[0];
  if (!best)
    return { category: 'none', severity: 'INFO', matched: '', confidence: 0.9, facts: {}, sentence: '', runnersUp: [] };
  const seen = new Set<Category>([best.category]);
  const runnersUp = candidates
    .filter(({ category }) => !seen.has(category) && seen.add(category))
    .slice(0, MAX_RUNNERS_UP);
  const rival = runnersUp[0]?.score ?? 0;
  return {
    ...classified(best),
    advice: best.match?.signature.advice?.(best.match.facts),
    confidence:
      Math.round(Math.max(0.3, Math.min(0.99, best.score - Math.max(0, 0.15 - (best.score - rival)))) * 100) / 100,
    facts: best.match?.facts ?? {},
    sentence: best.match?.signature.sentence(best.match.facts) ?? 'The program reports an error.',
    signature: best.match?.signature.name,
    runnersUp: runnersUp.map(classified),
  };
}

function classified({ category, line, match }: Candidate): ClassifiedError {
  return { category, severity: match?.signature.severity ?? CATEGORY_SEVERITY[category], matched: line };
}

function candidatesOf(text: string, catalog: SignatureCatalog): Candidate[] {
  const recoveries = new Recoveries();
  const found: Candidate[] = [];
  const documents = new DocumentLines();
  let inCi = false;
  const lines = text
    .slice(0, MAX_TEXT)
    // eslint-disable-next-line no-control-regex
    .replace(/\x1b\[[\d;?]{0,20}[A-Za-z]/g, '')
    .split(/\r?\n/)
    .slice(0, MAX_LINES);
  /** Errors of the trace that is being read: what they were caused by decides. */
  let outer: Candidate[] = [];
  const superseded = new Set<Candidate>();
  lines.forEach((raw, index) => {
    const isInner = CAUSED_BY.test(raw);
    if (!isInner && !isFrame(raw)) outer = [];
    if (documents.next(raw.slice(0, MAX_LINE))) return;
    for (const candidate of read(raw.slice(0, MAX_LINE), index, recoveries, catalog)) {
      found.push(candidate);
      recoveries.trouble(candidate);
      if (isInner && candidate.score >= SURE) for (const each of outer) superseded.add(each);
      outer.push(candidate);
      inCi ||= CI_SIGNATURES.has(candidate.match?.signature.name ?? '');
    }
  });
  return found
    .filter(candidate => !recoveries.isRecovered(candidate) && !superseded.has(candidate))
    .map(candidate =>
      inCi && APPLICATION.has(candidate.category) ? { ...candidate, category: 'ci-failure' as const } : candidate,
    )
    .filter(({ score }) => score >= THRESHOLD)
    .sort((a, b) => b.score - a.score || b.lastLine - a.lastLine);
}

/** The errors that one line speaks of; at most one of each category. */
function read(raw: string, index: number, recoveries: Recoveries, catalog: SignatureCatalog): Candidate[] {
  const line = raw.trim();
  if (!line || !catalog.mayMatch(line) || isFrame(raw) || addressesReader(line)) return [];
  if (!catalog.mayMatch(withoutFileNames(line))) return [];
  const parsed = parseLogLine(line);
  const kind = textKind(raw, parsed);
  const spoken = parsed.structured ? parsed.message : line;
  const all = catalog.matchAll(spoken);
  const own = all[0]?.signature.own ? all[0] : undefined;
  if (kind !== 'report' && !own) return [];
  const matches = own ? [own] : spokenBy(parsed.logger !== undefined || LOGGER.test(line), decisiveMatches(all));
  const quiet = matches.find(({ signature }) => signature.meaning === 'recovery' || signature.meaning === 'harmless');
  const causes = matches.filter(({ signature }) => signature.meaning === 'cause');
  const level = eventLevel(line) ?? parsed.level;
  const loud = level === 'error' || level === 'fatal';
  if (quiet?.signature.meaning === 'recovery') {
    recoveries.recovery(index + 1, index + 1, quiet, parsed.logger);
    return [];
  }
  if (quiet && !(causes[0]?.signature.weight >= (loud ? 0.8 : 0.93))) return [];
  const base = {
    line: line.slice(0, MAX_MATCHED),
    lastLine: index + 1,
    recoveredLine: 0,
    text: spoken,
    level,
    logger: parsed.logger,
    traced: false,
    retried: false,
  };
  const factor = level && !own ? LEVEL_FACTOR[level] : 1;
  const candidates = causes.map(match => ({
    ...base,
    match,
    category: match.signature.category,
    score: Math.min(
      1,
      match.signature.weight * (CLUSTER_NAMES.has(match.signature.name) ? Math.max(factor, 1) : factor),
    ),
  }));
  if (candidates.length === 0 && loud && COMPLAINT.test(parsed.message)) {
    candidates.push({
      ...base,
      match: undefined as never,
      category: 'crash-loop-app-error',
      score: level === 'fatal' ? 0.56 : 0.52,
    });
  }
  return candidates;
}

/** What the cluster says of itself covers the errors quoted inside; what people type is only heard where nothing else speaks. */
function decisiveMatches(all: SignatureMatch[]): SignatureMatch[] {
  const ofCi = all.some(({ signature }) => CI_SIGNATURES.has(signature.name));
  const matches = ofCi ? all.filter(({ signature }) => !signature.name.startsWith('k8s-exit')) : all;
  const cluster = matches.filter(({ signature }) => CLUSTER_NAMES.has(signature.name));
  const owning = cluster.some(({ signature }) => signature.weight >= 0.8);
  if (owning) return cluster;
  const machine = matches.filter(({ signature }) => !TYPED_NAMES.has(signature.name));
  return machine.some(({ signature }) => signature.meaning === 'cause' && signature.weight >= 0.6) ? machine : matches;
}

/** A line with a logger is of a running program: what it meets is its own trouble, not that of a CI job. */
function spokenBy(program: boolean, matches: SignatureMatch[]): SignatureMatch[] {
  const ofProgram = matches.filter(
    ({ signature }) => signature.category !== 'ci-failure' || CI_SIGNATURES.has(signature.name),
  );
  return program && ofProgram.length > 0 ? ofProgram : matches;
}

/** `Normal` events report no trouble but a liveness kill; `Warning` is the level of all others. */
function eventLevel(line: string): 'info' | 'error' | undefined {
  if (/^(?:\S{1,20} {1,20})?(?:\S{1,20} {1,20})?Normal {1,20}[A-Z]\w{2,40} /.test(line)) {
    return /failed \w{4,9} probe|back-?off|fail/i.test(line) ? undefined : 'info';
  }
  return undefined;
}
