import { classifyText } from '@triage/diagnosis';
import { readStdin, readTextLines } from '../input';
import { write, writeJson } from '../output';
import { terminalOptions } from '../rendering/Terminal';
import { renderClassification } from '../rendering/renderClassification';

export interface ClassifyOptions {
  jsonl?: string;
  output: 'text' | 'json';
}

export async function classifyCommand({ jsonl, output }: ClassifyOptions): Promise<void> {
  if (jsonl !== undefined) {
    for await (const { id, text } of readTextLines(jsonl)) {
      await write(`${JSON.stringify({ id, category: classifyText(text).category })}\n`);
    }
    return;
  }
  const classification = classifyText(await readStdin());
  await (output === 'json'
    ? writeJson(classification)
    : write(renderClassification(classification, terminalOptions())));
}
