import MarkdownIt from 'markdown-it';
import { diagnosis } from '../testing/diagnosis';
import { diagnosisLines, diagnosisMarkdown } from './diagnosisText';

describe('diagnosisMarkdown', () => {
  const html = new MarkdownIt({ html: true, linkify: true }).render(diagnosisMarkdown(diagnosis));

  it('begins with severity and cause', () => {
    expect(diagnosisMarkdown(diagnosis)).toMatch(/^\*\*HIGH\*\* · Container "app" of Deployment checkout/);
  });

  it('links to runbooks only; what the cluster says stays text', () => {
    expect([...html.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      '/triage/runbooks/memory%2Foomkilled.md',
    ]);
    expect(html).not.toContain('<b>');
    expect(html).not.toContain('\u001b');
    expect(html).toContain('[click](javascript:alert(1))');
  });

  it('names what could not be read', () => {
    expect(diagnosisMarkdown(diagnosis)).toContain('- nodes: access is denied');
  });
});

describe('diagnosisLines', () => {
  it('is one line each, without terminal sequences', () => {
    const lines = diagnosisLines(diagnosis);
    expect(lines[0]).toBe(`HIGH oom-killed: ${diagnosis.rootCause}`);
    expect(lines.join('')).not.toContain('\n');
    expect(lines.join('')).not.toContain('\u001b');
    expect(lines).toContain('Runbook: OOMKilled (memory/oomkilled.md)');
  });
});
