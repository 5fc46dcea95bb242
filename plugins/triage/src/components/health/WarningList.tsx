import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ClusterWarning } from '@triage/plugin-triage-common';
import { Fold } from '../common/Fold';
import { RelativeTime } from '../common/RelativeTime';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0, '& > li + li': { marginTop: theme.spacing(1) } },
    place: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
    message: { fontSize: '0.8125rem', overflowWrap: 'anywhere' },
  }),
  { name: 'TriageWarningList' },
);

interface WarningGroup {
  reason: string;
  count: number;
  warnings: ClusterWarning[];
}

/** Warnings by their reason, the most frequent first. */
export function byReason(warnings: ClusterWarning[]): WarningGroup[] {
  const groups = new Map<string, WarningGroup>();
  for (const warning of warnings) {
    const group = groups.get(warning.reason) ?? { reason: warning.reason, count: 0, warnings: [] };
    group.count += warning.count;
    group.warnings.push(warning);
    groups.set(warning.reason, group);
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}

/** Warning events, folded by cause. */
export function WarningList({ warnings }: { warnings: ClusterWarning[] }) {
  const classes = useStyles();
  return (
    <div>
      {byReason(warnings).map(group => (
        <Fold
          key={group.reason}
          summary={
            <Typography variant="body2" component="span">
              {group.reason}{' '}
              <span className={classes.place}>
                {group.count} event{group.count === 1 ? '' : 's'}
              </span>
            </Typography>
          }
        >
          <ul className={classes.list}>
            {group.warnings.map(({ namespace, object, message, count, lastSeen }, index) => (
              <li key={index}>
                <div className={classes.place}>
                  {[namespace, object].filter(Boolean).join(' · ')}
                  {count > 1 && ` · ${count} times`}
                  {' · '}
                  <RelativeTime at={lastSeen} />
                </div>
                <div className={classes.message}>{message}</div>
              </li>
            ))}
          </ul>
        </Fold>
      ))}
    </div>
  );
}
