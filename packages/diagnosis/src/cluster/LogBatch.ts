import type { KeywordIndex } from '../logs/KeywordIndex';

/**
 * Lines of a log, oldest first, redacted when they are looked at. An array of redacted lines is one, too: whoever reads
 * by `at()` or `for … of` need not know which it has.
 */
export interface LogBatch extends Iterable<string> {
  readonly length: number;
  at(index: number): string | undefined;
  readonly hints?: LineHints;
}

/** What can be known of the lines of a batch without their text, which costs many times more. */
export interface LineHints {
  /** Of the batch, with line ends. */
  readonly bytes: number;
  /** By line; equal for lines that differ in numbers and ids only. */
  readonly fingerprints: Int32Array;
  /** Code of the line's first character; `undefined` for an empty line. */
  first(index: number): number | undefined;
  /** Whether one of the words may occur in the line. */
  mentions(index: number, words: KeywordIndex): boolean;
}
