import { useCallback, useEffect, useReducer, useRef } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { triageApiRef } from '../api/triageApiRef';
import type { Known } from '../question/known';
import { requestAbout, Resolution, resolveQuestion } from '../question/resolveQuestion';
import type { Subject } from '../question/Subject';
import { loadThread, saveThread } from './threadStorage';
import { isWorking, Turn } from './Turn';

type Action = { type: 'add'; turn: Turn } | { type: 'update'; id: string; changes: Partial<Turn> } | { type: 'clear' };

function reduce(turns: Turn[], action: Action): Turn[] {
  switch (action.type) {
    case 'add':
      return [...turns, action.turn];
    case 'update':
      return turns.map(turn => (turn.id === action.id ? { ...turn, ...action.changes } : turn));
    default:
      return [];
  }
}

export interface Thread {
  turns: Turn[];
  working: boolean;
  /** With a subject the question is not searched for names. */
  ask(text: string, subject?: Subject): void;
  /** Answers "which one?"; without a subject the question goes out as it is. */
  choose(turn: Turn, subject?: Subject): void;
  stop(): void;
  /** Asks the same again, in the same place. */
  retry(turn: Turn): void;
  clear(): void;
}

/** The conversation of one user: one question at a time, each ending answered, failed, stopped or with a question back. */
export function useThread(userEntityRef: string, lookUp: (text: string) => Promise<Known>): Thread {
  const triage = useApi(triageApiRef);
  const [turns, dispatch] = useReducer(reduce, userEntityRef, loadThread);
  const running = useRef<AbortController>();

  useEffect(() => saveThread(userEntityRef, turns), [userEntityRef, turns]);
  useEffect(() => () => running.current?.abort(), []);

  const run = useCallback(
    async (turn: Turn, resolve: () => Promise<Resolution>) => {
      const controller = new AbortController();
      running.current?.abort();
      running.current = controller;
      const become = (changes: Partial<Turn>) => {
        if (!controller.signal.aborted) dispatch({ type: 'update', id: turn.id, changes });
      };
      try {
        const resolution = await resolve();
        if (controller.signal.aborted) return;
        if (resolution.kind === 'choose') {
          const { message, choices } = resolution;
          become({ state: { step: 'choosing', message, choices } });
          return;
        }
        const { request, subject } = resolution;
        become({ request, subject, state: { step: 'reading' } });
        const diagnosis = await triage.diagnose(request, { signal: controller.signal });
        become({ state: { step: 'answered', diagnosisId: diagnosis.requestId, diagnosis } });
      } catch (error) {
        become({ state: { step: 'failed', error: error as Error } });
      }
    },
    [triage],
  );

  const start = (turn: Turn, subject?: Subject) => {
    const earlier = turns.filter(({ id, subject: about }) => id !== turn.id && about);
    const previous = earlier[earlier.length - 1]?.subject;
    void run(turn, async () =>
      subject
        ? { kind: 'ask', request: requestAbout(turn.text, subject), subject }
        : resolveQuestion(turn.text, await lookUp(turn.text), previous),
    );
  };

  return {
    turns,
    working: turns.some(isWorking),
    ask(text, subject) {
      const turn: Turn = { id: `${Date.now()}-${turns.length}`, text, state: { step: 'resolving' } };
      dispatch({ type: 'add', turn });
      start(turn, subject);
    },
    choose(turn, subject) {
      dispatch({ type: 'update', id: turn.id, changes: { state: { step: 'resolving' } } });
      if (subject) start(turn, subject);
      else void run(turn, async () => ({ kind: 'ask', request: { question: turn.text } }));
    },
    stop() {
      const turn = turns.find(isWorking);
      running.current?.abort();
      if (turn) dispatch({ type: 'update', id: turn.id, changes: { state: { step: 'stopped' } } });
    },
    retry(turn) {
      dispatch({ type: 'update', id: turn.id, changes: { state: { step: 'resolving' } } });
      const { request, subject } = turn;
      if (request) void run(turn, async () => ({ kind: 'ask', request, subject }));
      else start(turn);
    },
    clear() {
      running.current?.abort();
      dispatch({ type: 'clear' });
    },
  };
}
