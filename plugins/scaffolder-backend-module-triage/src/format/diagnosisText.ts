import { Diagnosis, Finding } from '@triage/plugin-triage-common';
import { codeBlock, plain, prose } from './markdown';
import { runbookPath } from './paths';

/** Findings and pieces of evidence that are shown; the page of the diagnosis has all. */
const MAX_FINDINGS = 3;
const MAX_EVIDENCE = 3;

/** The answer as Markdown: the cause first, then its proof, what to do and how to see that it worked. */
export function diagnosisMarkdown(diagnosis: Diagnosis): string {
  const blocks = [`**${diagnosis.severity}** · ${prose(diagnosis.rootCause)}`, prose(diagnosis.explanation)];
  for (const finding of diagnosis.findings.slice(0, MAX_FINDINGS)) blocks.push(...findingMarkdown(finding));
  if (diagnosis.fixCommands.length > 0) blocks.push('### What to do');
  for (const { command, description, riskLevel } of diagnosis.fixCommands) {
    blocks.push(`${prose(description)} Risk: ${riskLevel}.`, codeBlock(command, 'bash'));
  }
  if (diagnosis.verification) blocks.push('### How to see that it worked', prose(diagnosis.verification));
  if (diagnosis.relatedRunbooks.length > 0) {
    const links = diagnosis.relatedRunbooks.map(
      ({ title, filename }) => `- [${prose(title)}](${runbookPath(filename)})`,
    );
    blocks.push('### Runbooks', links.join('\n'));
  }
  if (diagnosis.blindSpots.length > 0) {
    const spots = diagnosis.blindSpots.map(({ what, why }) => `- ${prose(what)}: ${prose(why)}`);
    blocks.push('### What could not be read', spots.join('\n'));
  }
  return blocks.filter(block => block.length > 0).join('\n\n');
}

function findingMarkdown(finding: Finding): string[] {
  const { kind, namespace, name } = finding.resource;
  const replicas = finding.count > 1 ? ` (${finding.count} times)` : '';
  return [
    `### ${prose(finding.title)}`,
    `${prose([kind, namespace, name].filter(part => part).join(' / '))}${replicas}`,
    ...finding.evidence
      .slice(0, MAX_EVIDENCE)
      .flatMap(evidence => [`${prose(evidence.source)}:`, codeBlock(evidence.text)]),
  ];
}

/** The same for the task's log: lines of plain text. */
export function diagnosisLines(diagnosis: Diagnosis): string[] {
  const lines = [`${diagnosis.severity} ${diagnosis.errorCategory}: ${diagnosis.rootCause}`, diagnosis.explanation];
  for (const finding of diagnosis.findings.slice(0, MAX_FINDINGS)) {
    lines.push(`Finding: ${finding.title}`);
    for (const { source, text } of finding.evidence.slice(0, MAX_EVIDENCE)) lines.push(`  ${source}: ${text}`);
  }
  for (const { command, riskLevel } of diagnosis.fixCommands) lines.push(`Fix (risk ${riskLevel}): ${command}`);
  if (diagnosis.verification) lines.push(diagnosis.verification);
  for (const { title, filename } of diagnosis.relatedRunbooks) lines.push(`Runbook: ${title} (${filename})`);
  for (const { what, why } of diagnosis.blindSpots) lines.push(`Could not be read: ${what}: ${why}`);
  return lines.map(line => plain(line).replace(/\s*\n\s*/g, ' ⏎ ')).filter(line => line.length > 0);
}
