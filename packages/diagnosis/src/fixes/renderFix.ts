import { Fix } from '../Diagnosis';
import { clip } from '../explain/words';
import { FixAction } from './FixAction';
import { Rendered } from './kubectl';
import { accessRenderers } from './renderers/access';
import { capacityRenderers } from './renderers/capacity';
import { configurationRenderers } from './renderers/configuration';
import { containerRenderers } from './renderers/containers';
import { jobRenderers } from './renderers/jobs';
import { lookRenderers } from './renderers/looks';
import { nodeRenderers } from './renderers/nodes';
import { podRenderers } from './renderers/pods';
import { Renderers } from './renderers/Renderers';
import { rolloutRenderers } from './renderers/rollouts';
import { storageRenderers } from './renderers/storage';
import { trafficRenderers } from './renderers/traffic';

const RENDERERS: Renderers<FixAction['type']> = {
  ...containerRenderers,
  ...podRenderers,
  ...rolloutRenderers,
  ...configurationRenderers,
  ...trafficRenderers,
  ...capacityRenderers,
  ...jobRenderers,
  ...storageRenderers,
  ...nodeRenderers,
  ...accessRenderers,
  ...lookRenderers,
};

/** A description names what it changes; it is no place for whole documents. Characters. */
const MAX_DESCRIPTION = 400;

/**
 * Turns a typed fix into text for a terminal and a patch for Git. Names come from a cluster that may be hostile:
 * whatever is not a valid Kubernetes name, number or quantity yields no fix at all, so nothing unexpected can stand in
 * a command.
 */
export function renderFix(action: FixAction, evidence: string[]): Fix | undefined {
  // The table is typed by the action's own type, which TypeScript cannot follow through an index.
  const render = RENDERERS[action.type] as ((each: FixAction) => Rendered | undefined) | undefined;
  const rendered = render?.(action);
  return rendered && { ...rendered, description: clip(rendered.description, MAX_DESCRIPTION), evidence };
}
