import { ProgressListener } from './diagnose';

/** Tells how long each step took, and that it ended. */
export class Stopwatch {
  /** Milliseconds by step, and `total`. */
  readonly laps: Record<string, number> = {};
  private readonly start = performance.now();
  private last = this.start;

  constructor(private readonly onProgress?: ProgressListener) {}

  lap(name: string, message: string) {
    const now = performance.now();
    this.laps[name] = Math.round(now - this.last);
    this.laps.total = Math.round(now - this.start);
    this.last = now;
    this.onProgress?.({ name, message });
  }
}
