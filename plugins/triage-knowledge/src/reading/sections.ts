import MarkdownIt from 'markdown-it';
import { RunbookSection } from '../Runbook';

/** Nothing is rendered here, so HTML in a runbook stays text. */
const markdownIt = new MarkdownIt({ html: false });

/** Retrieval is best on passages; a longer one is cut at a paragraph. Characters. */
const MAX_SECTION_LENGTH = 2_000;

/** Cuts Markdown at its headings. `lineOffset` is added to the line numbers. Empty sections are left out. */
export function toSections(markdown: string, lineOffset = 0): RunbookSection[] {
  const sections: RunbookSection[] = [];
  const headings: { level: number; text: string }[] = [];
  let line = 1 + lineOffset;
  let blocks: string[] = [];
  let inHeading = false;

  const close = () => {
    for (const text of joinBlocks(blocks)) {
      sections.push({ headings: headings.map(heading => heading.text), line, text });
    }
    blocks = [];
  };

  for (const token of markdownIt.parse(markdown, {})) {
    if (token.type === 'heading_open') {
      close();
      const level = Number(token.tag.slice(1));
      while (headings.length > 0 && headings[headings.length - 1].level >= level) headings.pop();
      headings.push({ level, text: '' });
      line = (token.map?.[0] ?? 0) + 1 + lineOffset;
      inHeading = true;
    } else if (token.type === 'heading_close') {
      inHeading = false;
    } else if (token.type === 'inline') {
      const text = (token.children ?? []).map(child => (child.type.endsWith('break') ? '\n' : child.content)).join('');
      if (inHeading) headings[headings.length - 1].text = text.trim();
      else blocks.push(text);
    } else if (token.type === 'fence' || token.type === 'code_block' || token.type === 'html_block') {
      blocks.push(token.content.trimEnd());
    }
  }
  close();
  return sections;
}

function joinBlocks(blocks: string[]): string[] {
  const texts: string[] = [];
  let text = '';
  for (const block of blocks.filter(b => b.trim().length > 0)) {
    if (text.length > 0 && text.length + block.length > MAX_SECTION_LENGTH) {
      texts.push(text);
      text = '';
    }
    text = text.length > 0 ? `${text}\n${block}` : block;
  }
  if (text.length > 0) texts.push(text);
  return texts;
}
