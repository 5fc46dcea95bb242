import { Diagnosis, ResourceRef } from '@triage/diagnosis';

export interface DraftOptions {
  id: string;
  namespace: string;
  target?: ResourceRef;
  question?: string;
}

/** Patterns that a draft suggests at most. */
const MAX_SAYS = 3;

/**
 * An `expected.json` that says what the diagnosis says now. It is a draft: only a person who knows the true cause can say
 * whether that is right, and until then nothing is judged by it.
 */
export function draftExpectation(diagnosis: Diagnosis, { id, namespace, target, question }: DraftOptions): object {
  const [first] = diagnosis.findings.filter(({ severity }) => severity !== 'INFO');
  return {
    draft: true,
    id,
    title: first?.title ?? 'Healthy: nothing was found',
    question: question ?? (target ? `what is wrong with ${target.name}?` : `what is wrong in ${namespace}?`),
    namespace,
    target: target ? { kind: target.kind, name: target.name } : null,
    healthy: first === undefined,
    rootCause: {
      category: first?.category ?? 'none',
      resource: first ? { kind: first.resource.kind, name: first.resource.name } : null,
      says: first ? quotedIn(`${first.title}\n${first.rootCause}`).slice(0, MAX_SAYS).map(escape) : [],
      explanation: first?.rootCause ?? 'Nothing is wrong.',
    },
    alsoCategories: [],
    alsoAccept: [],
    notCause: [],
    canaries: [],
    fix: first?.fixes[0]?.description ?? '',
  };
}

/** What a sentence puts into quotation marks is what it is about. */
function quotedIn(text: string): string[] {
  return [...new Set([...text.matchAll(/["“]([^"”\n]{3,60})["”]/g)].map(([, quoted]) => quoted))];
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
