import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { Analyzer } from '@triage/diagnosis';
import { RunbookSource } from './RunbookSource';

/** @public */
export interface TriageAnalyzersExtensionPoint {
  /** Adds analyzers to those of the engine; their findings are correlated and ranked together. */
  addAnalyzers(...analyzers: Analyzer[]): void;
}

/**
 * For modules that know failures of their own, such as those of an operator.
 * @public
 */
export const triageAnalyzersExtensionPoint = createExtensionPoint<TriageAnalyzersExtensionPoint>({
  id: 'triage.analyzers',
});

/** @public */
export interface TriageKnowledgeExtensionPoint {
  addRunbookSource(source: RunbookSource): void;
}

/**
 * For modules that bring runbooks from elsewhere than the folder of `triage.runbooks.path`.
 * @public
 */
export const triageKnowledgeExtensionPoint = createExtensionPoint<TriageKnowledgeExtensionPoint>({
  id: 'triage.knowledge',
});
