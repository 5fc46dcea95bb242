import { makeStyles } from '@material-ui/core/styles';
import { diffLines } from './diffLines';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: 0,
      padding: theme.spacing(1),
      overflow: 'auto',
      background: theme.palette.background.default,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      fontFamily: 'Menlo, Consolas, "Liberation Mono", monospace',
      fontSize: '0.75rem',
      lineHeight: 1.6,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
    before: { borderLeft: `3px solid ${theme.palette.error.main}`, paddingLeft: theme.spacing(1) },
    after: { borderLeft: `3px solid ${theme.palette.success.main}`, paddingLeft: theme.spacing(1) },
    same: { borderLeft: '3px solid transparent', paddingLeft: theme.spacing(1) },
  }),
  { name: 'TriageChangeDiff' },
);

/** A change as before and after. */
export function ChangeDiff({ text }: { text: string }) {
  const classes = useStyles();
  return (
    <pre className={classes.root}>
      {diffLines(text).map((line, index) => (
        <div key={index} className={classes[line.side]}>
          {line.text || ' '}
        </div>
      ))}
    </pre>
  );
}
