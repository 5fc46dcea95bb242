import { makeStyles } from '@material-ui/core/styles';
import type { Heading } from './headings';

const useStyles = makeStyles(
  theme => ({
    root: { fontSize: '0.875rem' },
    list: { listStyle: 'none', margin: 0, padding: 0, '& li': { margin: theme.spacing(0.5, 0) } },
    link: {
      color: theme.palette.link,
      textDecoration: 'none',
      '&:hover, &:focus-visible': { textDecoration: 'underline' },
      '&[aria-current]': { fontWeight: 700 },
    },
  }),
  { name: 'TriageTableOfContents' },
);

export interface TableOfContentsProps {
  headings: Heading[];
  /** The slug of the section that is highlighted. */
  current?: string;
}

/** The sections of a runbook, two levels deep. */
export function TableOfContents({ headings, current }: TableOfContentsProps) {
  const classes = useStyles();
  const shown = headings.filter(({ level }) => level === 2 || level === 3);
  if (shown.length === 0) return null;
  return (
    <nav className={classes.root} aria-label="Sections">
      <ul className={classes.list}>
        {shown.map(({ level, text, slug }, index) => (
          <li key={index} style={{ paddingLeft: (level - 2) * 12 }}>
            <a className={classes.link} href={`#${slug}`} aria-current={slug === current ? 'location' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
