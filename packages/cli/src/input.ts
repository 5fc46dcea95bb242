import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { badUse } from './CliError';

/** All of stdin. Waiting for a person to type an error text would look like hanging, so that gets a sentence. */
export async function readStdin(): Promise<string> {
  if (process.stdin.isTTY) {
    process.stderr.write('Reading from the terminal; end with Ctrl-D.\n');
  }
  return text(process.stdin);
}

export interface TextLine {
  id: unknown;
  text: string;
}

/**
 * The lines `{"id", "text"}` of a file; `-` is stdin. Empty lines are skipped.
 *
 * @throws CliError (exit code 2) for a file that can't be read and for a line that is something else
 */
export async function* readTextLines(file: string): AsyncIterable<TextLine> {
  const input: Readable = file === '-' ? process.stdin : createReadStream(file);
  let number = 0;
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number += 1;
      if (line.trim() !== '') {
        yield parseLine(line, `${file === '-' ? 'stdin' : file}, line ${number}`);
      }
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).syscall
      ? badUse(`${file} cannot be read: ${(error as Error).message}`)
      : error;
  }
}

function parseLine(line: string, where: string): TextLine {
  let value: any;
  try {
    value = JSON.parse(line);
  } catch {
    throw badUse(`${where}: this is not JSON.`);
  }
  if (typeof value?.text !== 'string') {
    throw badUse(`${where}: "text" is missing or no string; each line must be like {"id": 1, "text": "…"}.`);
  }
  return { id: value.id, text: value.text };
}
