import { Category } from '../categories';
import { adviceFor } from '../fixes/adviceFor';
import { FixAction } from '../fixes/FixAction';
import { ContainerLog, decisiveClue } from '../logs/LogBook';
import { LogClue } from '../logs/LogMiner';
import { parseLogLine } from '../logs/LogLine';
import { EvidenceDraft } from './Analyzer';
import { hostsIn } from '../cluster/calls';
import { clip } from '../explain/words';
import { fromLog } from './evidence';

/** What a log says about a failure. */
export interface LogCause {
  clue: LogClue;
  /** A sentence without a full stop: `PostgreSQL at db:5432 rejected the password of user app`. */
  sentence: string;
  category?: Category;
  /** What a person can do about it. */
  advice: FixAction[];
  /** The decisive line first, then up to two other kinds of clue. */
  evidence: EvidenceDraft[];
  /** The other end of the call that fails, when the line speaks of one. */
  host?: string;
}

export function logCause(log: ContainerLog | undefined): LogCause | undefined {
  const clue = decisiveClue(log);
  if (!log || !clue) return undefined;
  const named = hostNamedBefore(clue, log);
  const others = log.clues.filter(other => other !== clue && !other.recovered && other.weight >= 0.4).slice(0, 2);
  return {
    clue,
    sentence: named ? `${sentenceOf(clue)} (the lines before name ${named})` : sentenceOf(clue),
    category: clue.category,
    advice: clue.own?.advice
      ? [{ type: 'advice', description: clue.own.advice, risk: 'LOW' }]
      : adviceFor(clue.category, clue.facts),
    evidence: [clue, ...others].map(each => fromLog(log.pod, log.container, log.previous, each)),
    host: clue.facts.host ?? named ?? hostOfOthers(clue, others),
  };
}

/** A panic that only says that there is no session has the failed call among the lines before it. */
function hostOfOthers({ category, line }: LogClue, others: LogClue[]): string | undefined {
  if (category !== undefined && category !== 'crash-loop-app-error') return undefined;
  return others.find(
    other =>
      other.facts.host && other.line < line && (other.category === 'dependency-down' || other.category === 'dns'),
  )?.facts.host;
}

/** So many lines above a failed call its program may say whom it calls. */
const NEAR = 20;

/** A failed call whose line names no host: programs often say just before whom they call. */
function hostNamedBefore({ category, facts, line, before }: LogClue, log: ContainerLog): string | undefined {
  if (facts.host || (category !== 'dns' && category !== 'dependency-down')) return undefined;
  const above = log.clues.filter(other => other.line < line && other.line >= line - NEAR).map(({ text }) => text);
  return [...above, ...before].flatMap(text => hostsIn(text, '', false)).pop()?.host;
}

/**
 * Plain words where a signature knows the line, with the line's own message behind them when they name nothing of it.
 * For an unknown line the message alone, without its time and level.
 */
function sentenceOf(clue: LogClue): string {
  const message = clip(parseLogLine(clue.text).message.trim(), 200).replace(/\.$/, '');
  const words = clue.sentence?.trim().replace(/\.$/, '');
  if (!words) return message;
  const isConcrete = Object.values(clue.facts).some(fact => fact.length > 2 && words.includes(fact));
  if (!isConcrete) return `${words}: ${message}`;
  const problem = clue.category === 'config-invalid' ? problemOf(clue, message) : undefined;
  return problem && !words.includes(problem) ? `${words}: ${problem}` : words;
}

/** What is wrong with the file that a line names: it stands behind the name, or on the next line. */
function problemOf({ facts, details }: LogClue, message: string): string | undefined {
  const named = facts.file ?? facts.path;
  const behind = named && message.includes(named) ? message.slice(message.indexOf(named) + named.length) : '';
  const said = [behind, ...details].map(text => text.replace(/^[\s:"'\x60*)\]>-]+/, '').trim());
  return said
    .map(text => clip(text, 140).replace(/[.:]$/, ''))
    .find(text => /\p{L}{3}/u.test(text) && !/^\d+ errors? occurred/.test(text));
}

/** The end of the log, for want of a better clue: it shows what the program did last. */
export function tailEvidence(log: ContainerLog | undefined): EvidenceDraft[] {
  if (!log || log.tail.length === 0) return [];
  const text = log.tail.slice(-5).join('\n');
  return [
    {
      kind: 'log',
      source: `pod/${log.pod.metadata.name} container ${log.container}${
        log.previous ? ' (previous run)' : ''
      }, last lines`,
      text: text.length > 500 ? `…${text.slice(-499)}` : text,
      log: { line: log.lines, before: [], after: [] },
    },
  ];
}
