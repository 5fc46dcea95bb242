/** Longest line handed on, in characters. What follows is cut. */
export const LINE_LIMIT = 16_384;

/**
 * Kept of a line beyond its limit (characters) until it is redacted: a secret that stands across the limit is then
 * recognised whole instead of losing only its tail.
 */
const OVERHANG = 4_096;

const NEWLINE = 0x0a;
// a line has at most 4 bytes a character
const CARRY_LIMIT = (LINE_LIMIT + OVERHANG) * 4;

/* eslint-disable no-control-regex */
const ESCAPE_SEQUENCE = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]{0,4096}(?:\x07|\x1b\\)|[ -/]*[0-~])/g;
const CONTROL = /[\x00-\x08\x0b-\x1f\x7f\x9b]/;
const CONTROLS = new RegExp(CONTROL.source, 'g');
/* eslint-enable no-control-regex */

/**
 * Cuts a stream of bytes into text of whole lines, without terminal control: escape sequences are dropped, and of what
 * a program wrote over itself with carriage returns only what a terminal would show last is kept.
 *
 * Decoding happens at newlines only, which never stand inside a UTF-8 sequence, so each block takes the decoder's fast
 * path. At most one line, cut, is held between calls.
 */
export class LogLines {
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  private carry: Uint8Array[] = [];
  private carried = 0;

  /** The complete lines of everything pushed so far, joined by `\n`; `undefined` when none is complete. */
  push(chunk: Uint8Array): string | undefined {
    const end = chunk.lastIndexOf(NEWLINE);
    if (end < 0) {
      this.keep(chunk);
      return undefined;
    }
    const block = this.decode(chunk.subarray(0, end));
    this.keep(chunk.subarray(end + 1));
    return block;
  }

  /** The last line, when the log does not end with a newline. */
  end(): string | undefined {
    return this.carried > 0 ? this.decode(new Uint8Array(0)) : undefined;
  }

  private keep(bytes: Uint8Array): void {
    const room = CARRY_LIMIT - this.carried;
    if (bytes.length > 0 && room > 0) {
      // a copy: the buffer may belong to the stream
      const kept = bytes.slice(0, room);
      this.carry.push(kept);
      this.carried += kept.length;
    }
  }

  private decode(bytes: Uint8Array): string {
    let whole = bytes;
    if (this.carried > 0) {
      whole = new Uint8Array(this.carried + bytes.length);
      let offset = 0;
      for (const part of this.carry) {
        whole.set(part, offset);
        offset += part.length;
      }
      whole.set(bytes, offset);
      this.carry = [];
      this.carried = 0;
    }
    const text = this.decoder.decode(whole);
    return CONTROL.test(text) ? text.split('\n').map(withoutControls).join('\n') : text;
  }
}

function withoutControls(line: string): string {
  const shown = line.replace(ESCAPE_SEQUENCE, '').replace(/\r+$/, '');
  return shown.slice(shown.lastIndexOf('\r') + 1).replace(CONTROLS, '');
}

/** Cuts lines that are longer than the limit while they are still to be redacted. */
export function cutBeforeRedaction(lines: string[]): string[] {
  return cutAt(lines, LINE_LIMIT + OVERHANG);
}

/** Cuts lines to the limit. */
export function cutToLimit(lines: string[]): string[] {
  return cutAt(lines, LINE_LIMIT);
}

function cutAt(lines: string[], limit: number): string[] {
  for (let index = 0; index < lines.length; index += 1) {
    if (lines[index].length > limit) {
      lines[index] = lines[index].slice(0, limit);
    }
  }
  return lines;
}
