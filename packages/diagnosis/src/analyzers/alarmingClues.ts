import { Category } from '../categories';
import { Scope } from '../cluster/Scope';
import { DECISIVE } from '../logs/LogBook';
import { LogClue, MinedLog } from '../logs/LogMiner';

/** A pod that runs and is ready has to say clearly that something is wrong before anybody is alarmed. */
const CLEAR = 0.6;
/** From this weight a line is believed however often it comes. */
const SURE = 0.75;
/** Share of the lines of a log up to which a kind of line is rare. */
const RARE = 0.001;
/** What occurs no more often than this is an incident, not a state. */
const FEW = 3;
/** Share of the lines from which a warning prevails. */
const PREVALENT = 0.2;
/** Lines that a log has to go on for before a few failed calls are over. */
const OVER = 20;
/** Lines from which a log is long enough for a single line to stand out. */
const LONG_LOG = 2_000;

const RETRY = /\b(?:retrying|will (?:be )?retr(?:y|ied)|retry in|try(?:ing)? again|next attempt)\b/i;
/** Failures that come and go with a network, a token or a lock. */
const PASSING: Category[] = ['dependency-down', 'dns', 'tls-certificate', 'permission-denied', 'clock-or-deadlock'];
/** What those who ask do wrong, as a server tells it. */
const OF_CLIENTS = ['refused-operation', 'sql-constraint-violated'];
/** They end a single request; what that means for the work, the line does not tell. */
const OF_A_REQUEST = [
  'exception-line',
  'uncaught-exception',
  'null-dereference',
  'sql-table-missing',
  'sql-column-missing',
];

/**
 * The lines of a container that runs and is ready which tell that its work fails.
 *
 * Healthy services log errors too: of single requests, of retries, of others' mistakes. What separates them is whether
 * it goes on, how rare it is in a long log, and whether somebody complains.
 */
export function alarmingClues(log: MinedLog, scope: Complaint): LogClue[] {
  return log.clues.filter(clue => clue.own || isAlarming(clue, log, scope));
}

/** The same of a container that a failing call leads to: what it says has been accused by another already. */
export function accusedClues(log: MinedLog): LogClue[] {
  return log.clues.filter(
    clue =>
      clue.category !== undefined &&
      clue.weight >= DECISIVE &&
      // That some session timed out is daily bread below the level of a warning.
      !(clue.level === 'info' && clue.signature === 'connection-timed-out-plain') &&
      !OF_CLIENTS.includes(clue.signature ?? '') &&
      !OF_A_REQUEST.includes(clue.signature ?? '') &&
      !isOver(clue, log),
  );
}

type Complaint = Pick<Scope, 'complaint' | 'past'>;

function isAlarming(clue: LogClue, log: MinedLog, { complaint, past }: Complaint): boolean {
  const { category, signature, weight, occurrences, level } = clue;
  const standsOut = complaint && occurrences <= FEW && log.lines >= LONG_LOG;
  // Nobody would call it an error, but it tells what is different since.
  if (signature === 'setting-changed') return standsOut;
  if (weight < CLEAR) return false;
  if (isOver(clue, log)) return standsOut && (past || category !== 'dependency-down');
  if (signature !== undefined && OF_CLIENTS.includes(signature)) return standsOut;
  // What is only likely, and comes with every hundredth request, is the mistake of those who ask.
  if (weight < SURE && occurrences > FEW && occurrences > log.lines * RARE) return complaint && prevails(clue, log);
  const isLoud = level === undefined || level === 'error' || level === 'fatal';
  if (signature === undefined) return standsOut && isLoud;
  if (OF_A_REQUEST.includes(signature) && occurrences <= FEW) return standsOut;
  return isLoud || occurrences <= FEW || (complaint && prevails(clue, log));
}

/** A warning that comes with every fifth line up to the end is what the program does now. */
function prevails({ occurrences, lastLine }: LogClue, { lines }: MinedLog): boolean {
  return occurrences >= 5 && occurrences >= lines * PREVALENT && lastLine >= lines - OVER;
}

/** It failed a few times and then no more, or was to be tried again and nothing more is heard of it. */
function isOver({ category, signature, occurrences, lastLine, text }: LogClue, { lines }: MinedLog): boolean {
  const since = lines - lastLine;
  if (occurrences > FEW)
    return category !== undefined && PASSING.includes(category) && since > Math.max(OVER, lines / 2);
  const isPassage = RETRY.test(text) || signature === 'database-starting-or-stopping';
  if (isPassage && lastLine < lines - 3) return true;
  return category !== undefined && PASSING.includes(category) && lastLine < lines - OVER;
}
