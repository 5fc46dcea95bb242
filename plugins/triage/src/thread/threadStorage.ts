import { isWorking, Turn } from './Turn';

/** Questions kept for a reload. */
const MAX_TURNS = 30;

function key(userEntityRef: string): string {
  return `triage.thread:${userEntityRef}`;
}

/** Answers are kept by id only: after a reload the backend decides anew whether this user may read them. */
function forStorage(turn: Turn): Turn {
  if (turn.state.step === 'answered') {
    return { ...turn, state: { step: 'answered', diagnosisId: turn.state.diagnosisId } };
  }
  return isWorking(turn) || turn.state.step === 'failed' ? { ...turn, state: { step: 'stopped' } } : turn;
}

/** Keeps the thread for this tab, apart for each user. */
export function saveThread(userEntityRef: string, turns: Turn[]): void {
  try {
    sessionStorage.setItem(key(userEntityRef), JSON.stringify(turns.slice(-MAX_TURNS).map(forStorage)));
  } catch {
    // Storage full or forbidden by the browser: the thread lives on in memory.
  }
}

export function loadThread(userEntityRef: string): Turn[] {
  try {
    const turns = JSON.parse(sessionStorage.getItem(key(userEntityRef)) ?? '[]');
    return Array.isArray(turns) ? turns : [];
  } catch {
    return [];
  }
}
