import path from 'node:path';
import { CATEGORIES, SEVERITIES } from '@triage/diagnosis';
import { loadRunbooks, LoadedRunbooks } from './reading/loadRunbooks';
import { createRunbookIndex } from './retrieval/createRunbookIndex';

const READ_ONLY =
  /^(kubectl (get|describe|logs|top|events|auth can-i|rollout (status|history)|api-resources|diff)\b|kubectl exec \S+ .*-- (df|date)\b|terraform (version|providers|validate|workspace show|state list)\b|git (log|diff)\b|openssl s_client\b|date\b)/;

describe('the runbooks of this repository', () => {
  let loaded: LoadedRunbooks;
  beforeAll(async () => {
    loaded = await loadRunbooks(path.resolve(__dirname, '../../../runbooks'));
  });

  it('are read without a problem', () => {
    expect(loaded.problems).toEqual([]);
    expect(loaded.runbooks.length).toBeGreaterThanOrEqual(18);
  });

  it('cover every category of failure, and each is found by its category', () => {
    const index = createRunbookIndex(loaded.runbooks);
    for (const category of CATEGORIES.filter(c => c !== 'none')) {
      const [first] = index.suggest({ text: '', category }).results;
      expect({ category, found: first?.categories }).toEqual({ category, found: expect.arrayContaining([category]) });
    }
  });

  it('have a complete front matter and the sections one looks for at night', () => {
    for (const { filename, title, severity, owner, lastReviewed, categories, sections } of loaded.runbooks) {
      expect({ filename, title, severity, owner, lastReviewed, categories }).toEqual({
        filename,
        title: expect.any(String),
        severity: expect.stringMatching(new RegExp(`^(${SEVERITIES.join('|')})$`)),
        owner: expect.any(String),
        lastReviewed: expect.any(String),
        categories: expect.arrayContaining([expect.any(String)]),
      });
      const headings = sections.map(section => section.headings[section.headings.length - 1]);
      for (const heading of ['Symptoms', 'Quick check', 'Causes', 'Fix', 'Verify', 'Prevent', 'When to escalate']) {
        expect({ filename, headings }).toEqual({ filename, headings: expect.arrayContaining([heading]) });
      }
    }
  });

  it('only read in their quick check', () => {
    for (const { filename, content } of loaded.runbooks) {
      const quickCheck = content.split(/^## /m).find(part => part.startsWith('Quick check')) ?? '';
      const commands = [...quickCheck.matchAll(/```bash\n([\s\S]*?)```/g)].flatMap(([, block]) =>
        block.trim().split('\n'),
      );
      expect(commands.length).toBeGreaterThan(0);
      for (const command of commands) {
        expect({ filename, command }).toEqual({ filename, command: expect.stringMatching(READ_ONLY) });
      }
    }
  });

  it('refer only to runbooks that exist', () => {
    const names = new Set(loaded.runbooks.map(({ filename }) => filename));
    for (const { filename, content } of loaded.runbooks) {
      for (const [, reference] of content.matchAll(/`([a-z-]+\.md)`/g)) {
        expect({ filename, reference, exists: names.has(reference) }).toEqual({ filename, reference, exists: true });
      }
    }
  });
});
