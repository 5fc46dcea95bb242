import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Finding } from '@triage/plugin-triage-common';
import { Fold } from '../common/Fold';
import { Confidence } from './Confidence';
import { EvidenceList } from './EvidenceList';
import { FixList } from './FixList';
import { SeverityLabel } from './SeverityLabel';
import { describeResource } from './subject';

const useStyles = makeStyles(
  theme => ({
    resource: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
    label: { marginRight: theme.spacing(1) },
    body: { display: 'grid', gap: theme.spacing(1), minWidth: 0 },
  }),
  { name: 'TriageFindingDetails' },
);

export interface FindingDetailsProps {
  diagnosisId: string;
  finding: Finding;
  namespace?: string;
}

/** Another finding, folded to its title. */
export function FindingDetails({ diagnosisId, finding, namespace }: FindingDetailsProps) {
  const classes = useStyles();
  return (
    <Fold
      summary={
        <>
          <span className={classes.label}>
            <SeverityLabel severity={finding.severity} />
          </span>
          {finding.title}
          {finding.count > 1 && ` (${finding.count} times)`}{' '}
          <span className={classes.resource}>{describeResource(finding.resource, namespace)}</span>
        </>
      }
    >
      <div className={classes.body}>
        <Typography variant="body2">
          {finding.rootCause} <Confidence value={finding.confidence} />
        </Typography>
        {finding.explanation && finding.explanation !== finding.rootCause && (
          <Typography variant="body2">{finding.explanation}</Typography>
        )}
        <EvidenceList diagnosisId={diagnosisId} evidence={finding.evidence} />
        {finding.fixes.length > 0 && <FixList diagnosisId={diagnosisId} fixes={finding.fixes} />}
      </div>
    </Fold>
  );
}
