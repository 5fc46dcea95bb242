import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { WorkloadHealth } from '@triage/plugin-triage-common';
import { askQuery } from '../../question/askLink';
import { askRouteRef } from '../../routes';
import { describeWorkload } from './describeWorkload';

const useStyles = makeStyles(
  theme => ({
    // 24 px is the smallest target that WCAG 2.2 allows.
    square: {
      display: 'block',
      width: 24,
      height: 24,
      borderRadius: 4,
      border: `1px solid ${theme.palette.type === 'dark' ? theme.palette.grey[600] : theme.palette.grey[400]}`,
      background: 'transparent',
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}`, outlineOffset: 2 },
      '&:hover': { borderColor: theme.palette.text.primary },
    },
    failing: { background: theme.palette.error.main, borderColor: theme.palette.error.main },
    progressing: {
      borderColor: theme.palette.warning.main,
      background: `linear-gradient(to top, ${theme.palette.warning.main} 50%, transparent 50%)`,
    },
    aloud: { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clip: 'rect(0 0 0 0)' },
    quiet: { borderStyle: 'dashed' },
  }),
  { name: 'TriageWorkloadSquare' },
);

export interface WorkloadSquareProps {
  cluster: string;
  workload: WorkloadHealth;
}

/** One workload; coloured only when something is wrong. A click asks why. */
export function WorkloadSquare({ cluster, workload }: WorkloadSquareProps) {
  const classes = useStyles();
  const askPath = useRouteRef(askRouteRef);
  const looks: Record<WorkloadHealth['status'], string> = {
    failing: classes.failing,
    progressing: classes.progressing,
    healthy: '',
    completed: '',
    'scaled-to-zero': classes.quiet,
  };
  const words = describeWorkload(workload, new Date());
  return (
    <Tooltip title={words} enterDelay={150}>
      <span>
        <Link
          to={`${askPath()}?${askQuery({ cluster, ...workload })}`}
          className={`${classes.square} ${looks[workload.status]}`}
        >
          <span className={classes.aloud}>{words}</span>
        </Link>
      </span>
    </Tooltip>
  );
}
