import { makeStyles } from '@material-ui/core/styles';
import type { WorkloadHealth } from '@triage/plugin-triage-common';
import { WorkloadSquare } from './WorkloadSquare';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(2, 3),
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 200px), 1fr))',
      margin: 0,
    },
    name: { fontSize: '0.8125rem', overflowWrap: 'anywhere' },
    count: { color: theme.palette.text.secondary },
    squares: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.75),
      listStyle: 'none',
      margin: theme.spacing(0.5, 0, 0),
      padding: 0,
    },
  }),
  { name: 'TriageNamespaceGrid' },
);

interface Namespace {
  name: string;
  workloads: WorkloadHealth[];
  failing: number;
}

/** Namespaces with something failing come first, the others by name. */
export function byNamespace(workloads: WorkloadHealth[]): Namespace[] {
  const namespaces = new Map<string, Namespace>();
  for (const workload of workloads) {
    const entry = namespaces.get(workload.namespace) ?? { name: workload.namespace, workloads: [], failing: 0 };
    entry.workloads.push(workload);
    if (workload.status === 'failing') entry.failing += 1;
    namespaces.set(workload.namespace, entry);
  }
  for (const entry of namespaces.values()) entry.workloads.sort((a, b) => a.name.localeCompare(b.name));
  return [...namespaces.values()].sort((a, b) => b.failing - a.failing || a.name.localeCompare(b.name));
}

/** The workloads of a cluster as small squares, by namespace. */
export function NamespaceGrid({ cluster, workloads }: { cluster: string; workloads: WorkloadHealth[] }) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      {byNamespace(workloads).map(namespace => (
        <div key={namespace.name}>
          <div className={classes.name}>
            {namespace.name}{' '}
            <span className={classes.count}>
              {namespace.failing > 0
                ? `${namespace.failing} of ${namespace.workloads.length} failing`
                : namespace.workloads.length}
            </span>
          </div>
          <ul className={classes.squares} aria-label={`Workloads of ${namespace.name}`}>
            {namespace.workloads.map(workload => (
              <li key={`${workload.kind}/${workload.name}`}>
                <WorkloadSquare cluster={cluster} workload={workload} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
