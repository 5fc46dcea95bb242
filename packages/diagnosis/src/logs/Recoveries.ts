import { SignatureMatch } from './signatures/SignatureCatalog';

/** Troubles that a recovery may end. */
const RECENT_TROUBLES = 64;
/** A recovery that names nothing ends only what stands so close before it. In lines. */
const REACH = 50;
/** Recovery templates that are followed; more than a program has. */
const MAX_RECOVERIES = 500;

export const SPEAKS_OF_RETRY =
  /\b(?:retr(?:y|ies|ying)|attempts?|re-?connect\w{0,4}|switching to|fall(?:ing)? ?back|fail(?:ing)? ?over|try \d|will try|backoff|greylist\w{0,3}|temporar\w{1,4}|transient)\b/i;
const TRANSIENT = new Set(['dns', 'dependency-down', 'tls-certificate', 'clock-or-deadlock']);

/** What {@link Recoveries} has to know of a trouble. */
export interface Trouble {
  lastLine: number;
  recoveredLine: number;
  text: string;
  level?: string;
  logger?: string;
  match?: SignatureMatch;
  traced: boolean;
  /** It was one of several attempts, as its first line says. */
  retried: boolean;
}

interface Recovery {
  host?: string;
  logger?: string;
  /** It only tells that some connection was made: it ends troubles of the same host or component alone. */
  weak: boolean;
}

/** Tells which troubles the program got over: a retry that succeeded, a connection that was made again. */
export class Recoveries {
  private readonly recent: Trouble[] = [];
  private next = 0;
  private readonly known = new Map<number, Recovery>();
  private readonly lastLineOfHost = new Map<string, number>();

  trouble(trouble: Trouble): void {
    if (this.recent[(this.next + RECENT_TROUBLES - 1) % RECENT_TROUBLES] === trouble) return;
    this.recent[this.next] = trouble;
    this.next = (this.next + 1) % RECENT_TROUBLES;
  }

  recovery(template: number, line: number, match: SignatureMatch, logger?: string): void {
    const recovery = { host: match.facts.host, logger, weak: match.signature.name === 'connected' };
    if (this.known.size < MAX_RECOVERIES) this.known.set(template, recovery);
    this.ends(recovery, line);
  }

  /** A template that may be a recovery occurred again. */
  occurredAgain(template: number, line: number): void {
    const recovery = this.known.get(template);
    if (recovery) this.ends(recovery, line);
  }

  isRecovered(trouble: Trouble): boolean {
    const { host } = trouble.match?.facts ?? {};
    const hostAt = host ? this.lastLineOfHost.get(host) ?? 0 : 0;
    return Math.max(trouble.recoveredLine, hostAt) > trouble.lastLine;
  }

  private ends(recovery: Recovery, line: number): void {
    if (recovery.host && this.lastLineOfHost.size < MAX_RECOVERIES) this.lastLineOfHost.set(recovery.host, line);
    for (const trouble of this.recent) {
      if (trouble && trouble.lastLine < line && isEndOf(recovery, trouble, line)) trouble.recoveredLine = line;
    }
  }
}

function isEndOf(recovery: Recovery, trouble: Trouble, line: number): boolean {
  if (trouble.level === 'fatal' || (trouble.traced && !trouble.retried)) return false;
  const { host } = trouble.match?.facts ?? {};
  if (host && recovery.host) return host === recovery.host;
  const sameLogger = recovery.logger !== undefined && recovery.logger === trouble.logger;
  if (line - trouble.lastLine > REACH && !sameLogger) return false;
  const category = trouble.match?.signature.category;
  const transient =
    (category !== undefined && TRANSIENT.has(category)) ||
    trouble.match?.signature.meaning === 'symptom' ||
    trouble.retried ||
    SPEAKS_OF_RETRY.test(trouble.text);
  return transient && (sameLogger || !recovery.weak);
}
