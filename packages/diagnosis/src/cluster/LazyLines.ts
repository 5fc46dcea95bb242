import { KeywordIndex } from '../logs/KeywordIndex';
import { ScannedLines } from '../logs/scanLines';
import { introducesNext } from '../redaction/detectors/followingLines';
import { Redactor } from '../redaction/Redactor';
import { LineHints, LogBatch } from './LogBatch';
import { cutToLimit, decodeLines, LINE_BYTES, LINE_LIMIT } from './LogCutter';

/**
 * A batch that keeps the bytes to itself and hands out what it is asked for, redacted: on most lines of a log nobody
 * spends a decoder or a redactor. Each line is redacted behind the one before it, which may introduce its secret
 * (`- name: DB_PASSWORD`); what spans more lines than that does not come here, see `RedactedLog`.
 */
export class LazyLines implements LogBatch {
  readonly #block: Uint8Array;
  readonly #scanned: ScannedLines;
  readonly #before: string;
  readonly #redactor: Redactor;
  readonly hints: LineHints;

  /** @param before - the line in front of the block, not redacted; '' when there is none */
  constructor(block: Uint8Array, scanned: ScannedLines, before: string, redactor: Redactor) {
    this.#block = block;
    this.#scanned = scanned;
    this.#before = before;
    this.#redactor = redactor;
    this.hints = {
      bytes: block.length,
      fingerprints: scanned.fingerprints,
      first: index => (this.#start(index) < scanned.ends[index] ? block[this.#start(index)] : undefined),
      mentions: (index, words) => this.#mentions(index, words),
    };
  }

  get length(): number {
    return this.#scanned.count;
  }

  at(index: number): string | undefined {
    if (index < 0 || index >= this.length) {
      return undefined;
    }
    const line = this.#raw(index);
    const before = index > 0 ? this.#raw(index - 1) : this.#before;
    const redacted = this.#redactor.text(introducesNext(before) ? `${before}\n${line}` : line);
    return redacted.slice(redacted.lastIndexOf('\n') + 1).slice(0, LINE_LIMIT);
  }

  *[Symbol.iterator](): Iterator<string> {
    const text = decodeLines(this.#block.subarray(0, this.#block.length - 1));
    yield* cutToLimit(this.#redactor.text(`${this.#before}\n${text}`).split('\n').slice(1));
  }

  #start(index: number): number {
    return index > 0 ? this.#scanned.ends[index - 1] + 1 : 0;
  }

  #raw(index: number): string {
    const start = this.#start(index);
    return decodeLines(this.#block.subarray(start, Math.min(this.#scanned.ends[index], start + LINE_BYTES)));
  }

  #mentions(index: number, words: KeywordIndex): boolean {
    // a colour in the midst of a word hides it from who reads bytes
    if (this.#scanned.controls) {
      return words.hasAny(this.#raw(index), LINE_LIMIT);
    }
    const start = this.#start(index);
    return words.hasAnyIn(this.#block, start, Math.min(this.#scanned.ends[index], start + LINE_LIMIT));
  }
}
