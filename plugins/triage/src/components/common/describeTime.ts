const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A span in its two most telling words: `40 s`, `6 min`, `3 h`, `6 days`. */
export function describeDuration(seconds: number): string {
  const s = Math.max(0, Math.round(seconds));
  if (s < MINUTE) return `${s} s`;
  if (s < 2 * HOUR) return `${Math.round(s / MINUTE)} min`;
  if (s < 2 * DAY) return `${Math.round(s / HOUR)} h`;
  return `${Math.round(s / DAY)} days`;
}

/** `relative` is for reading, `exact` names the reader's own time zone. */
export function describeTime(at: string, now: Date): { relative: string; exact: string } {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return { relative: at, exact: at };
  const seconds = (now.getTime() - time.getTime()) / 1000;
  const exact = time.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'long' });
  if (seconds < -5) return { relative: `in ${describeDuration(-seconds)}`, exact };
  if (seconds < 5) return { relative: 'just now', exact };
  return { relative: `${describeDuration(seconds)} ago`, exact };
}

/** `14:02` today, `Mon 14:02` within a week, the date before that. */
export function describeClock(at: string, now: Date): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  const clock = time.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });
  if (time.toDateString() === now.toDateString()) return clock;
  const days = (now.getTime() - time.getTime()) / 1000 / DAY;
  return days >= 0 && days < 7
    ? `${time.toLocaleDateString([], { weekday: 'short' })} ${clock}`
    : `${time.toLocaleDateString([], { day: 'numeric', month: 'short' })} ${clock}`;
}
