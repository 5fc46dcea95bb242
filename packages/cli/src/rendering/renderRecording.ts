import { RecordingSummary } from '../recording/recordCluster';
import { RenderOptions, Terminal } from './Terminal';

const MAX_LINES = 10;

/** What was recorded, what was not, and what to do with it. A pure function. */
export function renderRecording(out: string, summary: RecordingSummary, options: RenderOptions): string {
  const { objects, logs, bytes, namespaces, unreadable, cut } = summary;
  const terminal = new Terminal(options);
  const where = namespaces ? `namespace ${namespaces.join(', ')}` : 'all namespaces';
  terminal.text(`${out}: ${objects} objects and ${logs} logs of ${where}, ${size(bytes)}.`);
  section(
    terminal,
    'Refused, and noted in the recording',
    unreadable.map(({ message }) => message),
  );
  section(
    terminal,
    'Cut',
    cut.map(({ file, bytes: whole, kept }) =>
      kept === 0 ? `${file} is left out: the recording is full` : `${file}: ${size(kept)} of ${size(whole ?? kept)}`,
    ),
  );
  terminal.heading('Next');
  terminal.text('Look through it before you hand it on: secrets are redacted, other private things are not.');
  const namespace = namespaces?.[0] ?? 'NAMESPACE';
  terminal.line(`  triage diagnose --snapshot ${out} --namespace ${namespace}`);
  terminal.line(`  triage scenario new scenarios/NAME --snapshot ${out} --namespace ${namespace}`);
  return terminal.toString();
}

function section(terminal: Terminal, title: string, texts: string[]): void {
  if (texts.length === 0) {
    return;
  }
  terminal.heading(title);
  texts.slice(0, MAX_LINES).forEach(text => terminal.text(text, { first: '  - ' }));
  if (texts.length > MAX_LINES) {
    terminal.line(`  … and ${texts.length - MAX_LINES} more: see recording.json`, 'dim');
  }
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
