import { makeStyles } from '@material-ui/core/styles';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Diagnosis } from '@triage/plugin-triage-common';
import { CopyButton } from '../common/CopyButton';
import { diagnosisRouteRef } from '../../routes';
import { diagnosisMarkdown } from './diagnosisMarkdown';

const useStyles = makeStyles(theme => ({ root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) } }), {
  name: 'TriageShareActions',
});

/** Hands the answer to others: a link, or the text for the incident channel. */
export function ShareActions({ diagnosis }: { diagnosis: Diagnosis }) {
  const classes = useStyles();
  const diagnosisPath = useRouteRef(diagnosisRouteRef);
  const link = new URL(diagnosisPath({ id: diagnosis.requestId }), window.location.origin).toString();
  return (
    <div className={classes.root}>
      <CopyButton label="Copy link" text={link} />
      <CopyButton label="Copy as Markdown" text={() => diagnosisMarkdown(diagnosis, link)} />
    </div>
  );
}
