import { addressesReader } from './addressesReader';
import { LogLevel, parseLogLine } from './LogLine';
import { LogClue, MiningContext } from './LogMiner';
import { Recoveries, SPEAKS_OF_RETRY } from './Recoveries';
import { Facts } from './signatures/Signature';
import { SignatureCatalog, SignatureMatch } from './signatures/SignatureCatalog';
import { causeOf, detailsOf, isFrame, joinRustMessage, QUALIFIED_EXCEPTION, Trace } from './StackTrace';
import { templateOf } from './TemplateCounter';
import { COMPLAINT } from './troubleWords';
import { weighClue } from './weighClue';

/** Clues in the making; the least likely one gives way. */
const MAX_DRAFTS = 400;
/** `MinedLog.clues`. */
const MAX_CLUES = 10;
/** Neighbours quoted on each side. In lines. */
const NEIGHBOURS = 3;
/** Longest quotation. In characters. */
const MAX_TEXT = 500;
/** Last lines that are clues without any word of trouble. */
const LAST_WORDS = 3;

const INNER_CAUSE = /^\s{0,20}(?:Caused by|Suppressed): /;

/** A clue before it is weighed. */
export interface Draft {
  template: number;
  /** Where its trace begins. */
  start: number;
  line: number;
  lastLine: number;
  text: string;
  details: string[];
  before: string[];
  after: string[];
  level?: LogLevel;
  logger?: string;
  match?: SignatureMatch;
  facts: Facts;
  traced: boolean;
  negative: boolean;
  /** Its first line speaks of an attempt among several. */
  retried: boolean;
  occurrences: number;
  recoveredLine: number;
}

/** Keeps what the miner picked, follows it through the log, and weighs it at the end. */
export class ClueBook {
  private readonly drafts = new Map<number, Draft>();
  private readonly recoveries = new Recoveries();
  private awaiting: Draft[] = [];

  constructor(private readonly catalog: SignatureCatalog) {}

  /** Some clues still want to know what follows. */
  get awaits(): boolean {
    return this.awaiting.length > 0;
  }

  /** Gives the line to clues that still want to know what followed. */
  follow(line: string): void {
    for (const draft of this.awaiting) draft.after.push(clip(line));
    this.awaiting = this.awaiting.filter(draft => draft.after.length < NEIGHBOURS);
  }

  /** A template that was noted before occurred again. */
  again(template: number, line: number): void {
    const draft = this.drafts.get(template);
    if (draft) {
      draft.occurrences += 1;
      draft.lastLine = line;
      this.recoveries.trouble(draft);
    } else {
      this.recoveries.occurredAgain(template, line);
    }
  }

  /** Takes a new template, with the trace that follows it. What stands before is read only when it is quoted. */
  note(template: number, trace: Trace, before: () => string[]): void {
    const draft = this.draft(template, trace, before);
    if (!draft) return;
    this.insert(draft);
    if (draft.after.length < NEIGHBOURS) this.awaiting.push(draft);
  }

  /** Takes a line of the end of the log; the last occurrence replaces the first as the quotation. */
  noteEnd(template: number, trace: Trace, before: string[], after: string[]): void {
    const draft = this.draft(template, trace, () => before, true);
    if (!draft) return;
    draft.after = [...draft.after, ...after.map(clip)].slice(0, NEIGHBOURS);
    const earlier = this.drafts.get(template);
    if (!earlier) this.insert(draft);
    else if (draft.line > earlier.line && (draft.traced || !earlier.traced)) {
      this.drafts.set(template, {
        ...draft,
        occurrences: earlier.occurrences,
        recoveredLine: earlier.recoveredLine,
        lastLine: Math.max(earlier.lastLine, draft.lastLine),
      });
    }
  }

  /** What the process said last may be the reason although it has no word of trouble. */
  noteLastWords(ending: string[], offset: number): void {
    let taken = 0;
    for (let i = ending.length - 1; i >= 0 && taken < LAST_WORDS; i -= 1) {
      const line = ending[i];
      if (!saysSomething(line) || addressesReader(line)) continue;
      const { level, logger, message } = parseLogLine(line);
      if (level === 'debug') continue;
      const best = this.catalog.matchAll(message)[0];
      if (best && best.signature.meaning !== 'cause') continue;
      taken += 1;
      const template = templateOf(line);
      if (this.drafts.has(template) || isInside(this.drafts, offset + i + 1)) continue;
      this.insert({
        template,
        start: offset + i + 1,
        line: offset + i + 1,
        lastLine: offset + i + 1,
        text: clip(line),
        details: [],
        before: ending.slice(Math.max(0, i - NEIGHBOURS), i).map(clip),
        after: ending.slice(i + 1, i + 1 + NEIGHBOURS).map(clip),
        level,
        logger,
        facts: {},
        traced: false,
        retried: false,
        negative: COMPLAINT.test(message),
        occurrences: 1,
        recoveredLine: 0,
      });
    }
  }

  /** The clues by weight. `ending` are the last lines of the log. */
  best(context: MiningContext, lines: number, ending: string[]): LogClue[] {
    const speaking: number[] = [];
    ending.forEach((line, i) => {
      if (this.countsAsDistance(line)) speaking.push(lines - ending.length + i + 1);
    });
    return [...this.drafts.values()]
      .map(draft => this.clue(draft, context, lines, distance(draft, lines, ending.length, speaking)))
      .filter(clue => clue.weight > 0)
      .sort((a, b) => b.weight - a.weight || b.line - a.line)
      .reduce(fold, [])
      .slice(0, MAX_CLUES);
  }

  private clue(draft: Draft, context: MiningContext, lines: number, distanceToEnd: number): LogClue {
    const { match, facts, level, logger, occurrences } = draft;
    const recovered = this.recoveries.isRecovered(draft);
    const cause = match?.signature.meaning === 'cause' ? match.signature : undefined;
    return {
      line: draft.line,
      lastLine: draft.lastLine,
      text: draft.text,
      details: draft.details,
      before: draft.before.filter(text => !addressesReader(text)).slice(-NEIGHBOURS),
      after: draft.after.filter(text => !addressesReader(text)).slice(0, NEIGHBOURS),
      category: cause?.category,
      signature: match?.signature.name,
      facts,
      weight: weighClue({ ...draft, recovered, distanceToEnd, lines }, context),
      occurrences,
      recovered,
      sentence: cause?.sentence(facts),
      ...(cause?.own && { own: { severity: cause.severity, advice: cause.advice?.(facts) } }),
      level,
      logger,
    };
  }

  private draft(template: number, trace: Trace, before: () => string[], again = false): Draft | undefined {
    const [first] = trace.lines;
    const parsed = parseLogLine(first);
    // Only the first of many alike is followed with its trace: the message of the others stands above.
    const header = QUALIFIED_EXCEPTION.test(first) ? before().pop() : undefined;
    if (header && this.catalog.matchAll(header).some(({ signature: { meaning } }) => meaning === 'harmless'))
      return undefined;
    if (addressesReader(parsed.message)) return undefined;
    // Only the first of many alike is followed with its trace; the inner causes of the others come by themselves.
    if (!again && INNER_CAUSE.test(first)) return undefined;
    const spoken = parsed.structured ? parsed.message : first.trim();
    const lines = joinRustMessage([spoken, ...(parsed.stack ?? trace.lines.slice(1))]);
    const matches = this.catalog.matchAll(spoken);
    const loud = parsed.level === 'error' || parsed.level === 'fatal';
    const quiet = quietOf(matches, loud);
    if (quiet && (!loud || quiet.signature.own)) {
      if (quiet.signature.meaning === 'recovery' && !again) {
        this.recoveries.recovery(template, trace.start, quiet, parsed.logger);
      }
      return undefined;
    }
    const joined = !parsed.stack && lines.length < trace.lines.length;
    const cause = causeOf({ start: trace.start, lines }, this.catalog);
    const match = quiet ?? cause.match ?? matches.find(({ signature }) => signature.meaning === 'symptom');
    const decisive = lines[cause.index];
    if (addressesReader(decisive)) return undefined;
    const negative = COMPLAINT.test(decisive);
    const traced = lines.length > 2 && lines.some(line => isFrame(line));
    const silent = parsed.level === 'info' || parsed.level === 'debug';
    if (!match && !traced && (silent || (!parsed.level && !negative))) return undefined;
    const inner = parsed.stack ? 0 : cause.index;
    return {
      template,
      start: trace.start,
      line: trace.start + inner,
      lastLine: trace.start + trace.lines.length - 1,
      details: detailsOf(lines, cause.index).map(clip),
      text: quotation((parsed.stack || cause.index === 0) && !joined ? first : decisive, decisive),
      before: [...before(), ...trace.lines.slice(0, inner)].slice(-NEIGHBOURS).map(clip),
      after: trace.lines.slice(inner + 1, inner + 1 + NEIGHBOURS).map(clip),
      level: parsed.level,
      logger: parsed.logger,
      match,
      facts: { ...cause.place, ...(match?.facts ?? {}) },
      traced,
      retried: SPEAKS_OF_RETRY.test(first) || (header !== undefined && SPEAKS_OF_RETRY.test(header)),
      negative,
      occurrences: 1,
      recoveredLine: 0,
    };
  }

  private insert(draft: Draft): void {
    this.drafts.set(draft.template, draft);
    this.recoveries.trouble(draft);
    if (this.drafts.size <= MAX_DRAFTS) return;
    let weakest: Draft | undefined;
    for (const other of this.drafts.values()) {
      if (other !== draft && (!weakest || promise(other) < promise(weakest))) weakest = other;
    }
    if (weakest) this.drafts.delete(weakest.template);
  }

  private countsAsDistance(line: string): boolean {
    if (!saysSomething(line) || addressesReader(line)) return false;
    const meaning = this.catalog.matchAll(line)[0]?.signature.meaning;
    return meaning === undefined || meaning === 'cause';
  }
}

/** Whatever went wrong with it, no work fails because of it. */
const NEVER_A_CAUSE = new Set<string | undefined>([
  'planned-restart',
  'telemetry-not-exported',
  'client-handshake',
  'cache-not-synced',
  'write-conflict',
]);

/** A signature that makes the line harmless, unless the line is loud and another one knows a serious cause in it. */
function quietOf(matches: SignatureMatch[], loud: boolean): SignatureMatch | undefined {
  // What people configured decides; it comes first.
  if (matches[0]?.signature.own) return matches[0].signature.meaning === 'harmless' ? matches[0] : undefined;
  const quiet = matches.find(({ signature }) => signature.meaning === 'recovery' || signature.meaning === 'harmless');
  const serious = matches.some(({ signature }) => signature.meaning === 'cause' && signature.weight >= 0.8);
  return loud && serious && !NEVER_A_CAUSE.has(quiet?.signature.name) ? undefined : quiet;
}

/** What a draft is likely to weigh, for choosing which one gives way. */
function promise({ match, level, traced, occurrences }: Draft): number {
  const loud = { fatal: 0.7, error: 0.5, warn: 0.2, info: 0.2, debug: 0.2 }[level ?? 'info'];
  return Math.max(match?.signature.weight ?? 0, loud, traced ? 0.65 : 0) - Math.min(0.3, Math.log10(occurrences) / 10);
}

function distance(draft: Draft, lines: number, ending: number, speaking: number[]): number {
  if (draft.lastLine <= lines - ending) return lines - draft.lastLine;
  return speaking.filter(line => line > draft.lastLine).length;
}

function isInside(drafts: Map<number, Draft>, line: number): boolean {
  return [...drafts.values()].some(draft => draft.traced && line >= draft.start && line <= draft.lastLine);
}

function saysSomething(line: string): boolean {
  return /[\p{L}]{2}/u.test(line) && !isFrame(line);
}

/** Lines of several templates that say the same (one logger warns, another one repeats it) count as one clue. */
function fold(clues: LogClue[], clue: LogClue): LogClue[] {
  const same = clues.find(
    other =>
      clue.category !== undefined &&
      other.signature === clue.signature &&
      Object.entries(clue.facts).every(([name, value]) => other.facts[name] === value),
  );
  if (same) {
    same.occurrences += clue.occurrences;
    same.lastLine = Math.max(same.lastLine, clue.lastLine);
  } else clues.push(clue);
  return clues;
}

/** The line as it stands when it is short; else the part that decides. */
function quotation(line: string, decisive: string): string {
  const whole = line.trim();
  if (whole.length <= MAX_TEXT) return whole;
  return clip(decisive.trim() || whole);
}

function clip(line: string): string {
  return line.length <= MAX_TEXT ? line : `${line.slice(0, MAX_TEXT - 1)}…`;
}
