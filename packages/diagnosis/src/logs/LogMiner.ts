import { Category } from '../categories';
import { Severity } from '../Diagnosis';
import { LogLevel } from './LogLine';

/** A line that may tell why a container fails, with its neighbours. */
export interface LogClue {
  /** Counted from 1 in the stream. */
  line: number;
  /** Of its last occurrence, with its trace. */
  lastLine: number;
  text: string;
  /** Lines that belong to it: what a database adds, the fields that do not validate, the place in the program. At most 5. */
  details: string[];
  before: string[];
  after: string[];
  /** What kind of cause the line speaks of; `undefined` when it is only loud or rare. */
  category?: Category;
  /** Name of the signature that matched, e.g. `postgres-auth-failed`. */
  signature?: string;
  /** Facts taken from the line by the signature: `host`, `port`, `path`, `variable`, `user`, `status`, `verb`, `resource`, … */
  facts: Record<string, string>;
  /** 0..1: how likely this line is the cause, from signature, level, distance to the end and rarity together. */
  weight: number;
  /** How often lines of this template occurred in the whole log. */
  occurrences: number;
  /** Later lines show that the program recovered from it (a retry that succeeded, "reconnected", …). */
  recovered: boolean;
  /** What the signature says in plain English, with the facts in it; `undefined` without a signature. */
  sentence?: string;
  /** What `triage.signatures` says about it, when one of those matched. */
  own?: { severity?: Severity; advice?: string };
  level?: LogLevel;
  /** Component that printed the line, where its format names one. */
  logger?: string;
}

export interface MinedLog {
  lines: number;
  /** Characters with line ends; equal to bytes for ASCII. */
  bytes: number;
  /** Best first, at most 10. Multi-line stack traces are one clue whose `text` is the innermost cause. */
  clues: LogClue[];
  /** The last lines of the log, at most 20. */
  tail: string[];
}

/** How the container stands, which decides what its lines mean. */
export interface MiningContext {
  /** The log ends because the process exited: what stands right before the end weighs most. */
  exited: boolean;
  exitCode?: number;
}
