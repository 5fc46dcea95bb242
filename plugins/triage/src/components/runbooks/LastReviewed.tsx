import { makeStyles } from '@material-ui/core/styles';
import { isStale } from './staleness';

const useStyles = makeStyles(
  theme => ({
    stale: {
      marginLeft: theme.spacing(1),
      padding: theme.spacing(0, 0.75),
      border: `1px solid ${theme.palette.warning.main}`,
      borderRadius: theme.shape.borderRadius,
      fontSize: '0.75rem',
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'TriageLastReviewed' },
);

/** The date of the last review; marked when that is more than six months ago. */
export function LastReviewed({ date }: { date?: string }) {
  const classes = useStyles();
  return (
    <span>
      {date ? <time dateTime={date}>{date}</time> : 'never'}
      {isStale(date, new Date()) && (
        <span className={classes.stale} title="Not reviewed for more than 6 months">
          stale
        </span>
      )}
    </span>
  );
}
