import { LogBatch } from '../cluster/LogBatch';

/** Where a program says that it accepts connections. */
export interface ListenAddress {
  /** `127.0.0.1`, `localhost`, `0.0.0.0`, …; `undefined` when the line names a port only. */
  address?: string;
  port: number;
  /** Counted from 1. */
  line: number;
  text: string;
}

/** Programs say it when they start. In lines. */
const FIRST_LINES = 2_000;
const MAX_ADDRESSES = 10;
/** Characters of a line that are looked at. */
const MAX_LINE = 400;

const SAYS =
  /\b(?:listening|listens? on|bound to|binding to|running (?:on|at)|serving|started (?:server )?(?:on|at)|started on|start(?:ing)? server|server started|accept(?:ing)? connections)\b/i;
const DENIES = /\b(?:not listening|no longer|fail|cannot|can't|unable|refused|in use|error|stopped|closed)/i;
const HOST = String.raw`127\.\d{1,3}\.\d{1,3}\.\d{1,3}|localhost|\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[[0-9a-f:]{0,39}\]|::1?|\*`;
const ADDRESS_PORT = new RegExp(String.raw`(?:(?<![\w.])(${HOST}))?:(\d{2,5})(?![\d:.])`, 'i');
const ADDRESS_THEN_PORT = new RegExp(String.raw`(?<![\w.])(${HOST})"?,? (?:on )?port[ :=]{1,2}(\d{2,5})`, 'i');
const PORT = /\bport(?:\(s\)|s)?[ :="]{1,3}(\d{2,5})\b|\b(?:listening|serving|running|listens?) (?:on|at) (\d{2,5})\b/i;

/** Hands the lines of a log through and notes the addresses that its program says it listens on. */
export async function* notingAddresses(
  batches: AsyncIterable<LogBatch>,
  found: ListenAddress[],
): AsyncIterable<LogBatch> {
  let number = 0;
  for await (const batch of batches) {
    for (let index = 0; number + index < FIRST_LINES && index < batch.length; index++) {
      const heard = found.length < MAX_ADDRESSES ? listenAddressIn(batch.at(index)!) : undefined;
      if (heard) found.push({ ...heard, line: number + index + 1 });
    }
    number += batch.length;
    yield batch;
  }
}

export function listenAddressIn(line: string): Omit<ListenAddress, 'line'> | undefined {
  const text = line.slice(0, MAX_LINE);
  const start = SAYS.exec(text)?.index;
  if (start === undefined || DENIES.test(text)) return undefined;
  // What stands before the verb is the time of the line.
  const rest = text.slice(start);
  const pair = ADDRESS_THEN_PORT.exec(rest) ?? ADDRESS_PORT.exec(rest);
  const alone = PORT.exec(rest);
  const port = Number(pair?.[2] ?? alone?.[1] ?? alone?.[2]);
  if (!(port > 0 && port < 65_536)) return undefined;
  return { address: pair?.[1]?.replace(/^\[(.*)\]$/, '$1'), port, text };
}

/** Only programs of the same pod can reach it there. */
export function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(?:127\.|localhost$|::1$)/i.test(address);
}
