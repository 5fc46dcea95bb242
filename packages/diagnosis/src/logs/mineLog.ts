import { addressesReader } from './addressesReader';
import { ClueBook } from './ClueBook';
import { MinedLog, MiningContext } from './LogMiner';
import { LOG_SIGNATURES } from './signatures';
import { SignatureCatalog } from './signatures/SignatureCatalog';
import { LineRing } from './LineRing';
import { continues, isFrame, Trace } from './StackTrace';
import { TemplateCounter, templateOf } from './TemplateCounter';
import { TROUBLE_WORDS } from './troubleWords';

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

/** The catalog that is used unless a caller brings another. */
export const LOG_CATALOG = new SignatureCatalog(LOG_SIGNATURES, TROUBLE_WORDS);

/** What is remembered of a template. */
interface KnownTemplate {
  /** It was worth a second look. */
  noted: boolean;
}

class StreamMiner {
  private lines = 0;
  private bytes = 0;
  private readonly end = new LineRing(END_LINES);
  private readonly templates = new TemplateCounter<KnownTemplate>(MAX_TEMPLATES);
  private readonly clues: ClueBook;
  private trace: Trace | undefined;
  private traceTemplate = 0;

  constructor(private readonly catalog: SignatureCatalog) {
    this.clues = new ClueBook(catalog);
  }

  push(batch: string[]): void {
    for (const line of batch) this.add(line.length > MAX_LINE ? line.slice(0, MAX_LINE) : line);
  }

  private add(line: string): void {
    this.lines += 1;
    this.bytes += line.length + 1;
    if (this.trace) {
      if (continues(this.trace, line)) {
        this.trace.lines.push(line);
        this.end.push(line);
        return;
      }
      this.closeTrace();
    }
    if (line.length > 0) this.look(line);
    this.end.push(line);
  }

  private look(line: string): void {
    this.clues.follow(line);
    const template = templateOf(line);
    const known = this.templates.get(template);
    if (known) {
      if (known.noted) this.clues.again(template, this.lines);
      return;
    }
    const noteworthy = this.isNoteworthy(line);
    this.templates.set(template, { noted: noteworthy });
    if (!noteworthy) return;
    this.trace = { start: this.lines, lines: [line] };
    this.traceTemplate = template;
  }

  /** `E0412 …` is how klog says that something is wrong; it needs no word for it. */
  private isNoteworthy(line: string): boolean {
    const first = line.charCodeAt(0);
    const klog = (first === 69 || first === 70) && line.charCodeAt(5) === 32 && /^[EF]\d{4} /.test(line);
    return (klog || this.catalog.mayMatch(line)) && !SERVED.test(line) && !isFrame(line);
  }

  private closeTrace(): void {
    const trace = this.trace!;
    this.trace = undefined;
    this.clues.note(this.traceTemplate, trace, this.end.before(trace.lines.length));
  }

  finish(context: MiningContext): MinedLog {
    if (this.trace) this.closeTrace();
    const ending = this.end.toArray();
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
      const template = templateOf(trace.lines[0]);
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

/**
 * Reads a whole log once and picks the lines that may tell why the container fails.
 *
 * Memory does not grow with the log: at most 2 x 20,000 templates, 400 clues in the making, 400 last lines.
 * A line whose template is known costs one hash; patterns run only on templates that are new.
 */
export async function mineLog(
  batches: AsyncIterable<string[]>,
  context: MiningContext,
  catalog: SignatureCatalog = LOG_CATALOG,
): Promise<MinedLog> {
  const miner = new StreamMiner(catalog);
  for await (const batch of batches) miner.push(batch);
  return miner.finish(context);
}
