import { ReactNode, useId } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 0 },
    title: { fontSize: '0.875rem', fontWeight: 700, marginBottom: theme.spacing(0.5) },
  }),
  { name: 'TriageSection' },
);

/** A titled part of the card. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const classes = useStyles();
  const id = useId();
  return (
    <section className={classes.root} aria-labelledby={id}>
      <Typography id={id} component="h3" className={classes.title}>
        {title}
      </Typography>
      {children}
    </section>
  );
}
