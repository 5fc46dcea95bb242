import { ClusterReadError } from '../cluster/ClusterReader';
import { LogBatch } from '../cluster/LogBatch';
import { untilAborted } from '../TimeBudget';
import { KeywordIndex } from './KeywordIndex';
import { MiningContext } from './LogMiner';

/** What the kubelet writes into the answer instead of a log that it no longer has. */
const KUBELET_EXCUSE =
  /^(?:unable to retrieve container logs for [a-z-]{1,30}:\/\/[0-9a-f]{8,128}$|failed to (?:try resolving symlinks in path|open log file|create fsnotify watcher)[^\n]{0,400}(?:no such file or directory|too many open files)|failed to get container status [^\n]{0,200}rpc error: |rpc error: code = (?:NotFound|Unknown|Unavailable) desc = )/;
/** Such a line comes alone, or after what was read before the file went away. In characters. */
const MAX_EXCUSE = 1_000;

/** How the reading of a log ended. */
export interface LogReading {
  /** Lines handed on. */
  lines: number;
  /** Why the rest is missing; absent when the log was read to its end. */
  cut?: ClusterReadError;
  /** The kubelet said that it has no log. */
  gone?: boolean;
}

/**
 * Hands a log on until it ends, fails or its time is up, and notes in `reading` which of them. What was read before counts,
 * so only a failure before the first line is thrown.
 *
 * @throws the caller's reason when the signal is aborted for anything but the time
 */
export async function* limitedLog(
  log: AsyncIterable<LogBatch>,
  reading: LogReading,
  context: MiningContext,
  signal?: AbortSignal,
): AsyncIterable<LogBatch> {
  const batches = log[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await untilAborted(Promise.resolve(batches.next()), signal);
      if (done) return;
      const lines = hasExcuse(value) ? [...value].filter(line => !isExcuse(line)) : value;
      if (lines.length < value.length) reading.gone = true;
      reading.lines += lines.length;
      yield lines;
    }
  } catch (error) {
    if (!(error instanceof ClusterReadError) || reading.lines === 0) throw error;
    reading.cut = error;
    // What was read last is not what the process said last.
    context.exited = false;
  } finally {
    // not awaited: what does not answer does not end either
    Promise.resolve(batches.return?.()).catch(() => {});
  }
}

/** Words of the excuses, one of each. */
const EXCUSE_WORDS = new KeywordIndex(
  ['unable to retrieve', 'failed to ', 'rpc error: '].map(literal => ({ literal, id: 0 })),
);

function hasExcuse(batch: LogBatch): boolean {
  const { hints } = batch;
  for (let index = 0; index < batch.length; index += 1) {
    if (hints) {
      const first = hints.first(index);
      // u, f, r
      if (first !== 117 && first !== 102 && first !== 114) continue;
      if (!hints.mentions(index, EXCUSE_WORDS)) continue;
    }
    if (isExcuse(batch.at(index)!)) return true;
  }
  return false;
}

function isExcuse(line: string): boolean {
  const first = line.charCodeAt(0);
  // u, f, r: nearly no line of a log gets further
  return (first === 117 || first === 102 || first === 114) && line.length <= MAX_EXCUSE && KUBELET_EXCUSE.test(line);
}
