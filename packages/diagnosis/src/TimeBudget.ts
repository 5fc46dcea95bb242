import { ClusterReadError } from './cluster/ClusterReader';
import { onAbort } from './cluster/onAbort';

/** A step took longer than its share of the time; what it read until then counts. */
export class OutOfTime extends ClusterReadError {
  /** @param milliseconds - that were waited */
  constructor(readonly milliseconds: number) {
    super('timeout', `There was no complete answer within ${seconds(milliseconds)} s.`);
    this.name = 'OutOfTime';
  }
}

/** Milliseconds as people read them: `20`, `0.5`. */
export function seconds(milliseconds: number): number {
  return Math.round(milliseconds / 100) / 10;
}

/** Divides the time that a person waits among the steps of a diagnosis. */
export class TimeBudget {
  private readonly start = performance.now();
  private readonly steps: { controller: AbortController; timer: ReturnType<typeof setTimeout> }[] = [];

  private readonly stopListening: () => void;

  /**
   * @param total - milliseconds from now
   * @param outer - of the caller; aborting it ends every step at once
   */
  constructor(private readonly total: number, private readonly outer?: AbortSignal) {
    this.stopListening = onAbort(outer, () => {
      for (const { controller } of this.steps) controller.abort(outer?.reason);
    });
  }

  /**
   * A signal that is aborted, with {@link OutOfTime}, once this part of the whole time has passed since the start (or so
   * much time from now, when that is sooner), and with the caller's reason when the caller gives up.
   */
  until(share: number, atMost = Infinity): AbortSignal {
    const controller = new AbortController();
    const left = Math.max(0, this.start + this.total * share - performance.now());
    const limit = Math.min(left, atMost);
    const waited = limit === left ? this.total * share : atMost;
    const timer = setTimeout(() => controller.abort(new OutOfTime(waited)), limit);
    this.steps.push({ controller, timer });
    if (this.outer?.aborted) controller.abort(this.outer.reason);
    return controller.signal;
  }

  /** Leaves no timer and no listener behind. */
  close(): void {
    for (const { timer } of this.steps) clearTimeout(timer);
    this.stopListening();
  }
}

/**
 * The result of the work, unless the signal is aborted before: then its reason is thrown, and what becomes of the work
 * matters no more. So even work that ignores its signal cannot hold anybody up.
 */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  work.catch(() => {});
  signal.throwIfAborted();
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = onAbort(signal, () => reject(signal.reason));
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    stop();
  }
}
