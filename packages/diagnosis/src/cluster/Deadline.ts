/** One signal out of a time limit and the caller's signal, leaving no listener behind. */
export class Deadline {
  expired = false;
  private readonly controller = new AbortController();
  private readonly timer: ReturnType<typeof setTimeout>;
  private readonly aborted: Promise<never>;

  constructor(milliseconds: number, private readonly outer: AbortSignal | undefined) {
    this.aborted = new Promise((_, reject) => {
      this.signal.addEventListener('abort', () => reject(this.signal.reason), { once: true });
    });
    this.aborted.catch(() => {});
    this.timer = setTimeout(() => {
      this.expired = true;
      this.stop();
    }, milliseconds);
    outer?.addEventListener('abort', this.stop, { once: true });
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Ends with the deadline even when the fetch given to us ignores its signal. */
  race<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.aborted]);
  }

  readonly stop = (): void => this.controller.abort();

  clear(): void {
    clearTimeout(this.timer);
    this.outer?.removeEventListener('abort', this.stop);
  }
}
