import { readFileSync, writeFileSync } from 'fs';
import { resolve } from 'path';
import { CATALOGUE } from './catalogue';
import { fixesPage } from './fixesPage';
import { renderFix } from './renderFix';

const PAGE = resolve(__dirname, '../../../../docs/fixes.md');
const entries = Object.entries(CATALOGUE);

describe('the catalogue of fixes', () => {
  it.each(entries)('renders %s', (_type, { example }) => {
    const fix = renderFix(example, ['e1']);
    expect(fix).toMatchObject({ riskLevel: expect.stringMatching(/LOW|MEDIUM|HIGH/), evidence: ['e1'] });
    expect(JSON.stringify(fix)).not.toMatch(/undefined|\[object|NaN|<[a-z]+>/);
  });

  const changing = entries.filter(([type]) => !['inspect', 'read-log', 'can-i', 'list-pods', 'advice'].includes(type));

  it.each(changing)('tells of %s what it changes, how to check it and the way back', (_type, { example }) => {
    expect(renderFix(example, [])).toMatchObject({
      command: expect.any(String),
      changes: expect.any(String),
      verify: expect.stringMatching(
        /^(kubectl( -n [a-z]+)? (get|describe|rollout status|auth can-i) ?|terraform plan)/,
      ),
      expect: expect.any(String),
      undo: expect.any(String),
    });
  });

  it('is described in docs/fixes.md (UPDATE_DOCS=1 writes it)', () => {
    if (process.env.UPDATE_DOCS) writeFileSync(PAGE, fixesPage());
    // The formatter aligns tables and wraps lines: only what is not blank counts.
    const content = (text: string) => text.replace(/-{3,}/g, '---').replace(/\s+/g, '');
    expect(content(readFileSync(PAGE, 'utf8'))).toBe(content(fixesPage()));
  });
});
