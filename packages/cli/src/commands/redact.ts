import { createRedactor, LineRedactor } from '@triage/diagnosis';
import { readTextLines } from '../input';
import { write } from '../output';

export interface RedactOptions {
  jsonl?: string;
}

/** A line longer than this (characters) is redacted in pieces, so that memory stays flat. */
const PIECE = 8 * 1024 * 1024;

export async function redactCommand({ jsonl }: RedactOptions): Promise<void> {
  if (jsonl !== undefined) {
    for await (const { id, text } of readTextLines(jsonl)) {
      // texts of different people: equal placeholders in two of them would say something about both
      await write(`${JSON.stringify({ id, text: createRedactor().text(text) })}\n`);
    }
    return;
  }

  const redactor = new LineRedactor(createRedactor());
  let rest = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) {
    rest += chunk;
    const end = rest.lastIndexOf('\n');
    if (end >= 0 || rest.length > PIECE) {
      const block = end >= 0 ? rest.slice(0, end) : rest;
      rest = end >= 0 ? rest.slice(end + 1) : '';
      await writeLines(redactor.push(block));
    }
  }
  const last = [...(rest === '' ? [] : redactor.push(rest)), ...redactor.end()];
  await write(rest === '' ? last.map(line => `${line}\n`).join('') : last.join('\n'));
}

async function writeLines(lines: string[]): Promise<void> {
  if (lines.length > 0) {
    await write(`${lines.join('\n')}\n`);
  }
}
