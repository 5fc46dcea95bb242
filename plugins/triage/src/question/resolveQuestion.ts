import type { DiagnoseRequest } from '@triage/plugin-triage-common';
import type { Known } from './known';
import { matchNames } from './matchNames';
import { parseInput } from './parseInput';
import { phrasesOf } from './phrases';
import { similarWorkloads, suggestSubjects } from './suggestSubjects';
import type { Subject } from './Subject';

export type Resolution =
  | { kind: 'ask'; request: DiagnoseRequest; subject?: Subject }
  /** The question is not clear: one of these is meant, or something else. */
  | { kind: 'choose'; message: string; choices: Subject[] };

/** The request for a question about a subject that is already known. */
export function requestAbout(text: string, subject: Subject): DiagnoseRequest {
  const { question, pasted } = parseInput(text);
  return {
    ...(question ? { question } : {}),
    ...(pasted ? { errorMessage: pasted } : {}),
    ...subject.request,
  };
}

/**
 * Turns what somebody typed into a request.
 * A question that names nothing belongs to the subject of the one before it, unless it seems to misspell a name.
 */
export function resolveQuestion(text: string, known: Known, previous?: Subject): Resolution {
  const { question, pasted } = parseInput(text);
  const phrases = phrasesOf(question ?? '');
  const { subjects, namespace, cluster } = matchNames(phrases, known);

  if (subjects.length === 1) return { kind: 'ask', request: requestAbout(text, subjects[0]), subject: subjects[0] };
  if (subjects.length > 1)
    return { kind: 'choose', message: 'There are several of that name. Which one?', choices: subjects };
  if (pasted) {
    const place = { ...(namespace ? { namespace } : {}), ...(cluster ? { cluster } : {}) };
    return { kind: 'ask', request: { ...(question ? { question } : {}), errorMessage: pasted, ...place } };
  }
  if (previous && similarWorkloads(phrases, known).length === 0) {
    return { kind: 'ask', request: requestAbout(text, previous), subject: previous };
  }
  const choices = suggestSubjects(phrases, known);
  return {
    kind: 'choose',
    message:
      choices.length > 0
        ? 'I know no component or workload of that name. Did you mean one of these?'
        : 'I know no component or workload of that name. Name one, with its namespace if it is not in the catalog: "why is api failing in namespace shop?"',
    choices,
  };
}
