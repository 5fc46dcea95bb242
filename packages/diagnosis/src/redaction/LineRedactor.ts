import { Redactor } from './Redactor';

/** A key block is held back at most this long (characters) while its end has not come. RSA-16384 needs 13,000. */
const HELD_LIMIT = 32_768;

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

  constructor(private readonly redactor: Redactor) {}

  /** Takes whole lines joined by `\n`, returns the lines that are ready. */
  push(block: string): string[] {
    const text = this.held === undefined ? block : `${this.held}\n${block}`;
    const cut = holdFrom(text);
    if (cut === undefined) {
      this.held = undefined;
      return this.redactor.text(text).split('\n');
    }
    this.held = text.slice(cut);
    return cut === 0 ? [] : this.redactor.text(text.slice(0, cut - 1)).split('\n');
  }

  /** What is still held back. */
  end(): string[] {
    const rest = this.held;
    this.held = undefined;
    return rest === undefined ? [] : this.redactor.text(rest).split('\n');
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
  // a long line holds its own secret or none
  return text.length - lastLine <= 400 && CONTINUES.test(text.slice(lastLine)) ? lastLine : undefined;
}
