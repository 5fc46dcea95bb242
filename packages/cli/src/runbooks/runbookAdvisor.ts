import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Advisor, Redactor } from '@triage/diagnosis';
import { createRunbookIndex, loadRunbooks } from '@triage/plugin-triage-knowledge';
import { badUse } from '../CliError';

/** The repository's own, beside packages/. An installed package has none beside it, and then there is no advice. */
// eslint-disable-next-line no-restricted-syntax
const BUILT_IN = resolve(__dirname, '../../../../runbooks');

/**
 * Suggests runbooks of a folder; without one, those that come with Triage.
 *
 * @throws CliError (exit code 2) when there is no such folder
 */
export async function runbookAdvisor(folder: string | undefined, redactor: Redactor): Promise<Advisor | undefined> {
  if (folder !== undefined && !existsSync(folder)) {
    throw badUse(`There is no folder of runbooks at ${folder}.`);
  }
  const dir = folder ?? BUILT_IN;
  if (!existsSync(dir)) {
    return undefined;
  }
  const { runbooks } = await loadRunbooks(dir, { redactor });
  const index = createRunbookIndex(runbooks);
  return async facts =>
    index
      .suggest({ ...facts, topK: 3 })
      .results.map(({ title, filename, section, relevanceScore }) => ({ title, filename, section, relevanceScore }));
}
