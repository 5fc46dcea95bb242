export interface Heading {
  level: number;
  text: string;
  slug: string;
}

/** The id that Backstage's `MarkdownContent` gives to a heading. */
export function headingSlug(text: string): string {
  return text.toLowerCase().replace(/\W/g, '-');
}

function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/\s+#+\s*$/, '')
    .trim();
}

/** The headings of a document, those inside code blocks left out. */
export function headingsOf(markdown: string): Heading[] {
  const headings: Heading[] = [];
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    const mark = /^\s{0,3}(```+|~~~+)/.exec(line)?.[1];
    if (mark && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
      continue;
    }
    const match = fence === undefined ? /^(#{1,6})\s+(.+)$/.exec(line) : null;
    if (match) {
      const text = plainText(match[2]);
      headings.push({ level: match[1].length, text, slug: headingSlug(text) });
    }
  }
  return headings;
}
