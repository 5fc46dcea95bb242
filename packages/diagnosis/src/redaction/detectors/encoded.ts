import { Hide } from '../Placeholders';

/** Redacts what was decoded; the same text when it has no secret. */
export type RedactDecoded = (text: string) => string;

const BASE64_RUN = /[A-Za-z0-9+/]{16,}={0,2}/g;
const RUN = /[^\s"'`<>\\]{3,}/g;
/** Bytes of a run that are looked into. */
const RUN_LIMIT = 65_536;
/** Shortest run in a text without other signs of a secret that is worth decoding (characters). */
const STRIDE = 20;

/** Secrets that stand in base64 or are URL-encoded. What is encoded is replaced as a whole when a secret is in it. */
export function redactEncoded(line: string, hide: Hide, redactDecoded: RedactDecoded): string {
  let redacted = line;
  if (redacted.includes('%')) {
    redacted = redacted.replace(RUN, run => {
      const decoded = run.includes('%') ? decodePercent(run) : undefined;
      const result = decoded === undefined ? undefined : redactDecoded(decoded);
      if (result === undefined || result === decoded) {
        return run;
      }
      return result.includes('\n') ? hide('encoded', run) : result;
    });
  }
  return redacted.replace(BASE64_RUN, run => {
    const decoded = decodeBase64(run);
    return decoded !== undefined && redactDecoded(decoded) !== decoded ? hide('encoded', run) : run;
  });
}

/** Starts of the lines in which a base64 run of text stands, found by looking at every twentieth character only. */
export function encodedLines(text: string): number[] {
  const starts: number[] = [];
  for (let index = STRIDE - 1; index < text.length; index += STRIDE) {
    if (isBase64(text.charCodeAt(index))) {
      let start = index;
      while (start > 0 && isBase64(text.charCodeAt(start - 1))) {
        start -= 1;
      }
      let end = index + 1;
      while (end < text.length && isBase64(text.charCodeAt(end))) {
        end += 1;
      }
      if (end - start >= STRIDE && startsPrintable(text, start)) {
        starts.push(text.lastIndexOf('\n', start) + 1);
      }
      index = Math.max(index, end - 1);
    }
  }
  return starts;
}

const BASE64 = new Int8Array(128).fill(-1);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].forEach((character, value) => {
  BASE64[character.charCodeAt(0)] = value;
});

function isBase64(code: number): boolean {
  return code < 128 && BASE64[code] >= 0;
}

/** Whether the first nine bytes of a run are text: by chance one in six thousand. */
function startsPrintable(text: string, start: number): boolean {
  for (let group = start; group < start + 12; group += 4) {
    let bits = 0;
    for (let index = group; index < group + 4; index += 1) {
      bits = bits * 64 + BASE64[text.charCodeAt(index)];
    }
    for (const byte of [bits >> 16, (bits >> 8) & 0xff, bits & 0xff]) {
      if ((byte < 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) || byte > 0x7e) {
        return false;
      }
    }
  }
  return true;
}

function decodeBase64(run: string): string | undefined {
  const whole = run.replace(/(?<!=)=+$/, '').slice(0, RUN_LIMIT);
  if (!startsPrintable(whole, 0)) {
    return undefined;
  }
  try {
    const decoded = atob(whole.slice(0, whole.length - (whole.length % 4 === 1 ? 1 : 0)));
    // control characters mean that it only began like text
    // eslint-disable-next-line no-control-regex
    return /[\x00-\x08\x0e-\x1f]/.test(decoded) ? undefined : decoded;
  } catch {
    return undefined;
  }
}

function decodePercent(run: string): string | undefined {
  try {
    const decoded = decodeURIComponent(run.slice(0, RUN_LIMIT));
    return decoded === run || run.length > RUN_LIMIT ? undefined : decoded;
  } catch {
    return undefined;
  }
}
