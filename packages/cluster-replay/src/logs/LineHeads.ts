const LF = 10;

/** Puts something else in place of a line's first bytes. */
export interface HeadRewriter {
  /** Bytes it wants to see; fewer only when the line is shorter. */
  headBytes: number;
  /** @param position - where the line begins in the file */
  rewrite(head: Buffer, position: number): { text: string; consumed: number };
}

/** Rewrites the beginning of each line of a stream. Holds a line's head at most, never a line. */
export class LineHeads {
  private pending: Buffer = Buffer.alloc(0);
  private atLineStart = true;

  /** @param position - where in the file the stream begins */
  constructor(private readonly rewriter: HeadRewriter, private position: number) {}

  push(chunk: Buffer): Buffer {
    return this.process(this.pending.length > 0 ? Buffer.concat([this.pending, chunk]) : chunk, false);
  }

  end(): Buffer {
    return this.process(this.pending, true);
  }

  private process(data: Buffer, isEnd: boolean): Buffer {
    const out: Buffer[] = [];
    let at = 0;
    this.pending = Buffer.alloc(0);
    while (at < data.length) {
      if (this.atLineStart) {
        const lineEnd = data.subarray(at, at + this.rewriter.headBytes).indexOf(LF);
        const available = lineEnd >= 0 ? lineEnd : Math.min(this.rewriter.headBytes, data.length - at);
        if (available < this.rewriter.headBytes && lineEnd < 0 && !isEnd) {
          // A copy: the chunk's memory is used again for the next one
          this.pending = Buffer.from(data.subarray(at));
          break;
        }
        const { text, consumed } = this.rewriter.rewrite(data.subarray(at, at + available), this.position + at);
        if (text) out.push(Buffer.from(text, 'latin1'));
        at += consumed;
        this.atLineStart = false;
      }
      const lineEnd = data.indexOf(LF, at);
      const next = lineEnd < 0 ? data.length : lineEnd + 1;
      out.push(data.subarray(at, next));
      at = next;
      this.atLineStart = lineEnd >= 0;
    }
    this.position += at;
    return Buffer.concat(out);
  }
}
