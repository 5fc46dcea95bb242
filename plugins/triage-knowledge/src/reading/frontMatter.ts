import { LineCounter, parseDocument } from 'yaml';
import { CATEGORIES } from '@triage/diagnosis';
import { Runbook } from '../Runbook';

/** What a front matter may say; everything is optional. */
export type FrontMatter = Partial<Pick<Runbook, 'title' | 'severity' | 'owner' | 'lastReviewed'>> &
  Pick<Runbook, 'categories' | 'alerts'>;

export interface SplitMarkdown {
  frontMatter: FrontMatter;
  body: string;
  /** Lines before the body: add it to a line number of the body. */
  bodyOffset: number;
  problems: { line?: number; problem: string }[];
}

const FENCE = /^---[ \t]*$/;
/** A front matter is short. What is longer was a thematic break that nobody closed. */
const MAX_FRONT_MATTER_LINES = 200;
const KNOWN_CATEGORIES: readonly string[] = CATEGORIES;

/** Parts the YAML front matter from the Markdown. What can't be read is a problem; the body is kept in any case. */
export function splitFrontMatter(markdown: string): SplitMarkdown {
  const lines = markdown.split('\n');
  const empty: FrontMatter = { categories: [], alerts: [] };
  if (!FENCE.test(lines[0])) {
    return { frontMatter: empty, body: markdown, bodyOffset: 0, problems: [] };
  }
  const end = lines.findIndex((line, i) => i > 0 && i <= MAX_FRONT_MATTER_LINES && FENCE.test(line));
  if (end === -1) {
    return {
      frontMatter: empty,
      body: lines.slice(1).join('\n'),
      bodyOffset: 1,
      problems: [{ line: 1, problem: 'The front matter is not closed: a line with --- is missing after it.' }],
    };
  }
  const parsed = parseFrontMatter(lines.slice(1, end).join('\n'));
  return { ...parsed, body: lines.slice(end + 1).join('\n'), bodyOffset: end + 1 };
}

function parseFrontMatter(yaml: string): Pick<SplitMarkdown, 'frontMatter' | 'problems'> {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, prettyErrors: false });
  const frontMatter: FrontMatter = { categories: [], alerts: [] };
  const problems: SplitMarkdown['problems'] = [];
  // The fence is line 1 of the file, so line 1 of the YAML is line 2.
  const lineAt = (offset: number) => lineCounter.linePos(offset).line + 1;

  if (document.errors.length > 0) {
    const [error] = document.errors;
    problems.push({ line: lineAt(error.pos[0]), problem: `The front matter is not valid YAML: ${error.message}` });
    return { frontMatter, problems };
  }

  let fields: unknown;
  try {
    fields = document.toJS();
  } catch (error) {
    // `yaml` refuses documents whose aliases expand too far.
    problems.push({ line: 2, problem: `The front matter can't be read: ${(error as Error).message}` });
    return { frontMatter, problems };
  }
  if (fields === undefined || fields === null) return { frontMatter, problems };
  if (typeof fields !== 'object' || Array.isArray(fields)) {
    problems.push({ line: 2, problem: 'The front matter must be a list of "name: value" lines.' });
    return { frontMatter, problems };
  }

  for (const [key, value] of Object.entries(fields)) {
    const node = document.get(key, true) as { range?: [number, number, number] } | undefined;
    const line = node?.range ? lineAt(node.range[0]) : undefined;
    const problem = readField(frontMatter, key, value);
    if (problem) problems.push({ line, problem });
  }
  return { frontMatter, problems };
}

/** Unknown fields are somebody else's (a site generator's) and ignored. */
function readField(frontMatter: FrontMatter, key: string, value: unknown): string | undefined {
  switch (key) {
    case 'title':
    case 'severity':
    case 'owner':
      if (typeof value !== 'string' && typeof value !== 'number') return `"${key}" must be a text.`;
      frontMatter[key] = String(value);
      return undefined;
    case 'lastReviewed':
    case 'last_reviewed':
      if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value))) {
        return `"${key}" must be a date like 2026-11-02.`;
      }
      frontMatter.lastReviewed = value;
      return undefined;
    case 'alert':
    case 'alerts': {
      const names = textList(value);
      if (!names) return `"${key}" must be an alert name or a list of them.`;
      frontMatter.alerts.push(...names);
      return undefined;
    }
    case 'category':
    case 'categories': {
      const names = textList(value);
      if (!names) return `"${key}" must be a category or a list of them.`;
      frontMatter.categories.push(...names.filter(name => KNOWN_CATEGORIES.includes(name)));
      const unknown = names.filter(name => !KNOWN_CATEGORIES.includes(name));
      return unknown.length > 0 ? `Unknown category: ${unknown.join(', ')}.` : undefined;
    }
    default:
      return undefined;
  }
}

function textList(value: unknown): string[] | undefined {
  const list = Array.isArray(value) ? value : [value];
  if (!list.every((item): item is string => typeof item === 'string')) return undefined;
  return list.map(item => item.trim()).filter(item => item.length > 0);
}
