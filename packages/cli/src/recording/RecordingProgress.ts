import { plain } from '../rendering/Terminal';

export interface ProgressStep {
  done: number;
  total: number;
  /** What is counted: `kinds`, `logs`. */
  unit: string;
  /** Not worth a line of its own where there is no bar. */
  quiet?: boolean;
}

/** Where the progress is shown: stderr, or a test's own. */
export interface ProgressStream {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

const BAR = 24;

/** Tells a waiting person how far a recording is: a bar on a terminal, plain lines anywhere else. */
export class RecordingProgress {
  constructor(private readonly stream: ProgressStream) {}

  step(text: string, { done, total, unit, quiet }: Partial<ProgressStep> = {}): void {
    const shown = plain(text);
    const counts = total ? `${done} of ${total} ${unit}` : '';
    if (this.stream.isTTY) {
      const filled = total ? Math.round(((done ?? 0) / total) * BAR) : BAR;
      const line = `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${counts}  ${shown}`;
      this.stream.write(`\r\x1b[K${line.slice(0, (this.stream.columns ?? 80) - 1)}`);
    } else if (!quiet) {
      this.stream.write(`${counts ? `${counts}: ` : ''}${shown}\n`);
    }
  }

  /** Something that must not be overlooked. */
  note(text: string): void {
    this.stream.write(`${this.stream.isTTY ? '\r\x1b[K' : ''}${plain(text)}\n`);
  }

  end(): void {
    if (this.stream.isTTY) this.stream.write('\r\x1b[K');
  }
}
