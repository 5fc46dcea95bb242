import { useEffect, useState } from 'react';
import type { Turn } from '../../thread/Turn';
import { Working } from '../common/Working';

function useSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(s => s + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}

function words({ state, subject, request }: Turn): string {
  if (state.step === 'resolving') return 'Looking up the names in the question';
  if (subject) return `Reading ${subject.label}: objects, events, logs, recent changes`;
  return request?.errorMessage
    ? 'Reading the pasted text'
    : 'Reading the cluster: objects, events, logs, recent changes';
}

/** What is being done right now, and for how long already. */
export function ReadingProgress({ turn }: { turn: Turn }) {
  const seconds = useSeconds();
  return (
    <Working>
      {words(turn)}…{/* Kept from screen readers: a count read aloud each second drowns everything else. */}
      {seconds > 0 && <span aria-hidden> {seconds} s</span>}
    </Working>
  );
}
