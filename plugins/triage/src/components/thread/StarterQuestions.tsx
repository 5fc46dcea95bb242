import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/core-components';
import type { ClusterHealthReport } from '@triage/plugin-triage-common';
import { knownWorkloads } from '../../hooks/useNameLookup';
import { failingFirst } from '../../question/suggestSubjects';
import { Subject, workloadSubject } from '../../question/Subject';
import { healthRouteRef } from '../../routes';
import { SubjectChoices } from './SubjectChoices';

/** Starters that fit without scrolling. */
const MAX_STARTERS = 6;

const useStyles = makeStyles(theme => ({ root: { display: 'grid', gap: theme.spacing(1) } }), {
  name: 'TriageStarterQuestions',
});

export interface StarterQuestionsProps {
  health: ClusterHealthReport;
  onAsk(subject: Subject): void;
}

/** Questions made of what is failing right now. */
export function StarterQuestions({ health, onAsk }: StarterQuestionsProps) {
  const classes = useStyles();
  const healthPath = useRouteRef(healthRouteRef);
  const workloads = knownWorkloads(health);
  const failing = failingFirst(workloads).filter(({ status }) => status === 'failing');
  const healthLink = <Link to={healthPath()}>Cluster health</Link>;

  if (failing.length === 0) {
    const blind = health.clusterStatus === 'UNKNOWN' || workloads.length === 0;
    return (
      <Typography variant="body2" color="textSecondary">
        {blind ? 'No workload could be read.' : `None of ${workloads.length} workloads is failing.`} {healthLink} tells
        more.
      </Typography>
    );
  }
  return (
    <div className={classes.root}>
      <Typography variant="body2" color="textSecondary">
        Failing now ({failing.length} of {workloads.length} workloads, see {healthLink}):
      </Typography>
      <SubjectChoices subjects={failing.slice(0, MAX_STARTERS).map(workloadSubject)} onChoose={onAsk} />
    </div>
  );
}
