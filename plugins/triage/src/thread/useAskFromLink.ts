import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import { subjectOfQuery } from '../question/askLink';
import type { Subject } from '../question/Subject';

/** Asks what the address asks, once, and takes it out of the address, so that a reload does not ask again. */
export function useAskFromLink(ask: (subject: Subject) => void): void {
  const [query, setQuery] = useSearchParams();
  const asked = useRef<string>();
  useEffect(() => {
    const subject = subjectOfQuery(query);
    if (!subject) {
      asked.current = undefined;
      return;
    }
    if (asked.current === query.toString()) return;
    asked.current = query.toString();
    setQuery({}, { replace: true });
    ask(subject);
  }, [query, setQuery, ask]);
}
