import { LineHints, LogBatch } from '../cluster/LogBatch';
import { addressesReader } from './addressesReader';
import { ClueBook } from './ClueBook';
import { MinedLog, MiningContext } from './LogMiner';
import { logCatalog } from './signatures/logCatalog';
import { SignatureCatalog } from './signatures/SignatureCatalog';
import { RecentLines } from './RecentLines';
import { continues, isFrame, Trace } from './StackTrace';
import { TemplateCounter, templateOf } from './TemplateCounter';

/** The end of a log that is looked at line by line when the process exited. In lines. */
const END_LINES = 400;
/** `MinedLog.tail`. In lines. */
const TAIL_LINES = 20;
/** Templates of one generation; two are held. About 100 bytes each. */
const MAX_TEMPLATES = 20_000;
/** No caller may hand in a longer line. In characters. */
const MAX_LINE = 16_384;

/** A request that was answered well, in an access log; most lines of busy servers are such. */
const SERVED = /"(?: HTTP\/[\d.]{1,3}")? [123]\d\d(?: |$)/;

/** Lines that can be looked back at: the end of the log, and what stands before a trace of up to 300 lines. */
const RECENT_LINES = END_LINES;

/** What is remembered of a template. */
interface KnownTemplate {
  template: number;
  /** It was worth a second look. */
  noted: boolean;
}

/** Fingerprints of dull lines seen last, each at the place that its low bits name: small enough for a processor's cache. */
const DULL_SLOTS = 4_096;

/** Lines without any word of trouble: which template they are of does not matter. */
const DULL: KnownTemplate = { template: 0, noted: false };

class StreamMiner {
  private lines = 0;
  private bytes = 0;
  private readonly recent = new RecentLines(RECENT_LINES);
  private readonly templates = new TemplateCounter<KnownTemplate>(MAX_TEMPLATES);
  private readonly fingerprints = new TemplateCounter<KnownTemplate>(MAX_TEMPLATES);
  private readonly dull = new Int32Array(DULL_SLOTS).fill(1);
  private readonly clues: ClueBook;
  private trace: Trace | undefined;
  private traceTemplate = 0;

  constructor(private readonly catalog: SignatureCatalog) {
    this.clues = new ClueBook(catalog);
    // an empty slot must not look like the fingerprint that belongs there
    this.dull[1] = 0;
  }

  push(batch: LogBatch): void {
    const { hints } = batch;
    this.recent.push(batch);
    this.bytes += hints?.bytes ?? 0;
    for (let index = 0; index < batch.length; index += 1) {
      if (hints && !this.trace && !this.clues.awaits) {
        index = this.passOver(batch, hints, index);
        if (index >= batch.length) return;
      }
      this.lines += 1;
      const line = lineOf(batch, index);
      if (!hints) this.bytes += line.length + 1;
      this.read(line, hints && !this.isMasked(hints, index) ? hints.fingerprints[index] : undefined);
    }
  }

  /**
   * Passes over lines whose fingerprint is known, or that have no word of trouble, without looking at their text.
   *
   * @returns the index of the first line that must be looked at
   */
  private passOver({ length }: LogBatch, hints: LineHints, from: number): number {
    const { fingerprints } = hints;
    const { dull } = this;
    const isMasking = this.catalog.maskedWords !== undefined;
    for (let index = from; index < length; index += 1) {
      // what a fingerprint cannot tell apart counts as unknown
      if (isMasking && this.isMasked(hints, index)) return index;
      const fingerprint = fingerprints[index];
      const slot = fingerprint & (DULL_SLOTS - 1);
      if (dull[slot] === fingerprint) {
        this.lines += 1;
        continue;
      }
      let known = this.fingerprints.get(fingerprint);
      if (known === undefined) {
        if (!this.isDull(hints, index)) return index;
        known = DULL;
        this.fingerprints.set(fingerprint, known);
      }
      this.lines += 1;
      if (known.noted) this.again(known);
      else dull[slot] = fingerprint;
    }
    return length;
  }

  private isMasked(hints: LineHints, index: number): boolean {
    const { maskedWords } = this.catalog;
    return maskedWords !== undefined && hints.mentions(index, maskedWords);
  }

  private isDull(hints: LineHints, index: number): boolean {
    return !isKlogLetter(hints.first(index)) && !hints.mentions(index, this.catalog.prefilter);
  }

  private read(line: string, fingerprint: number | undefined): void {
    if (this.trace) {
      if (continues(this.trace, line)) {
        this.trace.lines.push(line);
        return;
      }
      this.closeTrace();
    }
    if (line.length === 0) return;
    this.clues.follow(line);
    const known = fingerprint === undefined ? undefined : this.fingerprints.get(fingerprint);
    if (known) {
      this.again(known);
      return;
    }
    const template = this.look(line);
    if (fingerprint !== undefined) this.fingerprints.set(fingerprint, template);
  }

  private look(line: string): KnownTemplate {
    const template = this.templateOf(line);
    const known = this.templates.get(template);
    if (known) {
      this.again(known);
      return known;
    }
    const noted = line.length > 0 && this.isNoteworthy(line);
    const entry = { template, noted };
    this.templates.set(template, entry);
    if (noted) {
      this.trace = { start: this.lines, lines: [line] };
      this.traceTemplate = template;
    }
    return entry;
  }

  private templateOf(line: string): number {
    return this.catalog.distinguish(line, templateOf(line));
  }

  private again({ template, noted }: KnownTemplate): void {
    if (noted) this.clues.again(template, this.lines);
  }

  /** `E0412 …` is how klog says that something is wrong; it needs no word for it. */
  private isNoteworthy(line: string): boolean {
    const klog = isKlogLetter(line.charCodeAt(0)) && line.charCodeAt(5) === 32 && /^[EF]\d{4} /.test(line);
    return (klog || this.catalog.mayMatch(line)) && !SERVED.test(line) && !isFrame(line);
  }

  private closeTrace(): void {
    const trace = this.trace!;
    this.trace = undefined;
    this.clues.note(this.traceTemplate, trace, () => this.recent.between(trace.start - 3, trace.start));
  }

  finish(context: MiningContext): MinedLog {
    if (this.trace) this.closeTrace();
    const ending = this.recent.between(Math.max(1, this.lines - END_LINES + 1), this.lines + 1);
    if (context.exited) this.readEnd(ending, context);
    return {
      lines: this.lines,
      bytes: this.bytes,
      clues: this.clues.best(context, this.lines, ending),
      tail: ending.slice(-TAIL_LINES).filter(line => !addressesReader(line)),
    };
  }

  /** The last lines once more: their last occurrence, with their neighbours, is what the process died of. */
  private readEnd(ending: string[], context: MiningContext): void {
    const offset = this.lines - ending.length;
    let trace: Trace | undefined;
    const close = (next: number) => {
      if (!trace) return;
      const index = trace.start - offset - 1;
      const template = this.templateOf(trace.lines[0]);
      this.clues.noteEnd(template, trace, ending.slice(Math.max(0, index - 3), index), ending.slice(next, next + 3));
      trace = undefined;
    };
    ending.forEach((line, i) => {
      if (trace && continues(trace, line)) {
        trace.lines.push(line);
        return;
      }
      close(i);
      if (line.trim() && this.isNoteworthy(line)) trace = { start: offset + i + 1, lines: [line] };
    });
    close(ending.length);
    if (context.exitCode !== 0) this.clues.noteLastWords(ending, offset);
  }
}

/** `E` or `F` */
function isKlogLetter(code: number | undefined): boolean {
  return code === 69 || code === 70;
}

function lineOf(batch: LogBatch, index: number): string {
  const line = batch.at(index)!;
  return line.length > MAX_LINE ? line.slice(0, MAX_LINE) : line;
}

/**
 * Reads a whole log once and picks the lines that may tell why the container fails.
 *
 * Memory does not grow with the log: at most 2 x 20,000 templates, 400 clues in the making, the batches of
 * the last 400 lines. A line whose template is known costs a look-up; patterns run only on templates that are new.
 */
export async function mineLog(
  batches: AsyncIterable<LogBatch>,
  context: MiningContext,
  catalog: SignatureCatalog = logCatalog(),
): Promise<MinedLog> {
  const miner = new StreamMiner(catalog);
  for await (const batch of batches) miner.push(batch);
  return miner.finish(context);
}
