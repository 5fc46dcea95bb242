import { classifyText } from '@triage/diagnosis';
import { readStdin, readTextLines } from '../input';
import { readSignatures } from '../readSignatures';
import { write, writeJson } from '../output';
import { terminalOptions } from '../rendering/Terminal';
import { renderClassification } from '../rendering/renderClassification';

export interface ClassifyOptions {
  jsonl?: string;
  signatures?: string;
  output: 'text' | 'json';
}

export async function classifyCommand({ jsonl, output, ...options }: ClassifyOptions): Promise<void> {
  const signatures = await readSignatures(options.signatures);
  if (jsonl !== undefined) {
    for await (const { id, text } of readTextLines(jsonl)) {
      await write(`${JSON.stringify({ id, category: classifyText(text, signatures).category })}\n`);
    }
    return;
  }
  const classification = classifyText(await readStdin(), signatures);
  await (output === 'json'
    ? writeJson(classification)
    : write(renderClassification(classification, terminalOptions())));
}
