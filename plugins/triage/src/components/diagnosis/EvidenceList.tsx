import { makeStyles } from '@material-ui/core/styles';
import type { Evidence } from '@triage/plugin-triage-common';
import { EvidenceItem } from './EvidenceItem';
import { evidenceAnchor } from './evidenceAnchor';

const useStyles = makeStyles({ root: { listStyle: 'none', margin: 0, padding: 0 } }, { name: 'TriageEvidenceList' });

export interface EvidenceListProps {
  diagnosisId: string;
  evidence: Evidence[];
}

/** Quotations, each unfolding to its place. */
export function EvidenceList({ diagnosisId, evidence }: EvidenceListProps) {
  const classes = useStyles();
  return (
    <ul className={classes.root}>
      {evidence.map(item => (
        <li key={item.id} id={evidenceAnchor(diagnosisId, item.id)}>
          <EvidenceItem evidence={item} />
        </li>
      ))}
    </ul>
  );
}
