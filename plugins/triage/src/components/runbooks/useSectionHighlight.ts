import { RefObject, useEffect } from 'react';

/**
 * Brings the section with this slug into sight and marks its heading. The headings are made by `MarkdownContent`,
 * which takes no attributes for them, so the mark is set on the element.
 */
export function useSectionHighlight(root: RefObject<HTMLElement>, slug: string | undefined, content: string): void {
  useEffect(() => {
    if (!slug) return undefined;
    const heading = Array.from(root.current?.querySelectorAll<HTMLElement>('h1, h2, h3, h4') ?? []).find(
      ({ id }) => id === slug,
    );
    if (!heading) return undefined;
    heading.dataset.highlighted = 'true';
    heading.scrollIntoView?.({ block: 'start' });
    return () => {
      delete heading.dataset.highlighted;
    };
  }, [root, slug, content]);
}
