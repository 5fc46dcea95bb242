import { makeStyles } from '@material-ui/core/styles';
import type { Evidence } from '@triage/plugin-triage-common';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: 0,
      maxHeight: 360,
      overflow: 'auto',
      background: theme.palette.background.default,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      fontFamily: 'Menlo, Consolas, "Liberation Mono", monospace',
      fontSize: '0.75rem',
      lineHeight: 1.6,
    },
    line: { display: 'flex', padding: theme.spacing(0, 1), borderLeft: '3px solid transparent' },
    decisive: {
      background: theme.palette.action.selected,
      borderLeftColor: theme.palette.error.main,
      fontWeight: 700,
    },
    number: {
      flex: 'none',
      minWidth: '4.5ch',
      marginRight: theme.spacing(1.5),
      textAlign: 'right',
      color: theme.palette.text.secondary,
      userSelect: 'none',
    },
    text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', minWidth: 0 },
    aloud: { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clip: 'rect(0 0 0 0)' },
  }),
  { name: 'TriageLogExcerpt' },
);

/** A log line with its number and neighbours; the decisive one is marked. */
export function LogExcerpt({ evidence }: { evidence: Evidence }) {
  const classes = useStyles();
  const { line: decisive, before, after } = evidence.log ?? { before: [], after: [] };
  // A quotation may span several lines, e.g. a stack trace: the numbers follow the stream, not the quotation.
  const quoted = evidence.text.split('\n');
  const lines = [...before, ...quoted, ...after];
  const first = decisive === undefined ? undefined : decisive - before.length;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and must do so by keyboard
    <div className={classes.root} role="group" aria-label={`Log of ${evidence.source}`} tabIndex={0}>
      {lines.map((text, index) => {
        const marked = index >= before.length && index < before.length + quoted.length;
        return (
          <div key={index} className={`${classes.line} ${marked ? classes.decisive : ''}`} data-decisive={marked}>
            {first !== undefined && <span className={classes.number}>{first + index}</span>}
            <span className={classes.text}>
              {marked && index === before.length && <span className={classes.aloud}>Decisive line: </span>}
              {text || ' '}
            </span>
          </div>
        );
      })}
    </div>
  );
}
