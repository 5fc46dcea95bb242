import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { EmptyState } from '@backstage/core-components';
import { triageClusterHealthReadPermission } from '@triage/plugin-triage-common';
import { useClusterHealth } from '../../hooks/useClusterHealth';
import { PermissionGate } from '../common/PermissionGate';
import { RelativeTime } from '../common/RelativeTime';
import { RequestError } from '../common/RequestError';
import { Working } from '../common/Working';
import { ClusterRow } from './ClusterRow';
import { SquareLegend } from './SquareLegend';
import { PageBody } from '../common/PageBody';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2), gridTemplateColumns: 'minmax(0, 1fr)' },
    bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1.5) },
  }),
  { name: 'TriageClusterHealthPage' },
);

function Clusters() {
  const classes = useStyles();
  const { value, loading, error, retry } = useClusterHealth();
  return (
    <div className={classes.root}>
      <div className={classes.bar}>
        <Button variant="outlined" size="small" onClick={retry} disabled={loading}>
          Refresh
        </Button>
        {value && (
          <span>
            <RelativeTime at={value.checkedAt} prefix="Updated" />
          </span>
        )}
      </div>
      {loading && <Working>Reading nodes, workloads and warnings of all clusters…</Working>}
      {error && <RequestError title="Could not read the clusters" error={error} onRetry={retry} />}
      {value?.clusters.length === 0 && (
        <EmptyState
          missing="data"
          title="No clusters"
          description="The portal knows no cluster. Add one under kubernetes.clusterLocatorMethods in its app-config."
        />
      )}
      {value && value.clusters.length > 0 && <SquareLegend />}
      {value?.clusters.map(health => (
        <ClusterRow key={health.cluster} health={health} />
      ))}
    </div>
  );
}

/** All clusters at a glance. */
export function ClusterHealthPage() {
  return (
    <PageBody>
      <PermissionGate permission={triageClusterHealthReadPermission} to="see the health of clusters">
        <Clusters />
      </PermissionGate>
    </PageBody>
  );
}
