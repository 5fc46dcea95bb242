import { EXIT_CODES } from './exitCodes';
import { START_ERRORS } from './startErrors';
import { Chapter, CHAPTERS, Reason, REASONS } from '.';

const VERDICTS = { normal: 'normal', failure: '**failure**', depends: 'depends' };

/** The table of reasons as the page `docs/reasons.md`. */
export function renderReasons(): string {
  const count = (verdict: Reason['verdict']) => REASONS.filter(row => row.verdict === verdict).length;
  return `${[
    '# Reasons',
    '<!-- Written by `node scripts/run.mjs docs` from packages/diagnosis/src/reasons. Change the table there. -->',
    `Kubernetes says how things stand in single words: reasons of events, of containers that wait or have ended, of pods,
of conditions, and the words in which the API server refuses. This is what Triage knows of each of them
(Kubernetes 1.28 to 1.36): ${REASONS.length} reasons, of which ${count('failure')} are failures, ${count('depends')}
depend on something, and ${count('normal')} are normal. For every failure a test reports it of an object that is really
in trouble, and demands that its owner finds it, with its category, and quotes it; another one reports it of what is
well, and demands silence.`,
    `The owner is the [analyzer](analyzers.md) that answers for it. \`reported\` speaks when no other one has found
anything more exact.`,
    CHAPTERS.map(({ title }) => `- [${title}](#${anchorOf(title)})`)
      .concat(
        '- [Exit codes](#exit-codes)',
        '- [Start errors of container runtimes](#start-errors-of-container-runtimes)',
      )
      .join('\n'),
    ...CHAPTERS.map(renderChapter),
    renderExitCodes(),
    renderStartErrors(),
  ].join('\n\n')}\n`;
}

function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replace(/ /g, '-');
}

function renderChapter({ title, reasons }: Chapter): string {
  const reporters = [...new Set(reasons.map(({ reporter }) => reporter))];
  const sources = [...new Set(reasons.map(({ source }) => source))];
  return [
    `## ${title}`,
    `Reported by: ${reporters.join(', ')}. Sources: ${sources.map(source => `\`${source}\``).join(', ')}.`,
    table(['Reason', 'Where', 'Verdict', 'What it says', 'Category', 'Owner'], reasons.map(renderRow)),
  ].join('\n\n');
}

function renderRow(row: Reason): string[] {
  return [
    `\`${row.reason}\`${versions(row)}`,
    placeOf(row),
    VERDICTS[row.verdict],
    `${row.means}${row.on ? `. Depends on ${row.on}` : ''}.`,
    (row.categories ?? []).join(', '),
    row.owner ?? '',
  ];
}

function placeOf({ where, kinds, condition }: Reason): string {
  const kind = kinds.join(', ');
  if (condition) return `${kind}: condition ${condition.type} ${condition.status}`;
  return `${kind}: ${
    {
      event: 'event',
      waiting: 'container waits',
      terminated: 'container ended',
      pod: 'status.reason',
      status: 'refusal',
      condition: '',
    }[where]
  }`;
}

function versions({ since, until }: Reason): string {
  return [since && ` (from ${since})`, until && ` (to ${until})`].filter(Boolean).join('');
}

function renderExitCodes(): string {
  return [
    '## Exit codes',
    'The category when the log says nothing more exact. Any other number is an error that only the program knows.',
    table(
      ['Code', 'Signal', 'Meaning', 'Category'],
      EXIT_CODES.map(({ code, signal, means, category }) => [String(code), signal ?? '', means, category]),
    ),
  ].join('\n\n');
}

function renderStartErrors(): string {
  return [
    '## Start errors of container runtimes',
    'What runc, crun, containerd, CRI-O and network plug-ins say when a sandbox, a container or its process cannot be made. The first pattern that fits counts.',
    table(
      ['What', 'Category', 'Source', 'Example'],
      START_ERRORS.map(({ name, category, source, example }) => [name, category, `\`${source}\``, `\`${example}\``]),
    ),
  ].join('\n\n');
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map(cell => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
