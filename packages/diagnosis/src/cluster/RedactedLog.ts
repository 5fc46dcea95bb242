import { scanLines } from '../logs/scanLines';
import { LineRedactor } from '../redaction/LineRedactor';
import { Redactor } from '../redaction/Redactor';
import { LazyLines } from './LazyLines';
import { LogBatch } from './LogBatch';
import { cutToLimit, decodeLines, LINE_BYTES, LogCutter } from './LogCutter';

/**
 * Turns the bytes of a log into batches of lines. Lines are redacted when somebody looks at them, except around what
 * spans many lines (private keys, Secret manifests, blocks of YAML): there everything is redacted at once, and held back
 * until the end of a secret is known.
 */
export class RedactedLog {
  private readonly cutter = new LogCutter();
  private readonly careful: LineRedactor;
  /** The last line of the block before, not redacted. */
  private before = '';

  constructor(private readonly redactor: Redactor) {
    this.careful = new LineRedactor(redactor);
  }

  /** The batches that are ready, none of them empty. The chunk must not be written to afterwards. */
  push(chunk: Uint8Array): LogBatch[] {
    return this.cutter.push(chunk).flatMap(block => this.open(block));
  }

  /** What was held back. */
  end(): LogBatch[] {
    const batches = this.cutter.end().flatMap(block => this.open(block));
    const held = cutToLimit(this.careful.end());
    return held.length > 0 ? [...batches, held] : batches;
  }

  private open(block: Uint8Array): LogBatch[] {
    const scanned = scanLines(block);
    const { before } = this;
    this.before = lastLine(block);
    if (!scanned.spanning && !this.careful.isHolding) {
      return [new LazyLines(block, scanned, before, this.redactor)];
    }
    const lines = cutToLimit(this.careful.push(decodeLines(block.subarray(0, block.length - 1))));
    return lines.length > 0 ? [lines] : [];
  }
}

function lastLine(block: Uint8Array): string {
  const end = block.length - 1;
  const start = end > 0 ? block.lastIndexOf(10, end - 1) + 1 : 0;
  return decodeLines(block.subarray(start, Math.min(end, start + LINE_BYTES)));
}
