import fc from 'fast-check';
import { KeywordIndex } from '../logs/KeywordIndex';
import { createRedactor } from '../redaction/createRedactor';
import { LogBatch } from './LogBatch';
import { RedactedLog } from './RedactedLog';

const encoder = new TextEncoder();

/** The batches of a log that arrives in pieces of the given size (bytes). */
function batchesOf(text: string, size: number): LogBatch[] {
  const log = new RedactedLog(createRedactor());
  const bytes = encoder.encode(text);
  const batches: LogBatch[] = [];
  for (let start = 0; start < bytes.length; start += size) batches.push(...log.push(bytes.slice(start, start + size)));
  return [...batches, ...log.end()];
}

/** Line by line, the last one first: no reading may depend on what was read before it. */
function linesOf(batches: LogBatch[]): string[] {
  const lines: string[] = [];
  for (const batch of [...batches].reverse()) {
    for (let index = batch.length - 1; index >= 0; index -= 1) lines.unshift(batch.at(index)!);
  }
  return lines;
}

/** Placeholders are numbered in the order of reading. */
const unnumbered = (lines: string[]) => lines.map(line => line.replace(/#\d+\]/g, '#]'));

const KEY = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\nhkiG9w0BAQ\n-----END PRIVATE KEY-----';
const PIECES = [
  'INFO served 200 in 12 ms',
  '',
  'password=hunter2secret',
  '- name: DB_PASSWORD\n  value: hunter2secret',
  '"password":\n"hunter2secret"',
  '--password \\\nhunter2secret',
  '  password: |\n    hunter2\n    secret\nnext: 1',
  'apiVersion: v1\nkind: Secret\ndata:\n  user: aHVudGVyMnNlY3JldA==\n',
  KEY,
  KEY.split('\n')
    .map(line => `2026-11-20T10:00:00Z app ${line}`)
    .join('\n'),
  'a\x1b[31mred\x1b[0m b\r',
  `long ${'x'.repeat(300)} https://me:hunter2secret@db/x`,
];

describe('RedactedLog', () => {
  it('shows the same, read line by line, as a whole, or as one text through the redactor', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }), pieces => {
        const text = `${pieces.join('\n')}\n`;
        const batches = batchesOf(text, 1_000_000);
        const single = linesOf(batches);
        expect(unnumbered(single)).toEqual(unnumbered(batches.flatMap(batch => [...batch])));
        expect(single.join('\n')).not.toMatch(/hunter2|aHVudGVy|MIIEvQ|hkiG9w/);
        const whole = createRedactor().text(text.replace(/\x1b\[\d*m|\r/g, '').slice(0, -1)); // eslint-disable-line no-control-regex
        expect(unnumbered(single)).toEqual(unnumbered(whole.split('\n')));
      }),
      { numRuns: 300 },
    );
  });

  it('shows no secret that is cut on the way, and keeps the lines', () => {
    const text = [
      'start',
      KEY,
      '- name: DB_PASSWORD',
      '  value: hunter2secret',
      'user: x',
      '"password":',
      '"hunter2secret"',
      'end',
      '',
    ].join('\n');
    for (const size of [1, 7, 16, 33, 64]) {
      const lines = linesOf(batchesOf(text, size));
      expect(lines).toHaveLength(text.split('\n').length - 1);
      expect(lines.join('\n')).not.toMatch(/hunter2|MIIEvQ|hkiG9w/);
      expect(lines[lines.length - 1]).toBe('end');
    }
  });

  it('hands out nothing but what is redacted', () => {
    const [batch] = batchesOf('one\npassword=hunter2secret\n', 100);
    expect(batch.hints).toBeDefined();
    const seen = JSON.stringify([batch, Object.values(batch), batch.hints, Reflect.ownKeys(batch).map(String)]);
    expect(seen).not.toContain('hunter2');
    expect(Object.keys(batch)).toEqual(['hints']);
  });

  it('tells of lines what needs no text', () => {
    const words = new KeywordIndex([{ literal: 'failed', id: 0 }]);
    const [batch] = batchesOf('Job FAILED\n\nit fai\x1b[1mled\x1b[0m\nfine\n', 100);
    expect([0, 1, 2, 3].map(index => batch.hints!.mentions(index, words))).toEqual([true, false, true, false]);
    expect([0, 1].map(index => batch.hints!.first(index))).toEqual([74, undefined]);
    expect(batch.at(4)).toBeUndefined();
  });
});
