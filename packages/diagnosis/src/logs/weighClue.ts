import { LogLevel } from './LogLine';
import { MiningContext } from './LogMiner';
import { SignatureMatch } from './signatures/SignatureCatalog';

/** What is known of a line when it is weighed. */
export interface Weighable {
  level?: LogLevel;
  match?: SignatureMatch;
  /** A stack trace belongs to it. */
  traced: boolean;
  /** The line has a word that speaks of trouble. */
  negative: boolean;
  recovered: boolean;
  occurrences: number;
  /** Lines that say something between its last occurrence and the end of the log. */
  distanceToEnd: number;
  /** Lines of the whole log. */
  lines: number;
}

/** How far the level is to be believed when a signature knows the line. */
const LEVEL_FACTOR: Record<LogLevel, number> = { fatal: 1.05, error: 1, warn: 0.85, info: 0.6, debug: 0.4 };
/** What the level alone says. */
const LEVEL_WEIGHT: Record<LogLevel, number> = { fatal: 0.68, error: 0.45, warn: 0.22, info: 0.12, debug: 0.05 };
/** What the distance to the exit adds, in lines that say something. */
const CLOSENESS = [
  { within: 2, adds: 0.22 },
  { within: 10, adds: 0.14 },
  { within: 50, adds: 0.05 },
];
/** A log needs so many lines before one line can be called rare. */
const RARITY_FROM_LINES = 1_000;

/** 0..1: how likely the line is the cause; see {@link LogClue.weight}. */
export function weighClue(clue: Weighable, context: MiningContext): number {
  const failed = context.exited && context.exitCode !== 0;
  let weight = Math.max(fromSignature(clue), fromLevel(clue));
  if (failed) weight += nearExit(clue);
  else if (clue.occurrences >= 2 && clue.distanceToEnd <= Math.max(10, clue.lines * 0.05)) weight += 0.08;
  weight += rarity(clue);
  if (clue.match?.signature.meaning === 'symptom') weight = Math.min(weight, 0.4);
  if (isQuiet(clue)) weight *= 0.5;
  if (clue.recovered) weight *= 0.35;
  if (context.exited && context.exitCode === 0) weight *= 0.6;
  return Math.round(Math.min(1, Math.max(0, weight)) * 100) / 100;
}

function fromSignature({ match, level }: Weighable): number {
  if (!match || isQuietMeaning(match)) return 0;
  if (match.signature.own) return match.signature.weight;
  return match.signature.weight * (level ? LEVEL_FACTOR[level] : 0.97);
}

function fromLevel({ level, traced, negative }: Weighable): number {
  const spoken = level ? LEVEL_WEIGHT[level] : 0.2;
  const words = negative && level !== 'info' && level !== 'debug' ? 0.1 : 0;
  const trace = traced && level !== 'info' && level !== 'debug' ? 0.68 : 0;
  return Math.max(trace, spoken + words);
}

/** What stands right before the exit matters most. */
function nearExit({ distanceToEnd, negative, level, match }: Weighable): number {
  const speaks = negative || match !== undefined || level === 'error' || level === 'fatal';
  const closeness = CLOSENESS.find(({ within }) => distanceToEnd <= within)?.adds ?? 0;
  return speaks ? closeness : closeness / 2;
}

/** One line among 100,000 counts; one that comes all the time is what this program always says. */
function rarity({ occurrences, lines, level, match }: Weighable): number {
  if (lines < RARITY_FROM_LINES) return 0;
  const loud = level === 'error' || level === 'fatal' || (match?.signature.weight ?? 0) >= 0.6;
  if (occurrences <= 3 || occurrences / lines <= 0.0002) return loud ? 0.15 : 0.03;
  return occurrences / lines > 0.01 ? -0.12 : 0;
}

function isQuiet({ match }: Weighable): boolean {
  return match !== undefined && isQuietMeaning(match);
}

function isQuietMeaning({ signature }: SignatureMatch): boolean {
  return signature.meaning === 'harmless' || signature.meaning === 'recovery';
}
