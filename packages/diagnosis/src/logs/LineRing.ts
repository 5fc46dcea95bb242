/** The last lines of a stream, in a buffer of fixed size. */
export class LineRing {
  private readonly buffer: string[] = [];
  private next = 0;

  /** @param size - lines held */
  constructor(private readonly size: number) {}

  push(line: string): void {
    if (this.buffer.length < this.size) this.buffer.push(line);
    else this.buffer[this.next] = line;
    this.next = (this.next + 1) % this.size;
  }

  /** Up to three lines that stand before the last `skipped` ones. */
  before(skipped: number): string[] {
    const all = Math.min(this.buffer.length, skipped + 3);
    const lines: string[] = [];
    for (let back = all; back > skipped; back -= 1) {
      lines.push(this.buffer[(this.next - back + 2 * this.size) % this.size]);
    }
    return lines;
  }

  /** Oldest first. */
  toArray(): string[] {
    if (this.buffer.length < this.size) return [...this.buffer];
    return [...this.buffer.slice(this.next), ...this.buffer.slice(0, this.next)];
  }
}
