import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Diagnosis } from '@triage/plugin-triage-common';
import { Confidence } from './Confidence';
import { lookedAt } from './lookedAt';
import { subjectName } from './subject';
import { verdictOf } from './verdict';

const useStyles = makeStyles(
  theme => ({
    cause: { fontSize: '1.0625rem', lineHeight: 1.45, overflowWrap: 'anywhere' },
    row: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: theme.spacing(0.5, 2) },
    words: { flex: '1 1 320px', minWidth: 0 },
    explanation: { marginTop: theme.spacing(0.5), overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  }),
  { name: 'TriageSentence' },
);

function firstWords(diagnosis: Diagnosis): string {
  const name = subjectName(diagnosis);
  switch (verdictOf(diagnosis)) {
    case 'healthy':
      return `Nothing is wrong with ${name}.`;
    case 'partial':
      return `Nothing wrong was found with ${name}, but not everything could be read.`;
    case 'blind':
      return `Could not look at ${name}: nothing of the cluster could be read, so this says nothing about its health.`;
    default:
      return diagnosis.rootCause;
  }
}

/** The answer itself: what is wrong and how sure that is, or that nothing is. */
export function Sentence({ diagnosis }: { diagnosis: Diagnosis }) {
  const classes = useStyles();
  const verdict = verdictOf(diagnosis);
  const [primary] = diagnosis.findings;
  const first = firstWords(diagnosis);
  const looked = lookedAt(diagnosis);
  const explanation = verdict === 'broken' || verdict === 'pasted' ? diagnosis.explanation : undefined;
  return (
    <div>
      <div className={classes.row}>
        <Typography className={`${classes.cause} ${classes.words}`}>{first}</Typography>
        {primary && <Confidence value={primary.confidence} />}
      </div>
      {explanation && explanation !== first && (
        <Typography variant="body2" className={classes.explanation}>
          {explanation}
        </Typography>
      )}
      {looked && (
        <Typography variant="body2" className={classes.explanation}>
          {looked}
        </Typography>
      )}
    </div>
  );
}
