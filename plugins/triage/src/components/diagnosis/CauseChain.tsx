import { makeStyles } from '@material-ui/core/styles';
import type { Finding } from '@triage/plugin-triage-common';
import { describeResource } from './subject';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    node: { display: 'flex', alignItems: 'center', gap: theme.spacing(1), maxWidth: '100%' },
    box: {
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      padding: theme.spacing(0.5, 1),
      maxWidth: 240,
      overflowWrap: 'anywhere',
      fontSize: '0.8125rem',
    },
    cause: { borderLeft: `4px solid ${theme.palette.error.main}` },
    resource: { color: theme.palette.text.secondary, fontSize: '0.75rem' },
  }),
  { name: 'TriageCauseChain' },
);

/** From the cause on the left to the symptom on the right; read aloud it is an ordered list. */
export function CauseChain({ chain }: { chain: Finding[] }) {
  const classes = useStyles();
  return (
    <ol className={classes.root} aria-label="From cause to symptom">
      {chain.map((finding, index) => (
        <li key={finding.id} className={classes.node}>
          {index > 0 && <span aria-hidden>→</span>}
          <div className={`${classes.box} ${index === 0 ? classes.cause : ''}`}>
            {finding.title}
            <div className={classes.resource}>{describeResource(finding.resource)}</div>
          </div>
        </li>
      ))}
    </ol>
  );
}
