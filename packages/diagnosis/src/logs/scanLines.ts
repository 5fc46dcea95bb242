/** Where the lines of a block of bytes stand, and what tells them apart. */
export interface ScannedLines {
  count: number;
  /** By line: the index of its newline. */
  ends: Int32Array;
  /** By line; see {@link scanLines}. */
  fingerprints: Int32Array;
  /** A line has terminal control or other control characters. */
  controls: boolean;
  /** A line may begin something secret that later lines end: a private key, a Secret's manifest, a block of YAML. */
  spanning: boolean;
}

const SEPARATOR = 0;
const LETTER = 1;
const DIGIT = 2;
const NEWLINE = 3;
const CONTROL = 4;

const CLASSES = new Uint8Array(256);
for (let code = 0; code < 256; code += 1) {
  const char = String.fromCharCode(code);
  if (code === 10) CLASSES[code] = NEWLINE;
  else if (code === 127 || (code < 32 && code !== 9)) CLASSES[code] = CONTROL;
  else if (code >= 128 || /[a-z_]/i.test(char)) CLASSES[code] = LETTER;
  else if (/[0-9]/.test(char)) CLASSES[code] = DIGIT;
  else CLASSES[code] = SEPARATOR;
}

/** Taken once: sandboxes (tests, some bundles) make the look-up of a global slow. */
const { imul } = Math;
const PRIME = 0x01000193;
const BASIS = 0x811c9dc5 | 0;
/** Stands for every word with a digit in it, as in `templateOf`. */
const VARIABLE = 1;
const ZERO = 2;

/** `-----BEGIN RSA PRIVATE KEY-----` */
const KEY_BEGIN = wordOf('BEGIN');
/** `kind: Secret` */
const MANIFEST = wordOf('Secret');
/** `Private-Lines: 14` of a PuTTY key */
const PUTTY = wordOf('Private');

/** Of the first pass over a block; grown when it has more lines. */
let ends = new Int32Array(8_192);
let fingerprints = new Int32Array(8_192);

/**
 * Finds the lines of a block and a fingerprint of each, in one pass that reads every byte once and makes no string.
 * Lines of equal fingerprints are lines of one template (see `templateOf`) and as good as never others; lines of one
 * template may have several fingerprints.
 *
 * @param bytes - UTF-8 or anything else; the last byte is a newline
 */
export function scanLines(bytes: Uint8Array): ScannedLines {
  const size = bytes.length;
  let count = 0;
  let controls = false;
  let spanning = false;
  let hash = BASIS;
  let index = 0;
  let lineStart = 0;
  while (index < size) {
    const start = index;
    let byte = bytes[index];
    let kind = CLASSES[byte];
    let word = 0;
    while (kind === LETTER) {
      word = (imul(word, 31) + byte) | 0;
      index += 1;
      byte = bytes[index];
      kind = CLASSES[byte];
    }
    if (kind === DIGIT) {
      do {
        index += 1;
        byte = bytes[index];
        kind = CLASSES[byte];
      } while (kind === LETTER || kind === DIGIT);
      word = maskOf(bytes[start], index - start);
    } else if (word === KEY_BEGIN || word === MANIFEST || word === PUTTY) {
      spanning ||= beginsSecret(bytes, lineStart, start, word);
    }
    hash = imul(hash ^ word, PRIME);
    if (kind === NEWLINE) {
      if (count === ends.length) grow();
      ends[count] = index;
      fingerprints[count] = hash;
      count += 1;
      const last = bytes[index - 1];
      // most lines end in a letter, a quote or a bracket
      if (last === 124 || last === 62 || last < 58) spanning ||= beginsBlock(bytes, lineStart, index);
      lineStart = index + 1;
      hash = BASIS;
    } else if (kind === CONTROL) {
      if (byte !== 13 || bytes[index + 1] !== 10) controls = true;
      if (byte === 27) index = endOfEscape(bytes, index);
    } else {
      hash = imul(hash ^ (byte + 0x100), PRIME);
    }
    index += 1;
  }
  return { count, ends: ends.slice(0, count), fingerprints: fingerprints.slice(0, count), controls, spanning };
}

function grow(): void {
  const [moreEnds, moreFingerprints] = [new Int32Array(ends.length * 2), new Int32Array(ends.length * 2)];
  moreEnds.set(ends);
  moreFingerprints.set(fingerprints);
  ends = moreEnds;
  fingerprints = moreFingerprints;
}

function wordOf(text: string): number {
  let word = 0;
  for (let i = 0; i < text.length; i += 1) word = (imul(word, 31) + text.charCodeAt(i)) | 0;
  return word;
}

/** Zero and statuses of 4xx and 5xx are kept: they tell success from failure. */
function maskOf(first: number, length: number): number {
  if (length === 1) return first === 48 ? ZERO : VARIABLE;
  return length === 3 && (first === 52 || first === 53) ? first : VARIABLE;
}

/** `ESC [ 31 m` says how the text looks and is no part of it. The index of its last byte. */
function endOfEscape(bytes: Uint8Array, escape: number): number {
  if (bytes[escape + 1] !== 91) return escape;
  let index = escape + 2;
  while (index < escape + 32 && index < bytes.length && bytes[index] >= 32 && bytes[index] < 64) index += 1;
  return bytes[index] >= 64 ? index : escape;
}

const SECRET_KIND = /kind[\\"'\s:]{1,24}$/;

function beginsSecret(bytes: Uint8Array, lineStart: number, start: number, word: number): boolean {
  if (word === KEY_BEGIN) return bytes[start - 1] === 45;
  if (word === PUTTY) return start === lineStart;
  return SECRET_KIND.test(asciiOf(bytes, Math.max(lineStart, start - 28), start));
}

const BLOCK = /:\s*(?:!!?\w+\s+)?[|>][+-]?\d?\s*$/;

/** `password: |`, whatever stands behind it on the line. */
function beginsBlock(bytes: Uint8Array, lineStart: number, end: number): boolean {
  let index = end - 1;
  const floor = Math.max(lineStart, end - 8);
  while (index > floor && bytes[index] !== 124 && bytes[index] !== 62) {
    const byte = bytes[index];
    if (byte > 58 || byte === 58) return false;
    index -= 1;
  }
  if (bytes[index] !== 124 && bytes[index] !== 62) return false;
  return BLOCK.test(asciiOf(bytes, Math.max(lineStart, end - 64), end));
}

function asciiOf(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
