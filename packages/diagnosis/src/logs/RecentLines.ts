import { LogBatch } from '../cluster/LogBatch';

/** The last lines of a stream, held as the batches in which they came: a line is looked at only when it is wanted. */
export class RecentLines {
  private readonly batches: { first: number; batch: LogBatch }[] = [];
  private next = 1;

  /** @param size - lines that can be asked for, at least, counted back from the newest batch */
  constructor(private readonly size: number) {}

  push(batch: LogBatch): void {
    while (this.batches.length > 1 && this.batches[1].first <= this.next - this.size) this.batches.shift();
    this.batches.push({ first: this.next, batch });
    this.next += batch.length;
  }

  /** The lines from number `from` (counted from 1) to `to`, without it. Those too long ago are missing. */
  between(from: number, to: number): string[] {
    const lines: string[] = [];
    for (const { first, batch } of this.batches) {
      for (let line = Math.max(from, first); line < Math.min(to, first + batch.length); line += 1) {
        lines.push(batch.at(line - first)!);
      }
    }
    return lines;
  }
}
