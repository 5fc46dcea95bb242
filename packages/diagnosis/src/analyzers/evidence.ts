import { nameOf, refOf } from '../cluster/ClusterGraph';
import { eventCount, eventMessage, eventTime } from '../cluster/events';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { LogClue } from '../logs/LogMiner';
import { EvidenceDraft } from './Analyzer';

/** A quotation longer than this is a dump, not a proof. */
const MAX_TEXT = 500;

export function quote(text: string): string {
  const tidy = text.trim();
  return tidy.length <= MAX_TEXT ? tidy : `${tidy.slice(0, MAX_TEXT - 1)}…`;
}

export function fromEvent(event: KubernetesObject): EvidenceDraft {
  const about = event.involvedObject ?? event.regarding;
  const count = eventCount(event);
  return {
    kind: 'event',
    source: `event on ${nameOf(about)}`,
    text: quote(`${event.reason}${count > 1 ? ` (x${count})` : ''}: ${eventMessage(event)}`),
    at: eventTime(event),
  };
}

export function fromObject(object: KubernetesObject, text: string, at?: string): EvidenceDraft {
  return { kind: 'object', source: nameOf(refOf(object)), text: quote(text), at };
}

export function fromLog(pod: KubernetesObject, container: string, previous: boolean, clue: LogClue): EvidenceDraft {
  // Complaints about a configuration go on below their first line, if only for a reader: what is wrong stands there.
  const goesOn = clue.category === 'config-invalid' || /:\s*$/.test(clue.text);
  const below = goesOn ? clue.after.filter(line => /\p{L}/u.test(line)).slice(0, 3) : [];
  const belonging = [...new Set([...below, ...clue.details])];
  return {
    kind: 'log',
    source: `${nameOf(refOf(pod))} container ${container}${previous ? ' (previous run)' : ''}`,
    text: quote([clue.text, ...belonging].join('\n')),
    log: {
      line: clue.line,
      before: clue.before.slice(-3).map(quote),
      after: clue.after
        .filter(line => !belonging.includes(line.trimEnd()))
        .slice(0, 3)
        .map(quote),
    },
  };
}

export function fromChange(source: string, text: string, at?: string): EvidenceDraft {
  return { kind: 'change', source, text: quote(text), at };
}
