import { makeStyles } from '@material-ui/core/styles';

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

type Side = 'before' | 'after' | 'same';

/** Reads both `- old` / `+ new` lines and the short form `field: old -> new`. */
export function diffLines(text: string): { side: Side; text: string }[] {
  return text.split('\n').flatMap((line): { side: Side; text: string }[] => {
    if (/^\s*-\s/.test(line)) return [{ side: 'before', text: line }];
    if (/^\s*\+\s/.test(line)) return [{ side: 'after', text: line }];
    const short = /^(\S[^:]*):\s+(.+?)\s*(?:->|→)\s*(.+)$/.exec(line);
    if (!short) return [{ side: 'same', text: line }];
    const [, field, before, after] = short;
    return [
      { side: 'before', text: `- ${field}: ${before}` },
      { side: 'after', text: `+ ${field}: ${after}` },
    ];
  });
}

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
