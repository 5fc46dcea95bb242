import Typography from '@material-ui/core/Typography';
import Button from '@material-ui/core/Button';
import type { Diagnosis } from '@triage/plugin-triage-common';
import { goToEvidence } from './evidenceAnchor';

export interface NarrationProps {
  diagnosisId: string;
  narration: NonNullable<Diagnosis['narration']>;
}

/** The language model's words: after the proof, marked as such. They are text, never markup. */
export function Narration({ diagnosisId, narration }: NarrationProps) {
  return (
    <>
      <Typography variant="body2" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {narration.text}
      </Typography>
      <Typography variant="caption" color="textSecondary" component="p">
        Written by the language model {narration.model} from the evidence above.
        {narration.citations.map(id => (
          <Button key={id} size="small" onClick={() => goToEvidence(diagnosisId, id)}>
            evidence {id.replace(/^e/, '')}
          </Button>
        ))}
      </Typography>
    </>
  );
}
