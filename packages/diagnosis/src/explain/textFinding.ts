import { Category } from '../categories';
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
    fixes: actionsFor(classification, request)
      .map(action => renderFix(action, [id]))
      .filter((fix): fix is Fix => fix !== undefined),
  };
}

/** They happen in a pipeline or on a laptop: no pod tells more about them. */
const OUTSIDE_OF_CLUSTERS: Category[] = ['terraform-state-lock', 'terraform-provider', 'ci-failure'];

function actionsFor(
  { category, advice }: Classification,
  { errorMessage = '', namespace }: DiagnosisRequest,
): FixAction[] {
  if (advice) return [{ type: 'advice', description: advice, risk: 'LOW' }];
  if (!OUTSIDE_OF_CLUSTERS.includes(category)) return namespace ? [{ type: 'list-pods', namespace }] : [];
  // Terraform prints the lock's id some lines below the error.
  const lockId = /^[│ \t]{0,20}ID:[ \t]{1,20}([0-9a-f-]{36})[ \t\r]{0,20}$/im.exec(errorMessage)?.[1];
  return category === 'terraform-state-lock' && lockId ? [{ type: 'terraform-unlock', lockId }] : [];
}
