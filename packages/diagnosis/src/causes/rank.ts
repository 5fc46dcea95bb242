import { FindingDraft } from '../analyzers/Analyzer';
import { ClusterGraph, keyOf, refOf } from '../cluster/ClusterGraph';
import { Scope } from '../cluster/Scope';
import { SEVERITIES } from '../Diagnosis';
import { CauseGraph } from './CauseGraph';

/**
 * Root causes first: what nothing else explains. Among these, what concerns the thing that was asked about, then what is
 * worst, surest and explains most.
 */
export function rank(causes: CauseGraph, scope: Scope, graph: ClusterGraph): FindingDraft[] {
  const focus = new Set(scope.focus.flatMap(object => [keyOf(refOf(object)), keyOf(refOf(graph.workloadOf(object)))]));
  const isAbout = (finding: FindingDraft) =>
    focus.has(keyOf(finding.resource)) || Boolean(finding.affects?.some(ref => focus.has(keyOf(ref))));
  // Something that explains the symptoms of what was asked about is as near as the thing itself.
  const concerns = (finding: FindingDraft) =>
    focus.size === 0 || causes.findings.some(other => isAbout(other) && causes.leadsTo(finding, other));
  return causes.findings
    .map(finding => ({
      finding,
      score: [
        causes.causesOf(finding).length > 0 ? 1 : 0,
        concerns(finding) ? 0 : 1,
        isIdle(finding, causes) || finding.severity === 'INFO' ? 1 : 0,
        SEVERITIES.indexOf(finding.severity),
        -finding.confidence,
        -causes.explainedBy(finding).length,
      ],
    }))
    .sort((a, b) => compare(a.score, b.score))
    .map(({ finding }) => finding);
}

/** What contradicts itself without having broken anything that is known comes after what is broken. */
function isIdle(finding: FindingDraft, causes: CauseGraph): boolean {
  return Boolean(finding.latent) && causes.explainedBy(finding).length === 0;
}

function compare(a: number[], b: number[]): number {
  const index = a.findIndex((value, position) => value !== b[position]);
  return index < 0 ? 0 : a[index] - b[index];
}
