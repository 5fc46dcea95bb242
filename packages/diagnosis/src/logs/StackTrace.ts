import { SignatureCatalog, SignatureMatch } from './signatures/SignatureCatalog';
import { Facts } from './signatures/Signature';

/** A line inside a stack, which tells where but not what. */
const FRAME =
  /^\s{0,400}(?:at (?:[\w$.<>/[\]`@*~ ]{1,200}[([]|async |[\w./<$]|null\b)|File "[^"]{1,300}", line \d|from \S{1,300}:\d{1,7}(?::in\b|$)|\.\.\. \d{1,6} (?:more|common frames|lines)|#\d{1,4} {1,3}\S|\d{1,4}: +(?:0x[0-9a-f]{4,16} - )?[\w<]{1,200}::|goroutine \d{1,12} \[|created by |[\w./()*{}$-]{1,250}\((?:0x[0-9a-f]|\.\.\.|\{)|[a-z][\w./()*-]{1,250}\.[\w.()*]{1,100}\(\)$|\t{1,20}\/\S{1,300}:\d{1,7}(?: \+0x|$)|\([\w.-]{1,80} [\w.-]{1,40}\) \S{1,200}:\d{1,7}|--- End of |[\^~\s]{1,400}$|stack backtrace:|Stack trace:|thrown in |note: run with|rax|r\d{1,2} )/;
/** A line that belongs to the trace above it. */
const CONTINUATION =
  /^(?:\s+\S|\s*$|Caused by: |Suppressed: |The above exception was|During handling of the above|Traceback \(most recent|\[signal |exit status \d|LINE \d{1,7}: |DETAIL: |HINT: |\d[^\n]{10,120} (?:DETAIL|HINT|CONTEXT|STATEMENT): {1,2}\S|Node\.js v\d|wrapped by: |[\u2502\u2577\u2575]|Reading the configuration file, at line|>>> '|Bad directive)/;
/** What runtimes print around an error, which is not the error. */
const FRAMING =
  /^(?:Node\.js v\d|npm (?:ERR!|error)|exit status \d|\[signal |goroutine \d|note: run with|error Command failed|ELIFECYCLE)/;
/** What a database adds to its error: it helps to mend it and does not name it. */
const REMARK = /^(?:\d[^\n]{10,120} )?(?:HINT|DETAIL|CONTEXT|STATEMENT|QUERY): /;
const PYTHON_HEADER = /Traceback \(most recent call last\)/;
const EXCEPTION_LINE =
  /^(?:[\w.$]{1,200}\.)?[A-Z]\w{0,100}(?:Error|Exception|Exit|Interrupt|Warning|Fault|Failure|Group|Timeout|Column|Table|Violation|NotFound|Denied|Iteration)?(?::(?:\s|$)|$)|^[\w.$]{1,200}(?:Error|Exception)\b/;
const CAUSE_LINE = /^\s*(?:Caused by: |---> |\[cause\]: |what\(\): |Suppressed: |\d{1,2}: (?![\w<]{1,200}::)|panic: )/;
/** What a Java logger prints below its message. */
export const QUALIFIED_EXCEPTION = /^(?:[a-z_]\w{0,60}\.){1,10}[A-Z]\w{0,100}(?:Exception|Error)\b/;
const PYTHON_DIRECT_CAUSE = /^The above exception was the direct cause/;
const LIBRARY_FRAME =
  /site-packages|dist-packages|node_modules|node:internal|\(internal\/|\/usr\/lib\/|\/usr\/local\/lib\/|\/usr\/local\/go\/|<frozen |rustc\/|\.cargo|java\.base|at java\.|at javax\.|at jdk\.|at sun\.|at org\.springframework|at org\.apache|at io\.netty|at System\.|at Microsoft\.|\/gems\/|\/vendor\//;
const PLACE =
  /File "(?<file>[^"]{1,300})", line (?<line>\d{1,7})|\((?<file2>[^()\s]{1,300}):(?<line2>\d{1,7})(?::\d{1,7})?\)|(?<file3>[\w./@~-]{1,300}\.\w{1,6}):(?<line3>\d{1,7})| in (?<file4>\S{1,300}):line (?<line4>\d{1,7})/;

/** They only say that something was thrown; the cause within decides then. */
const WRAPPERS = new Set([
  'exception-line',
  'uncaught-exception',
  'dotnet-unhandled',
  'spring-startup-failed',
  'php-fatal',
  'go-panic',
  'rust-panic',
]);
const RUST_PLACE = /panicked at \S{1,200}:\d{1,7}:\d{1,7}:$/;

/** Longer traces are cut in the middle of their frames. In lines. */
export const MAX_TRACE_LINES = 300;

/** Whether the line is a frame of a stack. */
export function isFrame(line: string): boolean {
  return FRAME.test(line);
}

/** Lines that belong together, from the one that opened the trace. */
export interface Trace {
  /** Number of the first line, counted from 1. */
  start: number;
  lines: string[];
}

/** Whether `line` continues the trace. */
export function continues(trace: Trace, line: string): boolean {
  if (trace.lines.length >= MAX_TRACE_LINES) return false;
  if (CONTINUATION.test(line) || FRAME.test(line)) return true;
  const last = trace.lines[trace.lines.length - 1];
  // Java loggers print the message on a line of its own, the exception below it.
  if (trace.lines.length === 1 && QUALIFIED_EXCEPTION.test(line)) return true;
  // Python prints the exception after its frames, at the left margin.
  if (PYTHON_HEADER.test(trace.lines[0]) || trace.lines.some(text => PYTHON_HEADER.test(text))) {
    return /^\s/.test(last) && EXCEPTION_LINE.test(line);
  }
  // Rust prints the message below the place, Node prints source and caret above the error.
  if (RUST_PLACE.test(last)) return true;
  return trace.lines.length > 1 && /^\s*\^|^\s*$/.test(last) && /^(?:Uncaught )?\w{0,60}Error\b/.test(line);
}

/** The line that tells what went wrong, and where in the program it did. */
export interface TraceCause {
  /** Index in the trace's lines. */
  index: number;
  match?: SignatureMatch;
  place: Facts;
}

/** Finds the decisive line of a trace: the innermost cause, unless an outer one says more about the same matter. */
export function causeOf(trace: Trace, catalog: SignatureCatalog): TraceCause {
  const { lines } = trace;
  const candidates: { index: number; depth: number }[] = [];
  const python = lines.some(line => PYTHON_HEADER.test(line));
  let pythonDepth = 0;
  lines.forEach((line, index) => {
    if (PYTHON_DIRECT_CAUSE.test(line)) pythonDepth -= 1;
    if (index === 0 && !(python && PYTHON_HEADER.test(line) && lines.length > 1))
      candidates.push({ index, depth: -100 });
    else if (CAUSE_LINE.test(line)) candidates.push({ index, depth: index });
    else if (python && !/^\s/.test(line) && EXCEPTION_LINE.test(line)) candidates.push({ index, depth: pythonDepth });
    else if (!python && /^\S/.test(line) && !FRAME.test(line) && !FRAMING.test(line))
      candidates.push({ index, depth: REMARK.test(line) || isAsideInBox(line) ? -200 : 0 });
  });
  if (candidates.length === 0) candidates.push({ index: lines.length - 1, depth: 0 });

  let best: { index: number; depth: number; score: number; match?: SignatureMatch } | undefined;
  for (const candidate of candidates) {
    const causes = catalog
      .matchAll(lines[candidate.index].trim())
      .filter(({ signature }) => signature.meaning === 'cause');
    const match = causes.find(({ signature }) => !WRAPPERS.has(signature.name)) ?? causes[0];
    const score = match ? worth(match) : 0;
    if (!best || score > best.score + 0.005 || (score >= best.score - 0.03 && candidate.depth >= best.depth)) {
      best = { ...candidate, score: Math.max(score, best?.score ?? 0), match };
    }
  }
  const { index, match } = best!;
  return { index, match, place: placeOf(lines) };
}

function worth({ signature, facts }: SignatureMatch): number {
  if (signature.own) return 2;
  if (WRAPPERS.has(signature.name)) return 0.6;
  return signature.weight + 0.02 * Math.min(3, Object.keys(facts).length);
}

/** Rust prints the place of a panic and the message on two lines; they are one sentence. */
export function joinRustMessage(lines: string[]): string[] {
  return lines.length > 1 && RUST_PLACE.test(lines[0]) ? [`${lines[0]} ${lines[1]}`, ...lines.slice(2)] : lines;
}

/** The first place of the stack which is the program's own code; for Python the last one. */
function ownFrame(lines: string[]): string | undefined {
  const frames = lines.filter(line => FRAME.test(line) && !LIBRARY_FRAME.test(line) && PLACE.test(line));
  return frames.find(line => line.includes('File "')) ? frames[frames.length - 1] : frames[0];
}

/** Terraform draws a box around each error. */
const BOXED = /^\u2502/;

/** Only the title of a box says what is wrong. */
function isAsideInBox(line: string): boolean {
  return BOXED.test(line) && !/^\u2502 (?:Error|Warning): /.test(line);
}

/** `Who: ci@runner`: what a boxed error tells as names and values. */
function factsInBox(lines: string[]): string[] {
  const box = lines.findIndex(line => !BOXED.test(line));
  const inside = (box < 0 ? lines : lines.slice(0, box)).map(line => line.replace(/^\u2502 ?/, '').trimEnd());
  return inside
    .filter(line => /^ {0,8}(?:on )?[A-Z][\w ]{1,20}: {1,12}\S|^ {0,8}on \S{1,200} line \d/.test(line))
    .slice(0, 6);
}

/** Lines of a trace that add to the decisive one. */
const MAX_DETAILS = 3;

/**
 * What stands below the decisive line and belongs to it (what a database adds, the fields that do not validate, what a
 * tool lists), then the place in the program's own code.
 */
export function detailsOf(lines: string[], index: number): string[] {
  const frame = ownFrame(lines);
  if (BOXED.test(lines[index])) return factsInBox(lines.slice(index + 1));
  const details: string[] = [];
  for (const line of lines.slice(index + 1)) {
    if (details.length === MAX_DETAILS || FRAME.test(line) || FRAMING.test(line) || CAUSE_LINE.test(line)) break;
    if (line.trim()) details.push(line.trimEnd());
  }
  const at = frame ? lines.indexOf(frame) : -1;
  if (!frame || details.includes(frame) || at === index) return details;
  // Go names the function on the line above its place.
  const named = /^\t/.test(frame) && FRAME.test(lines[at - 1] ?? '') ? [lines[at - 1]] : [];
  return [...details, ...named, frame];
}

function placeOf(lines: string[]): Facts {
  const frame = ownFrame(lines);
  const groups = frame ? PLACE.exec(frame)?.groups : undefined;
  const file = groups?.file ?? groups?.file2 ?? groups?.file3 ?? groups?.file4;
  const line = groups?.line ?? groups?.line2 ?? groups?.line3 ?? groups?.line4;
  return file && line ? { file, line } : {};
}
