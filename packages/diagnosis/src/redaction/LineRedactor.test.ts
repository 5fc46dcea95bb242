import { createRedactor } from './createRedactor';
import { LineRedactor } from './LineRedactor';

function redact(...blocks: string[]): string[] {
  const redactor = new LineRedactor(createRedactor());
  return [...blocks.flatMap(block => redactor.push(block)), ...redactor.end()];
}

describe('LineRedactor', () => {
  const key = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\nhkiG9w0BAQ\n-----END PRIVATE KEY-----';

  it('finds what spans pieces, and keeps the lines', () => {
    const [first, ...rest] = key.split('\n');
    expect(redact(`start\n${first}`, rest[0], `${rest[1]}\n${rest[2]}\nend`)).toEqual([
      'start',
      '[redacted:private-key#1]',
      '',
      '',
      '',
      'end',
    ]);
    expect(redact('- name: DB_PASSWORD', '  value: hunter2', 'x')).toEqual([
      '- name: DB_PASSWORD',
      '  value: [redacted:password#1]',
      'x',
    ]);
  });

  it('remembers the line before what it held back', () => {
    expect(redact('a\n"password":\n"my-secret-1"', 'x')).toEqual(['a', '"password":', '"[redacted:password#1]"', 'x']);
    const prefixed = key.replace(/^/gm, '10:00 app ');
    expect(redact(prefixed, 'x').join()).not.toContain('MII');
  });

  it('does not wait for ever for an end', () => {
    const redactor = new LineRedactor(createRedactor());
    const lines: string[] = [...redactor.push('-----BEGIN PRIVATE KEY-----')];
    for (let count = 0; count < 2_000; count += 1) {
      lines.push(...redactor.push(`INFO line ${count} of a program that goes on`));
    }
    expect(lines.length).toBeGreaterThan(1_000);
  });
});
