/** Only so much of a line tells templates apart. In characters. */
const HASHED_CHARACTERS = 1_000;

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
/** Kinds of ASCII codes; everything above counts as a letter. */
const KINDS = new Uint8Array(128);
for (let code = 0; code < 128; code += 1) {
  const char = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(char)) KINDS[code] = LETTER;
  else if (/[0-9]/.test(char)) KINDS[code] = DIGIT;
  else KINDS[code] = OTHER;
}

/**
 * A number that is equal for lines of the same template: words with a digit in them (numbers, ids, hashes, UUIDs,
 * IP addresses, times) and runs of hexadecimal letters count as one and the same word.
 * What tells success from failure is kept: zero is not a number among others, nor are statuses 4xx and 5xx.
 */
export function templateOf(line: string): number {
  const end = Math.min(line.length, HASHED_CHARACTERS);
  let hash = 0x811c9dc5;
  let word = 0;
  let length = 0;
  let digits = 0;
  let hexOnly = true;
  let first = 0;
  let separator = 0;
  for (let i = 0; i <= end; i += 1) {
    const code = i < end ? line.charCodeAt(i) : 0;
    const kind = code < 128 ? KINDS[code] : LETTER;
    if (kind !== OTHER) {
      if (length === 0) {
        first = code;
        word = 0;
        digits = 0;
        hexOnly = true;
      }
      length += 1;
      if (kind === DIGIT) digits += 1;
      else if (!((code >= 97 && code <= 102) || (code >= 65 && code <= 70))) hexOnly = false;
      word = Math.imul(word ^ code, 0x01000193);
      continue;
    }
    if (length > 0) {
      let mixed = word;
      if (digits > 0) {
        mixed = 1;
        if (digits === length) {
          if (length === 1 && first === 48) mixed = 2;
          else if (length === 3 && (first === 52 || first === 53) && separator !== 46 && separator !== 44) mixed = first;
        }
      } else if (hexOnly && length >= 4) mixed = 1;
      hash = Math.imul(hash ^ mixed, 0x01000193);
      length = 0;
    }
    separator = code;
    hash = Math.imul(hash ^ (code + 0x100), 0x01000193);
  }
  return hash;
}

/**
 * Counts templates in bounded memory: two generations of at most `capacity` templates each; when the young one is
 * full it becomes the old one, and what did not occur meanwhile is forgotten.
 */
export class TemplateCounter<T> {
  private young = new Map<number, T>();
  private old = new Map<number, T>();

  /** @param capacity - templates of one generation */
  constructor(private readonly capacity: number) {}

  get(template: number): T | undefined {
    const known = this.young.get(template);
    if (known !== undefined) return known;
    const aged = this.old.get(template);
    if (aged !== undefined) this.set(template, aged);
    return aged;
  }

  set(template: number, value: T): void {
    if (this.young.size >= this.capacity) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(template, value);
  }

  /** Templates that are remembered at present. */
  get size(): number {
    return this.young.size + this.old.size;
  }
}
