import { Classification } from '@triage/diagnosis';
import { severityStyle } from './severityStyle';
import { RenderOptions, Terminal } from './Terminal';

export function renderClassification(classification: Classification, options: RenderOptions): string {
  const { category, severity, confidence, matched, sentence, runnersUp } = classification;
  const terminal = new Terminal(options);
  terminal.parts(
    [severityStyle(severity), severity],
    '  ',
    ['bold', category],
    `  ${Math.round(confidence * 100)} % sure`,
  );
  if (sentence) {
    terminal.text(sentence);
  }
  if (matched) {
    terminal.text(matched, { first: '  > ' });
  }
  if (runnersUp.length > 0) {
    terminal.text(`Also in it: ${runnersUp.map(each => each.category).join(', ')}.`, { style: 'dim' });
  }
  return terminal.toString();
}
