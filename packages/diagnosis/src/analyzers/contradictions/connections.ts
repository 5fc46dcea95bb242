import { Category } from '../../categories';

/** Findings of a caller that may be about the far end. */
const OF_CALLERS: Category[] = [
  'dns',
  'dependency-down',
  'crash-loop-app-error',
  'crash-loop-config',
  'init-container',
  'job-failed',
  'log-needle',
  'readiness-probe',
  'liveness-probe',
  'startup-probe',
  'clock-or-deadlock',
  'tls-certificate',
  'network-policy',
];

const NO_CONNECTION =
  /refused|time[d-]? ?-?out|timeout|no route|unreachable|reset by|can ?not connect|could not connect|unable to connect|failed to connect|connection attempt failed|handshake|i\/o timeout|certificate/i;

/** Whether a failure is one of reaching something, by what it says. */
export function failsToConnect(category: Category, text: string): boolean {
  return OF_CALLERS.includes(category) && NO_CONNECTION.test(text);
}

/** Whether a text names a host or an address as a word of its own. */
export function names(text: string, host: string): boolean {
  if (!/^[-a-z0-9.:]{2,253}$/i.test(host)) return false;
  const escaped = host.replace(/[.]/g, '\\.');
  return new RegExp(`(?<![-\\w.])${escaped}(?![-\\w])(?!\\.\\w)`, 'i').test(text);
}
