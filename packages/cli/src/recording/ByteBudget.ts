/** A number of bytes that several writers share without going over it together. */
export class ByteBudget {
  private taken = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private left: number) {}

  /**
   * Sets room aside, at most `wanted` bytes, and waits while others may still give some back. 0 when all is used.
   * Each non-zero answer must be given back with {@link settle}.
   */
  async take(wanted: number): Promise<number> {
    while (this.left < wanted && this.taken > 0) {
      await new Promise<void>(resolve => this.waiting.push(resolve));
    }
    const granted = Math.max(0, Math.min(wanted, this.left));
    this.left -= granted;
    this.taken += granted;
    return granted;
  }

  settle(granted: number, used: number): void {
    this.taken -= granted;
    this.left += granted - used;
    this.waiting.splice(0).forEach(resume => resume());
  }
}
