/** Only so much of a line tells templates apart. In characters. */
const HASHED_CHARACTERS = 1_000;

const LETTER = 1;
const DIGIT = 2;
const HEX = 4;
/** What an ASCII code may be part of, as bits; 0 separates words. Everything above counts as a letter. */
const KINDS = new Uint8Array(128);
for (let code = 0; code < 128; code += 1) {
  const char = String.fromCharCode(code);
  if (/[a-f]/i.test(char)) KINDS[code] = LETTER | HEX;
  else if (/[a-z_]/i.test(char)) KINDS[code] = LETTER;
  else if (/[0-9]/.test(char)) KINDS[code] = DIGIT | HEX;
}
const PRIME = 0x01000193;
/** Stands for every number and id. */
const VARIABLE = 1;
const ZERO = 2;
/** Point, comma, colon. */
const JOINS: ReadonlySet<number> = new Set([46, 44, 58]);

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
  let any = 0;
  let all = 0xff;
  let separator = 0;
  for (let i = 0; i < end; i += 1) {
    const code = line.charCodeAt(i);
    const kind = code < 128 ? KINDS[code] : LETTER;
    if (kind !== 0) {
      length += 1;
      any |= kind;
      all &= kind;
      word = Math.imul(word ^ code, PRIME);
      continue;
    }
    if (length > 0) {
      const masked = (any & DIGIT) !== 0 || ((all & HEX) !== 0 && length >= 4);
      hash = Math.imul(hash ^ (masked ? maskOf(line, i - length, length, all, separator) : word), PRIME);
      word = 0;
      length = 0;
      any = 0;
      all = 0xff;
    }
    separator = code;
    hash = Math.imul(hash ^ (code + 0x100), PRIME);
  }
  if (length === 0) return hash;
  const masked = (any & DIGIT) !== 0 || ((all & HEX) !== 0 && length >= 4);
  return Math.imul(hash ^ (masked ? maskOf(line, end - length, length, all, separator) : word), PRIME);
}

/** Digits beside a point, comma or colon are part of an address, a time or a fraction, no count or status. */
function maskOf(line: string, start: number, length: number, all: number, separator: number): number {
  if ((all & DIGIT) === 0) return VARIABLE;
  const follower = line.charCodeAt(start + length);
  if (JOINS.has(separator) || follower === 46 || follower === 58) return VARIABLE;
  const first = line.charCodeAt(start);
  if (length === 1) return first === 48 ? ZERO : VARIABLE;
  return length === 3 && (first === 52 || first === 53) ? first : VARIABLE;
}

/** A hash table of numbers that are hashes already: every line of a log is looked up here, and a Map takes thrice the time. */
class Generation<T extends object> {
  size = 0;
  private readonly mask: number;
  private readonly keys: Int32Array;
  private readonly values: (T | undefined)[];

  constructor(capacity: number) {
    // at most a quarter full
    const slots = 4 << Math.ceil(Math.log2(Math.max(1, capacity)));
    this.mask = slots - 1;
    this.keys = new Int32Array(slots);
    this.values = new Array(slots).fill(undefined);
  }

  get(key: number): T | undefined {
    return this.values[this.slotOf(key)];
  }

  set(key: number, value: T): void {
    const slot = this.slotOf(key);
    if (this.values[slot] === undefined) this.size += 1;
    this.keys[slot] = key;
    this.values[slot] = value;
  }

  /** Where the key stands or would stand. */
  private slotOf(key: number): number {
    const { keys, values, mask } = this;
    let slot = (key ^ (key >>> 15)) & mask;
    while (values[slot] !== undefined && keys[slot] !== (key | 0)) slot = (slot + 1) & mask;
    return slot;
  }
}

/**
 * Remembers something of templates in bounded memory: two generations of at most `capacity` templates each; when the
 * young one is full it becomes the old one, and what did not occur meanwhile is forgotten.
 */
export class TemplateCounter<T extends object> {
  private young: Generation<T>;
  private old: Generation<T>;

  /** @param capacity - templates of one generation */
  constructor(private readonly capacity: number) {
    this.young = new Generation(capacity);
    this.old = new Generation(0);
  }

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
      this.young = new Generation(this.capacity);
    }
    this.young.set(template, value);
  }

  /** Templates that are remembered at present. */
  get size(): number {
    return this.young.size + this.old.size;
  }
}
