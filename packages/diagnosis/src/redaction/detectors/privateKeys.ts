import { Hide } from '../Placeholders';

const BEGIN = '-----BEGIN ';
const LABEL = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/y;
/** Characters from begin to end of a key. RSA-16384 needs 13,000, escapes and prefixes of lines come on top. */
const KEY_LIMIT = 32_768;
const BODY_LINE = /^(?:[A-Za-z0-9+/=]{1,90}|(?:Proc-Type|DEK-Info|Version|Comment): .{1,80})?$/;

/**
 * Private keys in PEM (RSA, EC, PKCS#8, OpenSSH, PGP), in one line with escapes, with prefixed lines, or cut off.
 * Certificates and public keys stay. Newlines are kept, so that lines keep their numbers.
 */
export function redactPrivateKeys(text: string, hide: Hide): string {
  let output = '';
  let copied = 0;
  for (let begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, begin + BEGIN.length)) {
    LABEL.lastIndex = begin;
    const label = begin >= copied ? LABEL.exec(text)?.[0] : undefined;
    if (label) {
      const end = endOfKey(text, begin, label);
      const key = text.slice(begin, end);
      // the same key, whatever its escapes and indentation
      const canonical = key.replace(/(?<!\\)\\+[nrt]|[\s"'+,\\]/g, '');
      output += text.slice(copied, begin) + hide('private-key', canonical) + key.replace(/[^\n]+/g, '');
      copied = end;
    }
  }
  return copied === 0 ? text : output + text.slice(copied);
}

function endOfKey(text: string, begin: number, label: string): number {
  const body = begin + label.length;
  const closing = label.replace('BEGIN', 'END');
  const within = text.slice(body, begin + KEY_LIMIT);
  const next = within.indexOf(BEGIN);
  const end = within.indexOf(closing);
  if (end >= 0 && (next < 0 || end < next)) {
    return body + end + closing.length;
  }
  // cut off: what follows as long as it looks like a key
  const quoted = /^(?:\\+[nr]|[A-Za-z0-9+/=.…])*/.exec(within)![0].length;
  let stop = body + quoted;
  while (text[stop] === '\n' || text[stop] === '\r') {
    const lineEnd = text.indexOf('\n', stop + 1);
    const line = text.slice(stop + 1, lineEnd < 0 ? text.length : lineEnd);
    if (!BODY_LINE.test(line.trim().replace(/^["']|(?<!["',])["',]+$/g, '')) || stop - begin > KEY_LIMIT) {
      break;
    }
    stop = lineEnd < 0 ? text.length : lineEnd;
  }
  return stop;
}
