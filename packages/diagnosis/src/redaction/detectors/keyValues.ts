import { Hide } from '../Placeholders';
import { classifyName, NameClass } from '../secretNames';
import { isProse, isReference, isSecretValue } from '../secretValues';
import { Detector } from './Detector';

const BRACED = /\{(?=[^{}]{0,255}[\d!;#$%&*+])[^{}"':,\s]{4,256}\}/y;
const LDIF_VALUE = / (?=[A-Za-z0-9+/]{8})[A-Za-z0-9+/]{8,1024}={0,2}\s{0,4}$/y;

/**
 * `name=value` and `name: value` in all their spellings (environment, YAML, JSON, logfmt, properties, query, connection
 * string, code), where the name says that the value is a secret. Reads from each separator back to the name and
 * on to the value, each with a bound, so the cost is linear in the line.
 */
export const keyValues: Detector = {
  markers: [
    ...['pass', 'pwd', 'psw', 'secret', 'token', 'key', 'auth', 'cred', 'cookie', 'sess', 'sid', 'sig', 'salt'],
    ...[
      'otp',
      'pin',
      'mfa',
      'jwt',
      'saml',
      'bearer',
      'mnemonic',
      'seed',
      'licen',
      'nonce',
      'dsn',
      'sas',
      'csrf',
      'xsrf',
      'hmac',
    ],
    ...[
      'kennwort',
      'contrase',
      'motdepasse',
      'senha',
      'wachtwoord',
      'parola',
      'code',
      'pat=',
      'pat:',
      '_pw',
      'psk',
      'heslo',
      'salasana',
      'adgangskode',
      'pw=',
      'pw:',
    ],
  ],
  redact: redactKeyValues,
};

const NAME_LIMIT = 80;
const NAME_CHARACTER = /[\p{L}\p{N}_.\-/$]/u;
const QUOTES = '"\'`';

function redactKeyValues(line: string, hide: Hide): string {
  let output = '';
  let copied = 0;
  const separators = /[=:]/g;
  for (let match = separators.exec(line); match; match = separators.exec(line)) {
    const found = secretAt(line, match.index);
    if (found) {
      const secret = line.slice(found.start, found.end);
      output += line.slice(copied, found.start) + hide(kindOf(found.nameClass), secret);
      copied = found.end;
      separators.lastIndex = Math.max(found.end, match.index + 1);
    }
  }
  return copied === 0 ? line : output + line.slice(copied);
}

/** What a reader is told about the secret. */
export function kindOf(nameClass: NameClass): string {
  return nameClass === 'reference' || nameClass === 'random' ? 'secret' : nameClass;
}

interface Name {
  text: string;
  quoted: boolean;
  /** Only indentation, a dash or `export` stands before it. */
  first: boolean;
  before: string;
}

function secretAt(line: string, separator: number): { start: number; end: number; nameClass: NameClass } | undefined {
  const colon = line[separator] === ':';
  const next = line[separator + 1] ?? '';
  // "std::x" is no pair; "userPassword:: aHVudGVyMg==" of LDIF is one
  const doubled = line[separator - 1] === ':' && matchAt(LDIF_VALUE, line, separator + 1) === 0;
  if (colon && (next === ':' || next === '?' || line.startsWith('//', separator + 1) || doubled)) {
    return undefined;
  }
  const name = nameBefore(line, separator);
  const nameClass = name && classifyName(name.text);
  if (!name || !nameClass) {
    return undefined;
  }
  const spaced = /\s/.test(next) || next === '';
  // "arn:aws:secret:x", "repo/token:1.2": a colon inside of something else
  if (colon && !spaced && !name.quoted && !QUOTES.includes(next) && !/^[\s{[(,;]?$/.test(name.before)) {
    return undefined;
  }
  const value = valueAfter(line, separator + 1, colon && name.first && spaced);
  if (!value) {
    return undefined;
  }
  const text = line.slice(value.start, value.end);
  if (colon && !value.quoted && isProse(text)) {
    return undefined;
  }
  return isSecretValue(nameClass, name.text, text) ? { ...value, nameClass } : undefined;
}

function nameBefore(line: string, separator: number): Name | undefined {
  let end = separator;
  // ":=", "=>" written as "=", "==" and "!=" compare
  if (end > 0 && (line[end - 1] === ':' || line[end - 1] === '=')) {
    end -= 1;
  } else if (end > 0 && /[!<>]/.test(line[end - 1])) {
    return undefined;
  }
  const skip = (pattern: RegExp, limit: number) => {
    const from = end;
    while (end > 0 && from - end < limit && pattern.test(line[end - 1])) {
      end -= 1;
    }
    return from - end;
  };
  skip(/\s/, 8);
  const quoted = skip(/["'`\\\])]/, 8) > 0;
  let start = end;
  while (start > 0 && end - start < NAME_LIMIT && NAME_CHARACTER.test(line[start - 1])) {
    start -= 1;
  }
  if (start === end) {
    return undefined;
  }
  let text = line.slice(start, end);
  if (!quoted && /^(?:provided|given|used|supplied|received|entered)$/i.test(text)) {
    // "Incorrect API key provided: …"
    const words = /(?:[\p{L}\p{N}_-]{1,30}[ ]){1,2}$/u.exec(line.slice(Math.max(0, start - 64), start));
    text = words?.[0].trim() ?? text;
    start -= words?.[0].length ?? 0;
  } else if (!quoted && /^(?:key|keys|token|secret|phrase|code)$/i.test(text)) {
    // "API key: …", "client secret = …", but not "cache miss key=…"
    const word = /([\p{L}\p{N}_-]{1,30})[ ]$/u.exec(line.slice(Math.max(0, start - 31), start));
    const both = word && `${word[1]} ${text}`;
    if (word && both && classifyName(both) !== 'random') {
      text = both;
      start -= word[0].length;
    }
  }
  const lead = line.slice(Math.max(0, start - 24), start);
  return {
    text,
    quoted,
    first: /^\s*(?:[-*>#]\s+)*(?:export\s+|set\s+|ENV\s+|ARG\s+)?["'`]?$/.test(lead) && start < 24,
    before: line[start - 1] ?? '',
  };
}

interface Value {
  start: number;
  end: number;
  quoted: boolean;
}

function valueAfter(line: string, from: number, wholeLine: boolean): Value | undefined {
  let start = from;
  if (line[start] === '>' || line[start] === '=') {
    start += 1;
  }
  const spaces = /\s{0,32}/y;
  spaces.lastIndex = start;
  start += spaces.exec(line)?.[0].length ?? 0;
  // ["Bearer x"], [hunter2], b'…', N'…', !!str "…"
  const opening =
    /(?:!!\w{0,12}\s+)?(?:(?:Some|Just|Optional|Sensitive|Secret\w{0,12}|Password\w{0,12}|Token\w{0,12}|Masked\w{0,12}|String|str)\((?=["']))?(?:\[(?!(?:redacted|filtered|masked|hidden):?))?(?:[bruflne]{1,2}(?=["']))?/iy;
  opening.lastIndex = start;
  start += opening.exec(line)?.[0].length ?? 0;

  const quote = /(\\{0,7})(["'`])/y;
  quote.lastIndex = start;
  const opened = quote.exec(line);
  if (opened) {
    start += opened[0].length;
    const end = closingQuote(line, start, opened[1].length, opened[2]);
    return { start, end, quoted: true };
  }
  if (line[start] === '{' && line[start + 1] !== '{') {
    // ODBC: PWD={a;b}
    const braced = matchAt(BRACED, line, start);
    return braced > 0 ? { start: start + 1, end: start + braced - 1, quoted: true } : undefined;
  }
  if (wholeLine && line[start] !== '<') {
    const rest = line
      .slice(start)
      .replace(/(?<!\s)\s+#.*/, '')
      .replace(/(?<![,\s\\])[,\s\\]+$/, '');
    return { start, end: start + rest.length, quoted: false };
  }
  return { start, end: endOfRun(line, start), quoted: false };
}

/** Where the quote closes that was opened behind as many backslashes; the end of the line when it does not. */
function closingQuote(line: string, from: number, backslashes: number, quote: string): number {
  let index = line.indexOf(quote, from);
  while (index >= 0) {
    let escapes = 0;
    while (index - escapes > from && line[index - escapes - 1] === '\\') {
      escapes += 1;
    }
    const doubled = backslashes === 0 && quote === "'" && line[index + 1] === "'";
    if (escapes <= backslashes && !doubled) {
      return index - escapes;
    }
    index = line.indexOf(quote, index + (doubled ? 2 : 1));
  }
  return line.length;
}

const RUN_LIMIT = 65_536;
const RUN_END = /[\s"'`<]/;
const REFERENCE = /\$\{[^}\n]{0,200}\}|\$\([^)\n]{0,200}\)|\{\{[^}\n]{0,200}\}\}|<[^<>\n]{1,120}>/y;
const NEXT_PAIR = /[&;,]\s?[\w.$%-]{1,60}["']?\s?[=:]/y;
const APP_PASSWORD = /[a-z]{4}(?: [a-z]{4}){3}(?!\w)/y;

function matchAt(pattern: RegExp, line: string, index: number): number {
  pattern.lastIndex = index;
  return pattern.exec(line)?.[0].length ?? 0;
}

/** An unquoted value ends at a space, or where the next pair begins (`;`, `&`, `,`), without what closes around it. */
function endOfRun(line: string, start: number): number {
  const appPassword = matchAt(APP_PASSWORD, line, start);
  if (appPassword > 0) {
    return start + appPassword;
  }
  let end = start + matchAt(REFERENCE, line, start);
  const limit = Math.min(line.length, start + RUN_LIMIT);
  while (end < limit && !RUN_END.test(line[end])) {
    const separates = line[end] === '&' || line[end] === ';' || line[end] === ',';
    if (separates && matchAt(NEXT_PAIR, line, end) > 0) {
      break;
    }
    end += 1;
  }
  let run = line.slice(start, end);
  if (isReference(run)) {
    return end;
  }
  run = run.replace(/(?:\\[nrt]|[,;\\]){1,16}$/, '');
  for (const [open, close] of ['()', '[]', '{}']) {
    for (let count = 0; count < 8 && run.endsWith(close) && !run.includes(open); count += 1) {
      run = run.slice(0, -1).replace(/[,;]{1,4}$/, '');
    }
  }
  return start + run.length;
}
