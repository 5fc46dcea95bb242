import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemText from '@material-ui/core/ListItemText';
import Typography from '@material-ui/core/Typography';
import { Entity } from '@backstage/catalog-model';
import { Link, Progress } from '@backstage/core-components';
import type { ClusterHealthReport, WorkloadHealth } from '@triage/plugin-triage-common';
import { linked } from './systemsOf';

export interface FailingNowProps {
  health?: ClusterHealthReport;
  loading: boolean;
  error?: Error;
  entities: Entity[];
}

/** The failing workloads of all clusters; each leads to the diagnosis of its entity. */
export function FailingNow({ health, loading, error, entities }: FailingNowProps) {
  if (loading) return <Progress />;
  if (error || !health) {
    return <Typography>The clusters could not be read: {error?.message ?? 'no answer'}.</Typography>;
  }
  const workloads = health.clusters.flatMap(({ cluster, workloads: all }) => all.map(w => ({ ...w, cluster })));
  // what is down altogether comes before what still has good pods
  const failing = workloads
    .filter(({ status }) => status === 'failing')
    .sort((a, b) => a.ready / (a.desired || 1) - b.ready / (b.desired || 1));
  const rest = (
    <Typography variant="body2" color="textSecondary">
      {failing.length === 0 ? 'Nothing is failing. ' : ''}
      {workloads.length - failing.length} of {workloads.length} workloads in {health.clusters.length}{' '}
      {health.clusters.length === 1 ? 'cluster is' : 'clusters are'} not failing:{' '}
      <Link to="/triage/health">cluster health</Link>.
    </Typography>
  );
  return (
    <>
      {failing.length > 0 && (
        <List dense disablePadding aria-label="Failing workloads">
          {failing.map(workload => (
            <ListItem key={`${workload.cluster}/${workload.namespace}/${workload.name}`} disableGutters>
              <ListItemText
                primary={<WorkloadLink workload={workload} entities={entities} />}
                secondary={[
                  `${workload.ready} of ${workload.desired} ready`,
                  workload.reason,
                  `${workload.cluster} / ${workload.namespace}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              />
            </ListItem>
          ))}
        </List>
      )}
      {rest}
    </>
  );
}

function WorkloadLink({ workload, entities }: { workload: WorkloadHealth & { cluster: string }; entities: Entity[] }) {
  const entity = entities.find(candidate => runsAs(candidate, workload));
  if (!entity) return <Link to="/triage/health">{workload.name}</Link>;
  const { title, to } = linked(entity);
  return <Link to={`${to}/triage`}>{title}</Link>;
}

function runsAs({ metadata: { annotations = {} } }: Entity, workload: WorkloadHealth & { cluster: string }): boolean {
  const namespace = annotations['backstage.io/kubernetes-namespace'];
  const cluster = annotations['backstage.io/kubernetes-cluster'];
  return (
    annotations['backstage.io/kubernetes-id'] === workload.name &&
    (!namespace || namespace === workload.namespace) &&
    (!cluster || cluster === workload.cluster)
  );
}
