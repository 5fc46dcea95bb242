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

/** Letters and what separates words. */
const TEXT = 0;
const DIGIT = 1;
/** A letter with which a word may begin that begins a secret of many lines: `BEGIN`, `Secret`, `Private-Lines`. */
const INITIAL = 2;
const NEWLINE = 3;
const CONTROL = 4;

const KINDS = new Uint8Array(256);
/** 1: may be part of a word with digits in it, as in `templateOf`. */
const IN_WORD = new Uint8Array(256);
for (let code = 0; code < 256; code += 1) {
  const char = String.fromCharCode(code);
  if (code === 10) KINDS[code] = NEWLINE;
  else if (code === 127 || (code < 32 && code !== 9)) KINDS[code] = CONTROL;
  else if (/[0-9]/.test(char)) KINDS[code] = DIGIT;
  else if (/[BSP]/.test(char)) KINDS[code] = INITIAL;
  IN_WORD[code] = Number(code >= 128 || /\w/.test(char));
}

/** Taken once: sandboxes (tests, some bundles) make the look-up of a global slow. */
const { imul } = Math;
const BASIS = 0x811c9dc5 | 0;
const FACTOR = 0x9e3779b1 | 0;
const SQUARE = imul(FACTOR, FACTOR);
/** FACTOR * UNDO = 1 in 32 bits: takes the last factor out of a fingerprint again. */
const UNDO = inverseOf(FACTOR);
/** Stand for every word with a digit in it; beyond what a byte can be. */
const VARIABLE = 0x101;
const ZERO = 0x102;
/** By length (at most 3, else 0) and first byte of a word with digits: what stands for it. */
const MASKS = new Uint16Array(4 * 256).fill(VARIABLE);
// zero and statuses of 4xx and 5xx are kept: they tell success from failure
MASKS[256 + 48] = ZERO;
MASKS[3 * 256 + 52] = 0x104;
MASKS[3 * 256 + 53] = 0x105;

/** Of the first pass over a block; grown when it has more lines. */
let ends = new Int32Array(8_192);
let fingerprints = new Int32Array(8_192);

/**
 * Finds the lines of a block and a fingerprint of each, in one pass that reads every byte once and makes no string.
 * Lines of equal fingerprints are lines of one template (see `templateOf`) and as good as never others; lines of one
 * template may have several fingerprints.
 *
 * What costs time here are branches that a processor cannot foresee, so letters and separators are one and the same to
 * the innermost loop, and letters that turn out to belong to a number (`worker7`) are taken back.
 *
 * @param bytes - UTF-8 or anything else; the last byte is a newline
 */
export function scanLines(bytes: Uint8Array): ScannedLines {
  const kinds = KINDS;
  const inWord = IN_WORD;
  const size = bytes.length;
  let count = 0;
  let controls = false;
  let spanning = false;
  let hash = BASIS;
  let index = 0;
  let lineStart = 0;
  /** Where the text begins that is hashed without a gap. */
  let floor = 0;
  while (index < size) {
    let byte = bytes[index];
    let kind = kinds[byte];
    // two at once: the multiplications wait for each other
    while (kind === TEXT) {
      const next = bytes[index + 1];
      kind = kinds[next];
      if (kind !== TEXT) {
        hash = (imul(hash, FACTOR) + byte) | 0;
        index += 1;
        byte = next;
        break;
      }
      hash = (imul(hash, SQUARE) + ((imul(byte, FACTOR) + next) | 0)) | 0;
      index += 2;
      byte = bytes[index];
      kind = kinds[byte];
    }
    if (kind === DIGIT) {
      let start = index;
      while (start > floor && inWord[bytes[start - 1]] === 1) {
        start -= 1;
        hash = imul(hash - bytes[start], UNDO);
      }
      do index += 1;
      while (inWord[bytes[index]] === 1);
      const length = index - start;
      // 0 when it is longer than 3, without a branch
      const short = length & ~((3 - length) >> 31);
      hash = (imul(hash, FACTOR) + MASKS[(short << 8) | bytes[start]]) | 0;
    } else if (kind === NEWLINE) {
      if (count === ends.length) grow();
      ends[count] = index;
      fingerprints[count] = hash;
      count += 1;
      const last = bytes[index - 1];
      // most lines end in a letter, a quote or a bracket
      if (last === 124 || last === 62 || last < 58) spanning ||= beginsBlock(bytes, lineStart, index);
      index += 1;
      lineStart = index;
      floor = index;
      hash = BASIS;
    } else if (kind === INITIAL) {
      spanning ||= beginsSecret(bytes, lineStart, index);
      hash = (imul(hash, FACTOR) + byte) | 0;
      index += 1;
    } else {
      if (byte !== 13 || bytes[index + 1] !== 10) controls = true;
      if (byte === 27) index = endOfEscape(bytes, index);
      index += 1;
      floor = index;
    }
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

/** Of an odd number, in 32 bits: each step of Newton's doubles the bits that are right. */
function inverseOf(odd: number): number {
  let inverse = odd;
  for (let i = 0; i < 5; i += 1) inverse = imul(inverse, 2 - imul(odd, inverse));
  return inverse;
}

/** `ESC [ 31 m` says how the text looks and is no part of it. The index of its last byte. */
function endOfEscape(bytes: Uint8Array, escape: number): number {
  if (bytes[escape + 1] !== 91) return escape;
  let index = escape + 2;
  while (index < escape + 32 && index < bytes.length && bytes[index] >= 32 && bytes[index] < 64) index += 1;
  return bytes[index] >= 64 ? index : escape;
}

const SECRET_KIND = /kind[\\"'\s:]{1,24}$/;

/** `-----BEGIN RSA PRIVATE KEY-----`, `kind: Secret`, or `Private-Lines: 14` of a PuTTY key. */
function beginsSecret(bytes: Uint8Array, lineStart: number, start: number): boolean {
  // nearly no word goes on like this
  switch (bytes[start + 1]) {
    case 69: // E
      return bytes[start - 1] === 45 && asciiOf(bytes, start, start + 5) === 'BEGIN';
    case 101: // e
      return (
        asciiOf(bytes, start, start + 6) === 'Secret' &&
        SECRET_KIND.test(asciiOf(bytes, Math.max(lineStart, start - 28), start))
      );
    case 114: // r
      return start === lineStart && asciiOf(bytes, start, start + 7) === 'Private';
    default:
      return false;
  }
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
