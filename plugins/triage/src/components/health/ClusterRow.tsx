import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ClusterHealth, ClusterStatus, Severity } from '@triage/plugin-triage-common';
import { Fold } from '../common/Fold';
import { RelativeTime } from '../common/RelativeTime';
import { BlindSpots } from '../diagnosis/BlindSpots';
import { SeverityLabel } from '../diagnosis/SeverityLabel';
import { NamespaceGrid } from './NamespaceGrid';
import { NodeIssues } from './NodeIssues';
import { WarningList } from './WarningList';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(2),
      display: 'grid',
      gap: theme.spacing(1.5),
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
    head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: theme.spacing(0.25, 1.5) },
    name: { margin: 0, fontSize: '1rem', fontWeight: 700, overflowWrap: 'anywhere' },
    detail: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
  }),
  { name: 'TriageClusterRow' },
);

const LOOKS: Record<ClusterStatus, { severity: Severity | 'OK'; word: string }> = {
  HEALTHY: { severity: 'OK', word: 'HEALTHY' },
  DEGRADED: { severity: 'MEDIUM', word: 'DEGRADED' },
  CRITICAL: { severity: 'CRITICAL', word: 'CRITICAL' },
  UNKNOWN: { severity: 'INFO', word: 'UNKNOWN' },
};

/** One cluster: its state, nodes that are not well, workloads as squares, warnings, and what could not be read. */
export function ClusterRow({ health }: { health: ClusterHealth }) {
  const classes = useStyles();
  const { cluster, clusterStatus, totalNodes, readyNodes, nodeIssues, workloads, warnings, blindSpots, checkedAt } =
    health;
  const failing = workloads.filter(({ status }) => status === 'failing').length;
  const events = warnings.reduce((sum, { count }) => sum + count, 0);
  const { severity, word } = LOOKS[clusterStatus];
  return (
    <Paper variant="outlined" component="section" className={classes.root} aria-label={`Cluster ${cluster}`}>
      <div className={classes.head}>
        <SeverityLabel severity={severity}>{word}</SeverityLabel>
        <h2 className={classes.name}>{cluster}</h2>
        {totalNodes > 0 && (
          <span className={classes.detail}>
            {readyNodes} of {totalNodes} node{totalNodes === 1 ? '' : 's'} ready
          </span>
        )}
        {workloads.length > 0 && (
          <span className={classes.detail}>
            {failing > 0
              ? `${failing} of ${workloads.length} workloads failing`
              : `${workloads.length} workloads, none failing`}
          </span>
        )}
        <span className={classes.detail}>
          <RelativeTime at={checkedAt} prefix="read" />
        </span>
      </div>
      {nodeIssues.length > 0 && <NodeIssues issues={nodeIssues} />}
      {workloads.length > 0 ? (
        <NamespaceGrid cluster={cluster} workloads={workloads} />
      ) : (
        <Typography variant="body2" color="textSecondary">
          {blindSpots.length > 0 ? 'No workload could be read.' : 'No workloads run here.'}
        </Typography>
      )}
      <div>
        {warnings.length > 0 && (
          <Fold
            summary={
              <Typography variant="body2" component="span">
                {events} warning event{events === 1 ? '' : 's'}
              </Typography>
            }
          >
            <WarningList warnings={warnings} />
          </Fold>
        )}
        {blindSpots.length > 0 && (
          <Fold
            defaultOpen={clusterStatus === 'UNKNOWN'}
            summary={
              <Typography variant="body2" component="span">
                Could not see: {blindSpots[0].what}
                {blindSpots.length > 1 && ` and ${blindSpots.length - 1} more`}
              </Typography>
            }
          >
            <Typography variant="body2" component="div">
              <BlindSpots blindSpots={blindSpots} />
            </Typography>
          </Fold>
        )}
      </div>
    </Paper>
  );
}
