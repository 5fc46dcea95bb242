/** @jest-environment node */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { renderReasons } from './renderReasons';

const PAGE = resolve(__dirname, '../../../../docs/reasons.md');
/** An installed package has no documentation beside it. */
const written = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : undefined;

describe('docs/reasons.md', () => {
  it('is as the table says; if not, run: node scripts/run.mjs docs', () => {
    expect(written ?? renderReasons()).toBe(renderReasons());
  });

  it('shows a row for every reason, and escapes what would break a table', () => {
    const lines = renderReasons().split('\n');
    expect(lines.find(line => line.startsWith('| `FailedMount` |'))).toContain('| storage |');
    expect(lines.filter(line => line.startsWith('| ') && line.split(/(?<!\\)\|/).length < 6)).toEqual([]);
  });
});
