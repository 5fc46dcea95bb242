import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ResponseErrorPanel } from '@backstage/core-components';
import { Fold } from './Fold';
import { adviceFor } from './adviceFor';

const useStyles = makeStyles(
  theme => ({
    root: {
      borderLeft: `4px solid ${theme.palette.error.main}`,
      padding: theme.spacing(1, 2),
      overflowWrap: 'anywhere',
    },
    retry: { margin: theme.spacing(1, 0) },
  }),
  { name: 'TriageRequestError' },
);

export interface RequestErrorProps {
  /** What did not work, as a sentence: "Could not diagnose checkout". */
  title: string;
  error: Error;
  onRetry?: () => void;
}

/** A failed request: what failed, what to do about it, and the details folded below. */
export function RequestError({ title, error, onRetry }: RequestErrorProps) {
  const classes = useStyles();
  return (
    <div className={classes.root} role="alert">
      <Typography variant="subtitle1">
        <strong>{title}</strong>
      </Typography>
      <Typography variant="body2">{adviceFor(error)}</Typography>
      {onRetry && (
        <Button className={classes.retry} variant="outlined" size="small" onClick={onRetry}>
          Try again
        </Button>
      )}
      <Fold summary={<Typography variant="body2">Technical details</Typography>}>
        <ResponseErrorPanel error={error} defaultExpanded />
      </Fold>
    </div>
  );
}
