import { useMemo, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { makeStyles } from '@material-ui/core/styles';
import { MarkdownContent } from '@backstage/core-components';
import { headingsOf } from './headings';
import { TableOfContents } from './TableOfContents';
import { useSectionHighlight } from './useSectionHighlight';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(3),
      gridTemplateColumns: 'minmax(0, 1fr)',
      [theme.breakpoints.up('md')]: { gridTemplateColumns: 'minmax(0, 76ch) minmax(160px, 260px)' },
    },
    text: {
      minWidth: 0,
      overflowWrap: 'anywhere',
      fontSize: '0.9375rem',
      lineHeight: 1.6,
      '& h1': { fontSize: '1.375rem' },
      '& h2': { fontSize: '1.1875rem', marginTop: theme.spacing(3) },
      '& h3': { fontSize: '1rem' },
      '& h4': { fontSize: '0.9375rem' },
      '& :is(h1, h2, h3, h4)': { scrollMarginTop: theme.spacing(2) },
      '& [data-highlighted]': {
        borderLeft: `4px solid ${theme.palette.primary.main}`,
        paddingLeft: theme.spacing(1),
        background: theme.palette.action.selected,
      },
      '& td': { padding: theme.spacing(0.75, 1), lineHeight: 1.5 },
      '& table': { display: 'block', overflowX: 'auto', width: 'fit-content', maxWidth: '100%' },
      '& pre': { overflowX: 'auto' },
      '& :not(pre) > code': { fontSize: '0.875em' },
    },
    contents: {
      order: -1,
      [theme.breakpoints.up('md')]: { order: 0, position: 'sticky', top: theme.spacing(2), alignSelf: 'start' },
    },
  }),
  { name: 'TriageRunbookText' },
);

function slugOf(hash: string): string | undefined {
  try {
    return decodeURIComponent(hash.replace(/^#/, '')) || undefined;
  } catch {
    return undefined;
  }
}

/** A runbook's text with its table of contents; the section in the address is highlighted. */
export function RunbookText({ content }: { content: string }) {
  const classes = useStyles();
  const text = useRef<HTMLDivElement>(null);
  const slug = slugOf(useLocation().hash);
  const headings = useMemo(() => headingsOf(content), [content]);
  useSectionHighlight(text, slug, content);
  return (
    <div className={classes.root}>
      <div ref={text} className={classes.text}>
        <MarkdownContent content={content} />
      </div>
      <div className={classes.contents}>
        <TableOfContents headings={headings} current={slug} />
      </div>
    </div>
  );
}
