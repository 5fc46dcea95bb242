import { Diagnosis, Evidence, Finding, Fix } from '@triage/diagnosis';
import { relativeTime } from './relativeTime';
import { severityStyle } from './severityStyle';
import { RenderOptions, Terminal } from './Terminal';

/** A terminal is no archive: what goes beyond stands in the JSON. */
const MAX_EVIDENCE = 6;
const MAX_OTHERS = 8;
const MAX_CHECKED = 12;
const NEIGHBOURS = 2;

/**
 * A diagnosis for a person at a terminal: what is broken, why, how sure, what to do now. A pure function.
 *
 * @returns text that ends with a newline
 */
export function renderDiagnosis(diagnosis: Diagnosis, options: RenderOptions): string {
  const terminal = new Terminal(options);
  const [first, ...others] = diagnosis.findings;
  heading(terminal, diagnosis, first);
  if (first) {
    finding(terminal, diagnosis, first);
    otherFindings(terminal, first, others);
  }
  list(terminal, first ? 'Also looked at' : 'Looked at', diagnosis.k8sContext.checked, MAX_CHECKED);
  list(
    terminal,
    'Could not see',
    diagnosis.blindSpots.map(({ what, why }) => `${what}: ${why}`),
    MAX_OTHERS,
  );
  return terminal.toString();
}

function heading(terminal: Terminal, diagnosis: Diagnosis, first: Finding | undefined): void {
  const { severity, namespace, cluster, target } = diagnosis;
  const what = first ? first.resource.name : target?.name ?? namespace ?? cluster;
  const where = [...(first || target ? [namespace] : []), cluster === 'none' ? undefined : cluster].filter(Boolean);
  terminal.parts([severityStyle(severity), severity], '  ', ['bold', what], where.map(part => ` · ${part}`).join(''));
  terminal.rule();
  terminal.text(diagnosis.rootCause, { style: 'bold' });
  if (diagnosis.explanation && diagnosis.explanation !== diagnosis.rootCause) {
    terminal.text(diagnosis.explanation);
  }
  if (first) {
    const since = first.since ? ` · since ${relativeTime(first.since, diagnosis.createdAt)}` : '';
    const count = first.count > 1 ? ` · ${first.count} times` : '';
    terminal.text(
      `${first.category} · ${first.resource.kind} ${first.resource.name}${since}${count} · ${confidence(first)}`,
      { style: 'dim' },
    );
  }
}

function confidence({ confidence: share }: Finding): string {
  const filled = Math.max(1, Math.min(4, Math.round(share * 4)));
  return `sure ${'●'.repeat(filled)}${'○'.repeat(4 - filled)}`;
}

function finding(terminal: Terminal, diagnosis: Diagnosis, first: Finding): void {
  const proofs = first.evidence.filter(({ kind }) => kind !== 'change');
  const changes = first.evidence.filter(({ kind }) => kind === 'change');
  evidence(terminal, 'Because', proofs, diagnosis.createdAt);
  evidence(terminal, 'What changed', changes, diagnosis.createdAt);
  if (first.fixes.length > 0) {
    terminal.heading('Do this');
    first.fixes.forEach((fix, index) => step(terminal, fix, index + 1));
  }
  if (diagnosis.verification) {
    terminal.heading('Fixed when');
    terminal.text(diagnosis.verification, { first: '  ' });
  }
  if (diagnosis.relatedRunbooks.length > 0) {
    terminal.heading('Runbook');
    for (const { title, section, filename } of diagnosis.relatedRunbooks) {
      terminal.text(`${section && section !== title ? `${title} › ${section}` : title}  (${filename})`, {
        first: '  ',
      });
    }
  }
}

function evidence(terminal: Terminal, title: string, pieces: Evidence[], now: string): void {
  if (pieces.length === 0) {
    return;
  }
  terminal.heading(title);
  for (const { kind, source, at, text, log } of pieces.slice(0, MAX_EVIDENCE)) {
    const when = at ? `  ${relativeTime(at, now)}` : '';
    terminal.parts('  ', ['cyan', kind.padEnd(7)], source, ['dim', `${log ? ` line ${log.line}` : ''}${when}`]);
    for (const line of log?.before.slice(-NEIGHBOURS) ?? []) {
      terminal.text(line, { first: '          ', style: 'dim' });
    }
    terminal.text(text, { first: '        > ' });
    for (const line of log?.after.slice(0, NEIGHBOURS) ?? []) {
      terminal.text(line, { first: '          ', style: 'dim' });
    }
  }
  more(terminal, pieces.length - MAX_EVIDENCE);
}

function step(terminal: Terminal, fix: Fix, number: number): void {
  terminal.text(`${fix.description}  ${fix.riskLevel} RISK`, { first: `  ${number} ` });
  if (fix.command) {
    // never wrapped: it is there to be copied
    for (const line of fix.command.split('\n')) {
      terminal.line(`    $ ${line}`, 'green');
    }
  }
  if (fix.changes) {
    terminal.text(`changes ${fix.changes}`, { first: '    ', style: 'dim' });
  }
  if (fix.verify) {
    terminal.text(`check: ${fix.verify}${fix.expect ? ` (shows: ${fix.expect})` : ''}`, {
      first: '    ',
      style: 'dim',
    });
  }
  if (fix.undo) {
    terminal.text(`undo: ${fix.undo}`, { first: '    ', style: 'dim' });
  }
}

function otherFindings(terminal: Terminal, first: Finding, others: Finding[]): void {
  const explained = new Set(first.explains);
  const describe = ({ severity, resource, title }: Finding) =>
    `${severity}  ${resource.kind} ${resource.name}: ${title}`;
  list(terminal, 'This also explains', others.filter(({ id }) => explained.has(id)).map(describe), MAX_OTHERS);
  list(terminal, 'Also wrong', others.filter(({ id }) => !explained.has(id)).map(describe), MAX_OTHERS);
}

function list(terminal: Terminal, title: string, texts: string[], limit: number): void {
  if (texts.length === 0) {
    return;
  }
  terminal.heading(title);
  texts.slice(0, limit).forEach(text => terminal.text(text, { first: '  - ' }));
  more(terminal, texts.length - limit);
}

function more(terminal: Terminal, count: number): void {
  if (count > 0) {
    terminal.line(`  … and ${count} more (-o json has all)`, 'dim');
  }
}
