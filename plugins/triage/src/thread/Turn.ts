import type { DiagnoseRequest, Diagnosis } from '@triage/plugin-triage-common';
import type { Subject } from '../question/Subject';

export type TurnState =
  /** Finding out what the question is about. */
  | { step: 'resolving' }
  | { step: 'choosing'; message: string; choices: Subject[] }
  | { step: 'reading' }
  /** After a reload the diagnosis is read anew by its id. */
  | { step: 'answered'; diagnosisId: string; diagnosis?: Diagnosis }
  | { step: 'failed'; error: Error }
  /** By the user, or because the page was left. */
  | { step: 'stopped' };

/** One question and what became of it. */
export interface Turn {
  id: string;
  text: string;
  subject?: Subject;
  request?: DiagnoseRequest;
  state: TurnState;
}

export function isWorking({ state }: Turn): boolean {
  return state.step === 'resolving' || state.step === 'reading';
}
