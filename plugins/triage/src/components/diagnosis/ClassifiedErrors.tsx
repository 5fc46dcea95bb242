import { makeStyles } from '@material-ui/core/styles';
import type { ClassifiedError } from '@triage/plugin-triage-common';

const useStyles = makeStyles(
  theme => ({
    root: { listStyle: 'none', margin: 0, padding: 0, '& > li + li': { marginTop: theme.spacing(1) } },
    line: {
      margin: 0,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      fontFamily: 'Menlo, Consolas, "Liberation Mono", monospace',
      fontSize: '0.75rem',
    },
    category: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
  }),
  { name: 'TriageClassifiedErrors' },
);

/** The lines of the pasted text that were recognised, and as what. */
export function ClassifiedErrors({ errors }: { errors: ClassifiedError[] }) {
  const classes = useStyles();
  return (
    <ul className={classes.root}>
      {errors.map(({ category, matched }, index) => (
        <li key={index}>
          <pre className={classes.line}>{matched}</pre>
          <span className={classes.category}>{category}</span>
        </li>
      ))}
    </ul>
  );
}
