import type { Diagnosis, Evidence } from '@triage/plugin-triage-common';
import { confidenceWords } from './confidence';
import { describeReplicas, subjectCluster, subjectName, subjectNamespace, subjectWorkload } from './subject';
import { verdictOf } from './verdict';

/** Quotations in the text: enough to believe it, few enough to read in a channel. */
const MAX_QUOTES = 3;

/** A fence longer than any in the quoted text: what a log says must not end the block and become markup. */
function codeBlock(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(run => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

function quotation({ kind, source, text }: Evidence): string {
  return `${kind}, ${source}:\n${codeBlock(text)}`;
}

function heading(diagnosis: Diagnosis): string {
  const workload = subjectWorkload(diagnosis);
  const parts = [
    subjectName(diagnosis),
    subjectNamespace(diagnosis),
    subjectCluster(diagnosis),
    workload && describeReplicas(workload),
    diagnosis.findings[0]?.since && `since ${diagnosis.findings[0].since}`,
  ].filter(Boolean);
  const word = verdictOf(diagnosis) === 'healthy' ? 'OK' : diagnosis.severity;
  return `**${word}** ${[...new Set(parts)].join(' · ')}`;
}

/** The answer for an incident channel. */
export function diagnosisMarkdown(diagnosis: Diagnosis, link: string): string {
  const [primary] = diagnosis.findings;
  const blocks = [heading(diagnosis)];
  const sure = primary ? ` (${confidenceWords(primary.confidence).word})` : '';
  blocks.push(`${diagnosis.rootCause}${sure}`);
  if (diagnosis.explanation && diagnosis.explanation !== diagnosis.rootCause) blocks.push(diagnosis.explanation);
  if (primary) blocks.push(...primary.evidence.slice(0, MAX_QUOTES).map(quotation));
  const steps = primary?.fixes.length ? primary.fixes : diagnosis.fixCommands;
  if (steps.length > 0) {
    blocks.push('**Do this**');
    steps.forEach((fix, index) => {
      blocks.push(`${index + 1}. ${fix.description} (${fix.riskLevel.toLowerCase()} risk)`);
      if (fix.command) blocks.push(codeBlock(fix.command));
    });
  }
  if (diagnosis.verification) blocks.push(`Fixed when: ${diagnosis.verification}`);
  if (diagnosis.blindSpots.length > 0) {
    blocks.push(`Could not see: ${diagnosis.blindSpots.map(({ what, why }) => `${what} (${why})`).join('; ')}`);
  }
  blocks.push(link);
  return `${blocks.join('\n\n')}\n`;
}
