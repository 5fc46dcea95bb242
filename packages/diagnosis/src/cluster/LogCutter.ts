/** Longest line handed on, in characters. What follows is cut. */
export const LINE_LIMIT = 16_384;

/**
 * Kept of a line beyond its limit (characters) until it is redacted: a secret that stands across the limit is then
 * recognised whole instead of losing only its tail.
 */
const OVERHANG = 4_096;

/** Bytes of a line that are decoded: a character has at most 4. */
export const LINE_BYTES = (LINE_LIMIT + OVERHANG) * 4;

const NEWLINE = 0x0a;

/* eslint-disable no-control-regex */
const ESCAPE_SEQUENCE = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]{0,4096}(?:\x07|\x1b\\)|[ -/]*[0-~])/g;
const CONTROL = /[\x00-\x08\x0b-\x1f\x7f\x9b]/;
const CONTROLS = new RegExp(CONTROL.source, 'g');
/* eslint-enable no-control-regex */

/** Cuts a stream of bytes at line ends. At most one line, cut, is held between calls. */
export class LogCutter {
  private carry: Uint8Array[] = [];
  private carried = 0;

  /** Blocks of whole lines, each with its last newline. The chunk must not be written to afterwards. */
  push(chunk: Uint8Array): Uint8Array[] {
    const end = chunk.lastIndexOf(NEWLINE);
    if (end < 0) {
      this.keep(chunk);
      return [];
    }
    const blocks: Uint8Array[] = [];
    let start = 0;
    if (this.carried > 0) {
      start = chunk.indexOf(NEWLINE) + 1;
      blocks.push(this.take(chunk.subarray(0, start)));
    }
    if (start <= end) {
      blocks.push(chunk.subarray(start, end + 1));
    }
    this.keep(chunk.subarray(end + 1));
    return blocks;
  }

  /** The last line, when the log does not end with a newline. */
  end(): Uint8Array[] {
    return this.carried > 0 ? [this.take(new Uint8Array([NEWLINE]))] : [];
  }

  private keep(bytes: Uint8Array): void {
    const room = LINE_BYTES - this.carried;
    if (bytes.length > 0 && room > 0) {
      const kept = bytes.slice(0, room);
      this.carry.push(kept);
      this.carried += kept.length;
    }
  }

  private take(rest: Uint8Array): Uint8Array {
    const whole = new Uint8Array(this.carried + rest.length);
    let offset = 0;
    for (const part of this.carry) {
      whole.set(part, offset);
      offset += part.length;
    }
    whole.set(rest, offset);
    this.carry = [];
    this.carried = 0;
    return whole;
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The text of whole lines without terminal control: escape sequences are dropped, and of what a program wrote over
 * itself with carriage returns only what a terminal would show last is kept. Lines are cut a bit beyond their limit.
 */
export function decodeLines(bytes: Uint8Array): string {
  const text = decoder.decode(bytes);
  const shown = CONTROL.test(text) ? text.split('\n').map(withoutControls).join('\n') : text;
  return shown.length > LINE_LIMIT ? cutAt(shown.split('\n'), LINE_LIMIT + OVERHANG).join('\n') : shown;
}

function withoutControls(line: string): string {
  const shown = line.replace(ESCAPE_SEQUENCE, '').replace(/(?<!\r)\r+$/, '');
  return shown.slice(shown.lastIndexOf('\r') + 1).replace(CONTROLS, '');
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
