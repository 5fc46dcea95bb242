/** Part of the room that the beginning of a log gets; the cause of an end stands at the end more often. */
const HEAD_SHARE = 0.25;

/** The beginning and the end of a log of any length, within a number of bytes. */
export class KeptLog {
  /** Bytes of the whole log, as it was redacted. */
  bytes = 0;
  private readonly headRoom: number;
  private readonly tailRoom: number;
  private readonly head: string[] = [];
  private headBytes = 0;
  private tail: string[] = [];
  private tailStart = 0;
  private tailBytes = 0;
  private droppedLines = 0;
  private droppedBytes = 0;

  constructor(maxBytes: number) {
    this.headRoom = Math.floor(maxBytes * HEAD_SHARE);
    this.tailRoom = maxBytes - this.headRoom;
  }

  push(lines: Iterable<string>): void {
    for (const line of lines) {
      const size = Buffer.byteLength(line) + 1;
      this.bytes += size;
      if (this.tail.length === 0 && this.headBytes + size <= this.headRoom) {
        this.head.push(line);
        this.headBytes += size;
      } else {
        this.tail.push(line);
        this.tailBytes += size;
        this.trim();
      }
    }
  }

  /** Whether lines are missing. */
  get isCut(): boolean {
    return this.droppedLines > 0;
  }

  toString(): string {
    const gap = this.isCut
      ? [`[... ${this.droppedLines} lines (${this.droppedBytes} bytes) of this log are not in the recording ...]`]
      : [];
    const lines = [...this.head, ...gap, ...this.tail.slice(this.tailStart)];
    return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
  }

  private trim(): void {
    while (this.tailBytes > this.tailRoom && this.tailStart < this.tail.length) {
      const size = Buffer.byteLength(this.tail[this.tailStart]) + 1;
      this.tail[this.tailStart] = '';
      this.tailStart += 1;
      this.tailBytes -= size;
      this.droppedBytes += size;
      this.droppedLines += 1;
    }
    if (this.tailStart > 1_024 && this.tailStart * 2 > this.tail.length) {
      this.tail = this.tail.slice(this.tailStart);
      this.tailStart = 0;
    }
  }
}
