import { Runbook, RunbookProblem } from '../Runbook';
import { splitFrontMatter } from './frontMatter';
import { toSections } from './sections';

/**
 * Reads one Markdown text. A front matter that can't be read costs only its fields: at three in the morning a runbook
 * that is found by its words is worth more than none.
 */
export function parseRunbook(
  filename: string,
  markdown: string,
): { runbook: Runbook | undefined; problems: RunbookProblem[] } {
  const text = markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const { frontMatter, body, bodyOffset, problems } = splitFrontMatter(text);
  const sections = toSections(body, bodyOffset);
  const located = problems.map(problem => ({ file: filename, ...problem }));
  if (sections.length === 0) {
    return { runbook: undefined, problems: [...located, { file: filename, problem: 'The file has no text.' }] };
  }
  const { title, categories, alerts, ...rest } = frontMatter;
  return {
    runbook: {
      filename,
      title: title ?? sections[0].headings[0] ?? titleFromFilename(filename),
      categories: [...new Set(categories)],
      alerts: [...new Set(alerts)],
      ...rest,
      content: body.trim(),
      sections,
    },
    problems: located,
  };
}

function titleFromFilename(filename: string): string {
  const words = filename
    .replace(/^.*\//, '')
    .replace(/\.(md|markdown)$/i, '')
    .replace(/[-_]+/g, ' ');
  return words.charAt(0).toLocaleUpperCase('en') + words.slice(1);
}
