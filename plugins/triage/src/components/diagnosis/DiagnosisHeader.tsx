import { makeStyles } from '@material-ui/core/styles';
import type { Diagnosis } from '@triage/plugin-triage-common';
import { RelativeTime } from '../common/RelativeTime';
import { describeClock } from '../common/describeTime';
import { SeverityLabel } from './SeverityLabel';
import { describeReplicas, subjectCluster, subjectName, subjectNamespace, subjectWorkload } from './subject';
import { Verdict, verdictOf } from './verdict';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: theme.spacing(0.25, 1), minWidth: 0 },
    name: { fontWeight: 700, fontSize: '1rem', margin: 0, overflowWrap: 'anywhere' },
    detail: { color: theme.palette.text.secondary, fontSize: '0.875rem', overflowWrap: 'anywhere' },
  }),
  { name: 'TriageDiagnosisHeader' },
);

const VERDICT_WORDS: Partial<Record<Verdict, string>> = {
  healthy: 'HEALTHY',
  partial: 'NOTHING FOUND',
  blind: 'COULD NOT LOOK',
};

/** The first line: how bad, what, where, how much of it, since when. */
export function DiagnosisHeader({ diagnosis }: { diagnosis: Diagnosis }) {
  const classes = useStyles();
  const verdict = verdictOf(diagnosis);
  const workload = subjectWorkload(diagnosis);
  const since = diagnosis.findings[0]?.since;
  const name = subjectName(diagnosis);
  const places = [subjectNamespace(diagnosis), subjectCluster(diagnosis)].filter(place => place && place !== name);
  const replicas = workload && describeReplicas(workload);
  return (
    <header className={classes.root}>
      <SeverityLabel severity={verdict === 'healthy' ? 'OK' : diagnosis.severity}>
        {VERDICT_WORDS[verdict]}
      </SeverityLabel>
      <h2 className={classes.name}>{name}</h2>
      {places.map(place => (
        <span key={place} className={classes.detail}>
          · {place}
        </span>
      ))}
      {replicas && <span className={classes.detail}>· {replicas} </span>}
      {since && (
        <span className={classes.detail}>
          {/* "1 of 3 pods down since …" is one thought; "3 of 3 ready" has another time than the failure. */}
          {workload && workload.ready < workload.desired ? 'since' : '· since'} {describeClock(since, new Date())} (
          <RelativeTime at={since} />)
        </span>
      )}
    </header>
  );
}
