import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LOG_TIMESTAMP, parseLogTimestamp } from '../logs/logTimestamp';

/** Logs that are looked at to learn whether a recording has timestamps in its logs. */
const SAMPLED_LOGS = 50;

/** Bytes at the end of a log in which its last line is looked for. */
const LAST_BYTES = 4096;

/**
 * Whether the logs under a folder were recorded with a time before each line. The recording tool notes it nowhere, but
 * then every log has the kubelet's form of it: an application that prints such times itself is told apart by the others.
 */
export async function sampleLogTimestamps(logs: string): Promise<boolean> {
  let seen = 0;
  for await (const file of logFiles(logs)) {
    const start = await readPart(file, 64);
    if (start === '') continue;
    if (!LOG_TIMESTAMP.test(start)) return false;
    if (++seen >= SAMPLED_LOGS) return true;
  }
  return seen > 0;
}

/** The newest of the last lines' times, in milliseconds since the epoch. */
export async function newestLogTime(logs: string): Promise<number | undefined> {
  let newest: number | undefined;
  for await (const file of logFiles(logs)) {
    for (const line of (await readPart(file, -LAST_BYTES)).split('\n')) {
      const time = parseLogTimestamp(line);
      if (time !== undefined && (newest === undefined || time > newest)) newest = time;
    }
  }
  return newest;
}

async function* logFiles(logs: string): AsyncGenerator<string> {
  for (const namespace of await list(logs)) {
    for (const pod of await list(join(logs, namespace))) {
      for (const name of await list(join(logs, namespace, pod))) {
        if (name.endsWith('.log')) yield join(logs, namespace, pod, name);
      }
    }
  }
}

async function list(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

/** The first bytes of a file, or the last ones when `bytes` is negative. */
async function readPart(file: string, bytes: number): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const start = bytes < 0 ? Math.max(0, (await handle.stat()).size + bytes) : 0;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.abs(bytes)), 0, Math.abs(bytes), start);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
