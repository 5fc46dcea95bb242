import { onAbort } from './onAbort';

/** One signal out of a time limit and the caller's signal, leaving no listener behind. */
export class Deadline {
  expired = false;
  private readonly controller = new AbortController();
  private readonly timer: ReturnType<typeof setTimeout>;
  private readonly stopListening: () => void;
  /** Ends the races that are on. A promise in their place would keep all it ever raced with. */
  private readonly losers = new Set<(reason: unknown) => void>();

  constructor(milliseconds: number, outer: AbortSignal | undefined) {
    this.signal.addEventListener('abort', () => this.losers.forEach(lose => lose(this.signal.reason)), { once: true });
    this.timer = setTimeout(() => {
      this.expired = true;
      this.stop();
    }, milliseconds);
    this.stopListening = onAbort(outer, this.stop);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Ends with the deadline even when the fetch given to us ignores its signal. */
  race<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const { signal } = this;
      if (signal.aborted) {
        work.catch(() => {});
        reject(signal.reason);
        return;
      }
      this.losers.add(reject);
      work.then(resolve, reject).finally(() => this.losers.delete(reject));
    });
  }

  readonly stop = (): void => this.controller.abort();

  clear(): void {
    clearTimeout(this.timer);
    this.stopListening();
  }
}
