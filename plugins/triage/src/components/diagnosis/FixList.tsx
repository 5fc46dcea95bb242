import { makeStyles } from '@material-ui/core/styles';
import type { Fix } from '@triage/plugin-triage-common';
import { FixItem } from './FixItem';

const useStyles = makeStyles(
  theme => ({
    root: { margin: 0, paddingLeft: theme.spacing(2.5), '& > li + li': { marginTop: theme.spacing(1.5) } },
  }),
  { name: 'TriageFixList' },
);

/** The steps in the order in which to try them. */
export function FixList({ diagnosisId, fixes }: { diagnosisId: string; fixes: Fix[] }) {
  const classes = useStyles();
  return (
    <ol className={classes.root}>
      {fixes.map((fix, index) => (
        <li key={index}>
          <FixItem diagnosisId={diagnosisId} fix={fix} />
        </li>
      ))}
    </ol>
  );
}
