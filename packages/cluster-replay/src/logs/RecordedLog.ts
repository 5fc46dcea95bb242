import { FileHandle, open } from 'node:fs/promises';
import { moveTime } from '../time/rfc3339';
import { ContainerRun } from './ContainerRun';
import { findLineStart, findTail, LOG_BLOCK_BYTES } from './findLines';
import { HeadRewriter, LineHeads } from './LineHeads';
import { LogQuery } from './logOptions';
import { formatLogTimestamp, LOG_TIMESTAMP, LOG_TIMESTAMP_BYTES, parseLogTimestamp } from './logTimestamp';

export interface LogTimes {
  /** Each line has a time before it. */
  recorded: boolean;
  /** What those times are moved by, in milliseconds. */
  deltaMs: number;
  /**
   * When the log was written. Lines without a time are taken to be spread evenly over it, by bytes: the first stands at
   * the start of the run, the last near its end.
   */
  run: ContainerRun;
}

/**
 * A log on disk, read as it is sent: memory does not grow with its size, and a tail or a time does not cost reading
 * what comes before.
 */
export class RecordedLog {
  constructor(private readonly path: string, private readonly times: LogTimes) {}

  /**
   * The bytes to send. The file is open only while this is being read.
   *
   * @param nowMs - what `sinceSeconds` counts back from, milliseconds since the epoch
   */
  async *read(query: LogQuery, nowMs: number): AsyncGenerator<Uint8Array> {
    const file = await open(this.path, 'r');
    try {
      const { size } = await file.stat();
      let position = await findStart(file, size, this.times, query, nowMs);
      const rewriter = rewriterOf(this.times, query, size);
      const heads = rewriter && new LineHeads(rewriter, position);
      let budget = query.limitBytes ?? Infinity;
      while (position < size && budget > 0) {
        const { buffer, bytesRead } = await file.read(
          Buffer.allocUnsafe(LOG_BLOCK_BYTES),
          0,
          Math.min(LOG_BLOCK_BYTES, size - position),
          position,
        );
        if (bytesRead === 0) break;
        position += bytesRead;
        const data = buffer.subarray(0, bytesRead);
        const out = (heads ? heads.push(data) : data).subarray(0, budget);
        budget -= out.length;
        if (out.length > 0) yield out;
      }
      const rest = heads?.end().subarray(0, Math.max(0, budget));
      if (rest?.length) yield rest;
    } finally {
      await file.close();
    }
  }
}

async function findStart(
  file: FileHandle,
  size: number,
  times: LogTimes,
  query: LogQuery,
  nowMs: number,
): Promise<number> {
  const tail = query.tailLines === undefined ? 0 : await findTail(file, size, query.tailLines);
  const since = query.sinceSeconds === undefined ? query.sinceTimeMs : nowMs - query.sinceSeconds * 1000;
  if (since === undefined) return tail;
  const first = times.recorded
    ? await findTime(file, size, since - times.deltaMs)
    : await findByShare(file, size, times.run, since);
  return Math.max(tail, first);
}

/** Where the first line begins that is not older than a time, in a log whose times were recorded. */
async function findTime(file: FileHandle, size: number, ms: number): Promise<number> {
  const head = Buffer.alloc(LOG_TIMESTAMP_BYTES);
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const line = await findLineStart(file, size, middle);
    const { bytesRead } = await file.read(head, 0, LOG_TIMESTAMP_BYTES, line);
    const time = parseLogTimestamp(head.toString('latin1', 0, bytesRead));
    if (line < size && (time ?? -Infinity) < ms) low = line + 1;
    else high = middle;
  }
  return findLineStart(file, size, low);
}

async function findByShare(file: FileHandle, size: number, run: ContainerRun, ms: number): Promise<number> {
  if (ms > run.endMs) return size;
  if (ms <= run.startMs) return 0;
  return findLineStart(file, size, Math.ceil(((ms - run.startMs) / (run.endMs - run.startMs)) * size));
}

function rewriterOf({ recorded, deltaMs, run }: LogTimes, query: LogQuery, size: number): HeadRewriter | undefined {
  if (recorded) {
    return query.timestamps && deltaMs === 0 ? undefined : recordedTimes(query.timestamps, deltaMs);
  }
  return query.timestamps ? spreadTimes(run, size) : undefined;
}

function recordedTimes(shown: boolean, deltaMs: number): HeadRewriter {
  return {
    headBytes: LOG_TIMESTAMP_BYTES,
    rewrite: head => {
      const [prefix] = LOG_TIMESTAMP.exec(head.toString('latin1')) ?? [];
      if (!prefix) return { text: '', consumed: 0 };
      return { text: shown ? `${moveTime(prefix.trimEnd(), deltaMs)} ` : '', consumed: prefix.length };
    },
  };
}

function spreadTimes(run: ContainerRun, size: number): HeadRewriter {
  const msPerByte = (run.endMs - run.startMs) / Math.max(1, size);
  return {
    headBytes: 0,
    rewrite: (_, position) => ({
      text: `${formatLogTimestamp(Math.floor(run.startMs + msPerByte * position))} `,
      consumed: 0,
    }),
  };
}
