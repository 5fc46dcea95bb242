/** Puts a placeholder in the place of a secret; `kind` is what a reader sees of it: `jwt`, `password`, `aws-key`. */
export type Hide = (kind: string, secret: string) => string;

const SHOWN = /\[redacted:[a-z0-9-]{1,40}#\d{1,9}\]/g;

// While detectors work, a placeholder is a number in private characters: no pattern takes a part of one for something
// else, and a text that was redacted before looks to them as it did the first time.
const BEGIN = '\ue000';
const END = '\ue001';
const ZERO = 0xe010;
const MARK = /\ue000([\ue010-\ue019]{1,9})\ue001/g;
const OUR_CHARACTERS = /[\ue000\ue001\ue010-\ue019]/g;

function mark(index: number): string {
  return BEGIN + [...String(index)].map(digit => String.fromCharCode(ZERO + Number(digit))).join('') + END;
}

/** Whether a text is placeholders and nothing else of weight: a secret beside one, as an imitation, is still a secret. */
export function isPlaceholder(text: string): boolean {
  return text.includes(BEGIN) && !/[\p{L}\p{N}]/u.test(text.replace(MARK, ''));
}

/** Names secrets: the same secret always by the same name, so that equality stays visible. */
export class Placeholders {
  private readonly shown: string[] = [];
  private readonly byShown = new Map<string, string>();
  private readonly bySecret = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  readonly hide: Hide = (kind, secret) => {
    if (isPlaceholder(secret)) {
      return secret;
    }
    let placeholder = this.bySecret.get(secret);
    if (!placeholder) {
      const count = (this.counts.get(kind) ?? 0) + 1;
      this.counts.set(kind, count);
      placeholder = this.register(`[redacted:${kind}#${count}]`);
      this.bySecret.set(secret, placeholder);
    }
    return placeholder;
  };

  /** Takes the placeholders in a text out of the detectors' reach. */
  protect(text: string): string {
    const own = text.includes(BEGIN) ? text.replace(OUR_CHARACTERS, '\ufffd') : text;
    return own.includes('[redacted:') ? own.replace(SHOWN, shown => this.register(shown)) : own;
  }

  /** Makes them readable again. */
  reveal(text: string): string {
    return text.includes(BEGIN)
      ? text.replace(MARK, (whole, digits: string) => {
          const index = [...digits].reduce((sum, digit) => sum * 10 + digit.charCodeAt(0) - ZERO, 0);
          return this.shown[index] ?? whole;
        })
      : text;
  }

  private register(shown: string): string {
    let placeholder = this.byShown.get(shown);
    if (!placeholder) {
      placeholder = mark(this.shown.push(shown) - 1);
      this.byShown.set(shown, placeholder);
    }
    return placeholder;
  }
}
