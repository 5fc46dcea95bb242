import { appendFileSync } from 'node:fs';

/** Counts checks. The result can be handed to a caller through the file that TRIAGE_TALLY names. */
export class Tally {
  passed = 0;
  failed = 0;
  skipped = 0;

  add({ passed = 0, failed = 0, skipped = 0 }) {
    this.passed += passed;
    this.failed += failed;
    this.skipped += skipped;
  }

  /** The closing line, and the exit code that goes with it. */
  close() {
    if (process.env.TRIAGE_TALLY) {
      appendFileSync(process.env.TRIAGE_TALLY, `${this.passed} ${this.failed} ${this.skipped}\n`);
    }
    console.log(`${this.passed} passed, ${this.failed} failed, ${this.skipped} skipped`);
    return this.failed > 0 ? 1 : 0;
  }
}
