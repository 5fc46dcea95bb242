import { canonicalKind, ResourceRef } from '@triage/diagnosis';
import { badUse } from './CliError';

/**
 * What `--target Kind/name` names; kubectl's short names are kinds, too.
 *
 * @throws CliError (exit code 2) when it is something else
 */
export function parseTarget(text: string): ResourceRef {
  const [kind, name, ...rest] = text.split('/');
  if (!kind || !name || rest.length > 0) {
    throw badUse(`--target ${text}: write it as Kind/name, e.g. Deployment/checkout.`);
  }
  return { kind: canonicalKind(kind), name };
}
