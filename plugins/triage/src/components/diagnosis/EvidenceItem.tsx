import { makeStyles } from '@material-ui/core/styles';
import type { Evidence } from '@triage/plugin-triage-common';
import { Fold } from '../common/Fold';
import { RelativeTime } from '../common/RelativeTime';
import { ChangeDiff } from './ChangeDiff';
import { LogExcerpt } from './LogExcerpt';

const useStyles = makeStyles(
  theme => ({
    kind: { color: theme.palette.text.secondary, marginRight: theme.spacing(1), fontSize: '0.8125rem' },
    quote: {
      display: '-webkit-box',
      WebkitLineClamp: 2,
      WebkitBoxOrient: 'vertical',
      overflow: 'hidden',
      fontSize: '0.875rem',
    },
    source: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
    whole: {
      margin: 0,
      padding: theme.spacing(1),
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      background: theme.palette.background.default,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      fontFamily: 'Menlo, Consolas, "Liberation Mono", monospace',
      fontSize: '0.75rem',
      lineHeight: 1.6,
    },
    place: { fontSize: '0.8125rem', color: theme.palette.text.secondary, marginBottom: theme.spacing(0.5) },
  }),
  { name: 'TriageEvidenceItem' },
);

/** Where a quotation is to be found, for a person who wants to look for themselves. */
function Place({ evidence }: { evidence: Evidence }) {
  const classes = useStyles();
  return (
    <div className={classes.place}>
      {evidence.source}
      {evidence.log && `, line ${evidence.log.line}`}
      {evidence.at && (
        <>
          {', '}
          <RelativeTime at={evidence.at} />
        </>
      )}
    </div>
  );
}

function WholeQuotation({ evidence }: { evidence: Evidence }) {
  const classes = useStyles();
  if (evidence.kind === 'log') return <LogExcerpt evidence={evidence} />;
  if (evidence.kind === 'change') return <ChangeDiff text={evidence.text} />;
  return <pre className={classes.whole}>{evidence.text}</pre>;
}

/** One quotation: its kind and words on a line, its place and neighbours when unfolded. */
export function EvidenceItem({ evidence }: { evidence: Evidence }) {
  const classes = useStyles();
  const { kind, source, text } = evidence;
  return (
    <Fold
      summary={
        <>
          <span className={classes.kind}>{kind}</span>
          {/* The source of an event begins with the word "event" itself. */}
          <span className={classes.source}>{source.replace(`${kind} on `, '')}</span>
          <span className={classes.quote}>{text}</span>
        </>
      }
    >
      <Place evidence={evidence} />
      <WholeQuotation evidence={evidence} />
    </Fold>
  );
}
