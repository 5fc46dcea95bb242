import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({ root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) } }),
  { name: 'TriageVerification' },
);

export interface VerificationProps {
  /** "This is fixed when …", with or without those words. */
  text?: string;
  onCheckAgain?: () => void;
}

/** How to know that it is over, and the button to find out. */
export function Verification({ text, onCheckAgain }: VerificationProps) {
  const classes = useStyles();
  if (!text && !onCheckAgain) return null;
  return (
    <Typography variant="body2" component="div" className={classes.root}>
      {text && <span>Fixed when: {text.replace(/^(this is )?fixed when:? /i, '')}</span>}
      {onCheckAgain && (
        <Button size="small" variant="outlined" onClick={onCheckAgain}>
          Check again
        </Button>
      )}
    </Typography>
  );
}
