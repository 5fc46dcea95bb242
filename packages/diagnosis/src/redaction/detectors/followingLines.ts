import { Hide } from '../Placeholders';
import { classifyName, NameClass } from '../secretNames';
import { isNameShaped, isReference, isSecretValue } from '../secretValues';
import { kindOf } from './keyValues';

/** The secret of one line on the next ones: what takes its place, and where the text goes on. */
export interface Following {
  redacted: string;
  /** End of the last line replaced. */
  end: number;
}

const NAME_LINE = /^\s*(?:-\s+)?["']?(?:name|key)["']?\s*[:=]\s*["']?([\w.-]{1,100})["']?,?\s*$/i;
const VALUE_LINE = /^(\s*(?:-\s+)?["']?value["']?\s*[:=]\s*["']?)([^"'\s][^"']{0,8191}?)(["']?,?\s*)$/i;
const BLOCK_LINE = /^(\s*)(?:-\s+)?["']?([\w.-]{1,100})["']?\s*:\s*(?:!!?\w+\s+)?[|>][+-]?\d?\s*$/;
const OPEN_LINE = /(?:^|[\s{,])["']?([\w.-]{1,100})["']?\s*[:=]\s*\\?\s*$/;
const FLAG_LINE = /(?:^|[\s\["'])--?([A-Za-z][\w.-]{1,60})["']?\s*(?:,|\\)?\s*$/;
const ELEMENT_LINE = /^(\s*(?:-\s+)?["']?)([^"'\s-][^"'\s]{0,8191})(["']?\s*,?\s*\\?\s*)$/;
const QUOTED_LINE = /^(\s*["'])([^"']{1,8192})(["'],?\s*)$/;
const PUTTY_LINE = /^Private-Lines:\s*(\d{1,3})\s*$/;
/** Prints a secret on the next line: `$ kubectl get secret db -o jsonpath=…`, `vault kv get -field=password …`. */
const PRINTING_COMMAND =
  /^(?:[^\n$#>%]{0,80}[$#>%] )?(?:kubectl|oc|k) (?:[^\n]{0,200} )?(?:secrets?\b[^\n]{0,200}(?:jsonpath|template|base64)|create token\b)|\bvault (?:kv )?(?:get|read)\b[^\n]{0,100}-field|\bget-secret-value\b[^\n]{0,200}(?:SecretString|text)|\bget-login-password\b|\bprint-(?:access|identity)-token\b|\bget-access-token\b[^\n]{0,200}tsv|\bsecrets versions access\b|\bsecret show\b[^\n]{0,200}tsv|\bgh auth token\b|\bop read\b|\bpass show\b|\bsecrets get\b[^\n]{0,100}--plain|\bconfig:get\b|\bopenssl rand\b|\bpwgen\b|[$#>%] (?:printenv|echo) ["']?\$?\{?\w{0,40}(?:PASS|PWD|SECRET|TOKEN|KEY)\w{0,20}\}?["']?$|\bterraform output\b[^\n]{0,60}(?:pass|secret|token|key)|\bcat [\w./~-]{0,120}(?:password|token|secret|passwd)s?(?:\.txt)?$/;
/** `334 UGFzc3dvcmQ6`: a mail server asks for the password, in base64; so does a terminal. */
const PROMPT_LINE = /(?:^|\s)334 UGFzc3dvcmQ6\s*$|^(?:[^\n:]{0,60}\b)?pass(?:word|phrase)(?: for [^\s:]{1,100})?:\s*$/i;
const WORD_LINE = /^((?:[C>]: )?)([^\s"':]{5,4096})(\s*)$/;
const INTRODUCTIONS = [NAME_LINE, BLOCK_LINE, OPEN_LINE, FLAG_LINE, PUTTY_LINE, PROMPT_LINE, PRINTING_COMMAND];
/** A longer line holds its own secret or none. In characters. */
const LINE_LIMIT = 400;

/** Whether the next line may be a secret because of this one. */
export function introducesNext(line: string): boolean {
  return line.length <= LINE_LIMIT && INTRODUCTIONS.some(pattern => pattern.test(line));
}

/** Secrets whose name stands on the line that ends at `lineEnd`, and whose value on what follows it. */
export function redactFollowing(text: string, line: string, lineEnd: number, hide: Hide): Following | undefined {
  if (lineEnd >= text.length || line.length > LINE_LIMIT) {
    return undefined;
  }
  const next = nextLine(text, lineEnd);
  const one = (name: string | undefined, pattern: RegExp) => {
    const nameClass = name === undefined ? undefined : classifyName(name);
    const match = nameClass && pattern.exec(next.text);
    if (!nameClass || !match || !isSecretValue(nameClass, name!, match[2])) {
      return undefined;
    }
    return { redacted: `\n${match[1]}${hide(kindOf(nameClass), match[2])}${match[3]}`, end: next.end };
  };

  const block = BLOCK_LINE.exec(line);
  const blockClass = block ? classifyName(block[2]) : undefined;
  if (block && blockClass) {
    return redactBlock(text, lineEnd, block[1].length, blockClass, hide);
  }
  const answer = PROMPT_LINE.test(line) || PRINTING_COMMAND.test(line) ? WORD_LINE.exec(next.text) : undefined;
  if (answer && !isReference(answer[2]) && (isNameShaped(answer[2]) ? /\d/.test(answer[2]) : true)) {
    return { redacted: `\n${answer[1]}${hide('password', answer[2])}${answer[3]}`, end: next.end };
  }
  const putty = PUTTY_LINE.exec(line);
  if (putty) {
    return redactCount(text, lineEnd, Number(putty[1]), hide);
  }
  return (
    one(NAME_LINE.exec(line)?.[1], VALUE_LINE) ??
    one(FLAG_LINE.exec(line)?.[1], ELEMENT_LINE) ??
    one(OPEN_LINE.exec(line)?.[1], QUOTED_LINE)
  );
}

function nextLine(text: string, lineEnd: number): { text: string; end: number } {
  const newline = text.indexOf('\n', lineEnd + 1);
  const end = newline < 0 ? text.length : newline;
  return { text: text.slice(lineEnd + 1, Math.min(end, lineEnd + 10_000)), end };
}

/** A YAML block: the lines that are indented deeper. */
function redactBlock(
  text: string,
  lineEnd: number,
  indent: number,
  nameClass: NameClass,
  hide: Hide,
): Following | undefined {
  const lines: string[] = [];
  let end = lineEnd;
  let newlines = '';
  while (end < text.length) {
    const next = nextLine(text, end);
    if (next.text.trim() !== '' && next.text.search(/\S/) <= indent) {
      break;
    }
    lines.push(next.text.trim());
    newlines += '\n';
    end = next.end;
  }
  const secret = lines.join('\n').trim();
  return isSecretValue(nameClass === 'reference' ? 'random' : nameClass, '', secret)
    ? { redacted: `\n${' '.repeat(indent + 2)}${hide(kindOf(nameClass), secret)}${newlines.slice(1)}`, end }
    : undefined;
}

function redactCount(text: string, lineEnd: number, count: number, hide: Hide): Following | undefined {
  let end = lineEnd;
  let read = 0;
  while (read < count && end < text.length) {
    end = nextLine(text, end).end;
    read += 1;
  }
  const secret = text.slice(lineEnd + 1, end);
  return read === 0 ? undefined : { redacted: `\n${hide('private-key', secret)}${'\n'.repeat(read - 1)}`, end };
}
