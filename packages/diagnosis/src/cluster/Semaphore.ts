import { onAbort } from './onAbort';

/** Lets at most `limit` holders in at a time, the others in the order in which they came. */
export class Semaphore {
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor(limit: number) {
    this.free = limit;
  }

  /**
   * Waits for a place and returns the function that gives it back; calling that twice does no harm.
   *
   * @throws the signal's reason when it is aborted before a place is free
   */
  async acquire(signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    if (this.free > 0) {
      this.free -= 1;
    } else {
      await new Promise<void>((resolve, reject) => {
        let stopListening: () => void = () => {};
        const waiter = () => {
          stopListening();
          resolve();
        };
        const abort = () => {
          this.waiting.splice(this.waiting.indexOf(waiter), 1);
          reject(signal!.reason);
        };
        this.waiting.push(waiter);
        stopListening = onAbort(signal, abort);
      });
    }
    let held = true;
    return () => {
      if (held) {
        held = false;
        this.leave();
      }
    };
  }

  private leave(): void {
    const next = this.waiting.shift();
    if (next) {
      next();
    } else {
      this.free += 1;
    }
  }
}
