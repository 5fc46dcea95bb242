import { Redactor } from './Redactor';

/** A key block is held back at most this long (characters) while its end has not come. RSA-16384 needs 13,000. */
const HELD_LIMIT = 32_768;

/** A line that introduces a secret on the next one is shorter (characters). */
const LONG_LINE = 400;

const KEY_BEGIN = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY/g;
const KEY_END = '-----END ';

/** A line whose secret stands on the next one: `- name: DB_PASSWORD`, `password: |`, `"token":`, `--password \`. */
const CONTINUES = /(?:pass|pwd|secret|token|key|cred|auth)[^\n]{0,120}(?:[:=,|>"'\\+-]|\w)\s*$/i;

/**
 * Redacts a text that arrives in pieces. Secrets that span lines are recognised across pieces too: the piece's end is
 * held back while a private key is open in it or its last line introduces a secret. The number of lines stays the same.
 */
export class LineRedactor {
  private held: string | undefined;
  /** The line in front of what comes next, not redacted: it may introduce a secret. */
  private before: string | undefined;

  constructor(private readonly redactor: Redactor) {}

  /** Lines wait for what comes next. */
  get isHolding(): boolean {
    return this.held !== undefined;
  }

  /** Takes whole lines joined by `\n`, returns the lines that are ready. */
  push(block: string): string[] {
    const text = this.held === undefined ? block : `${this.held}\n${block}`;
    const cut = holdFrom(text);
    this.held = cut === undefined ? undefined : text.slice(cut);
    return cut === 0 ? [] : this.redact(cut === undefined ? text : text.slice(0, cut - 1));
  }

  /** What is still held back. */
  end(): string[] {
    const rest = this.held;
    this.held = undefined;
    return rest === undefined ? [] : this.redact(rest);
  }

  private redact(text: string): string[] {
    const { before } = this;
    const lastLine = text.lastIndexOf('\n') + 1;
    // a long line holds its own secret or none
    this.before = text.length - lastLine <= LONG_LINE ? text.slice(lastLine) : undefined;
    if (before === undefined) {
      return this.redactor.text(text).split('\n');
    }
    return this.redactor.text(`${before}\n${text}`).split('\n').slice(1);
  }
}

/** Where the part begins that needs what comes next; always the start of a line. */
function holdFrom(text: string): number | undefined {
  if (text.includes('-----BEGIN ')) {
    let open: number | undefined;
    for (const match of text.matchAll(KEY_BEGIN)) {
      open = text.indexOf(KEY_END, match.index) < 0 ? match.index : open;
      if (open !== undefined) {
        break;
      }
    }
    if (open !== undefined && text.length - open <= HELD_LIMIT) {
      return text.lastIndexOf('\n', open) + 1;
    }
  }
  const lastLine = text.lastIndexOf('\n') + 1;
  const last = text.slice(lastLine);
  // the end of a key must not be parted from its beginning
  return last.length <= LONG_LINE && CONTINUES.test(last) && !last.includes(KEY_END) ? lastLine : undefined;
}
