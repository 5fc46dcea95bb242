import { EvidenceDraft, FindingDraft } from '../analyzers/Analyzer';
import { ClusterGraph } from '../cluster/ClusterGraph';
import { Evidence, Fix } from '../Diagnosis';
import { decisionFor } from './decisionFor';
import { FixAction, LOOKS } from './FixAction';
import { planFixes } from './plans/planFixes';
import { renderFix } from './renderFix';

/** How many pieces of evidence are named for a fix that has none of its own. */
const MAX_PROOF = 3;

interface Request {
  draft: FindingDraft;
  /** The way back, when the failure began with a rollout. */
  ofRollout: FixAction[];
  /** What the analyzer offers. */
  actions: FixAction[];
  graph: ClusterGraph;
  /** The evidence of the finding. */
  stated: Evidence[];
  withId(draft: EvidenceDraft): Evidence;
}

/** All fixes of a finding, best first, with the evidence that they add. What only looks is left out beside a real fix. */
export function fixesFor({ draft, ofRollout, actions, graph, stated, withId }: Request): {
  fixes: Fix[];
  proofs: Evidence[];
} {
  const proofs: Evidence[] = [];
  const ids = stated.slice(0, MAX_PROOF).map(({ id }) => id);
  const rendered: { action: FixAction; fix: Fix }[] = [];
  const known = new Set<string | undefined>();
  const add = (action: FixAction, proof?: EvidenceDraft) => {
    const fix = renderFix(action, ids);
    if (!fix || known.has(fix.description) || (fix.command !== undefined && known.has(fix.command))) return;
    known.add(fix.description).add(fix.command);
    // What the finding quotes already is the proof; it need not stand there twice.
    const quoted =
      proof && [...stated, ...proofs].find(each => each.source === proof.source && each.text === proof.text);
    const own = quoted ?? (proof && withId(proof));
    if (own && own !== quoted) proofs.push(own);
    rendered.push({ action, fix: own ? { ...fix, evidence: [...ids.slice(0, MAX_PROOF - 1), own.id] } : fix });
  };
  for (const action of ofRollout) add(action);
  for (const { action, proof } of planFixes(draft, graph)) add(action, proof);
  for (const action of actions) add(action);
  const changesSomething = rendered.some(({ action }) => action.type !== 'advice' && !LOOKS.includes(action.type));
  const hasAdvice = rendered.some(({ action }) => action.type === 'advice');
  if (!changesSomething && !hasAdvice) for (const action of decisionFor(draft)) add(action);
  return {
    fixes: rendered
      .filter(({ action }) => !changesSomething || !LOOKS.includes(action.type))
      // A decision comes before a look at what to decide.
      .sort((a, b) => rankOf(a.action) - rankOf(b.action))
      .map(({ fix }) => fix),
    proofs,
  };
}

function rankOf({ type }: FixAction): number {
  return LOOKS.includes(type) ? 1 : 0;
}
