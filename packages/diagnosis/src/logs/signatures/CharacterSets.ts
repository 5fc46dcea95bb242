/** A set of characters, as bits of an alphabet that stands for all of Unicode. */
export class Chars {
  static readonly none = new Chars(0n);
  /** Not a character: the end of the text. */
  static readonly end = new Chars(1n);

  constructor(private readonly bits: bigint) {}

  union(other: Chars): Chars {
    return other.bits === 0n ? this : new Chars(this.bits | other.bits);
  }

  isSubsetOf(other: Chars): boolean {
    return (this.bits & ~other.bits) === 0n;
  }

  isDisjoint(other: Chars): boolean {
    return (this.bits & other.bits) === 0n;
  }
}

/** Letters, digits, white space and signs beyond ASCII that stand for their kind. */
const OTHERS = '\u00a0\u00b5\u00df\u00e9\u00d6\u0416\u0436\u03a9\u4e2d\u2003\u2028\u2603\u0661\ud83d';

/**
 * Tells which characters a single-character part of a pattern matches, by trying it on ASCII, on some characters of each
 * other kind and on those that the pattern itself has.
 */
export class CharacterSets {
  readonly all: Chars;
  readonly newlineOrEnd: Chars;
  /** What may follow where a word ends. */
  readonly noWord: Chars;
  private readonly alphabet: string[];
  private readonly known = new Map<string, Chars>();
  private readonly flags: string;

  constructor(source: string, flags: string) {
    const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
    this.alphabet = [...new Set([...ascii, ...OTHERS.split(''), ...source])];
    this.flags = flags.replace(/[gyd]/g, '');
    this.all = new Chars((1n << BigInt(this.alphabet.length + 1)) - 1n);
    this.noWord = this.of('\\W').union(Chars.end);
    this.newlineOrEnd = this.of('\\n').union(Chars.end);
  }

  /** @param raw - a character, an escape, a class or a dot, as it stands in the pattern */
  of(raw: string): Chars {
    let chars = this.known.get(raw);
    if (!chars) {
      const single = new RegExp(`^(?:${raw})$`, this.flags.replace('m', ''));
      const bits = this.alphabet.reduce((sum, char, i) => (single.test(char) ? sum | (1n << BigInt(i + 1)) : sum), 0n);
      chars = new Chars(bits);
      this.known.set(raw, chars);
    }
    return chars;
  }
}
