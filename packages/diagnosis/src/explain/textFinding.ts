import { Classification } from '../classify/classifyText';
import { DiagnosisRequest, Finding, Fix } from '../Diagnosis';
import { FixAction } from '../fixes/FixAction';
import { renderFix } from '../fixes/renderFix';
import { quote } from '../analyzers/evidence';

/** What a pasted text says by itself, when no cluster shows it. */
export function textFinding(
  classification: Classification,
  request: DiagnosisRequest,
  nextEvidence: () => string,
): Finding | undefined {
  const { category, severity, matched, confidence } = classification;
  const sentence = classification.sentence.replace(/\.$/, '');
  if (category === 'none') return undefined;
  const id = nextEvidence();
  const where = request.namespace ? ` No workload in namespace ${request.namespace} shows it now.` : '';
  return {
    id: 'f1',
    severity,
    category,
    confidence,
    resource: request.target ?? { kind: 'Text', name: 'pasted text', namespace: request.namespace },
    title: sentence,
    rootCause: `${sentence}.`,
    explanation: `This is what the pasted text says; its decisive line is quoted.${where}`,
    evidence: [{ id, kind: 'log', source: 'pasted text', text: quote(matched) }],
    explains: [],
    count: 1,
    fixes: actionsFor(classification, request.errorMessage ?? '')
      .map(action => renderFix(action, [id]))
      .filter((fix): fix is Fix => fix !== undefined),
  };
}

function actionsFor({ category }: Classification, text: string): FixAction[] {
  // Terraform prints the lock's id some lines below the error.
  const lockId = category === 'terraform-state-lock' ? /^[│\s]*ID:\s+([0-9a-f-]{36})\s*$/im.exec(text)?.[1] : undefined;
  return lockId ? [{ type: 'terraform-unlock', lockId }] : [];
}
