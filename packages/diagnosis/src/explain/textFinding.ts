import { Classification } from '../classify';
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
  const { category, severity, matched, confidence, sentence } = classification;
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
    fixes: actionsFor(classification)
      .map(action => renderFix(action, [id]))
      .filter((fix): fix is Fix => fix !== undefined),
  };
}

function actionsFor({ category, facts }: Classification): FixAction[] {
  if (category === 'terraform-state-lock' && facts.id) return [{ type: 'terraform-unlock', lockId: facts.id }];
  return [];
}
