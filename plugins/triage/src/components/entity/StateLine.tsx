import Typography from '@material-ui/core/Typography';
import type { Diagnosis } from '@triage/plugin-triage-common';
import { SeverityLabel } from '../diagnosis/SeverityLabel';
import { subjectName } from '../diagnosis/subject';
import { Verdict, verdictOf } from '../diagnosis/verdict';

const WORDS: Partial<Record<Verdict, { label: string; line: (name: string) => string }>> = {
  healthy: { label: 'HEALTHY', line: name => `Nothing is wrong with ${name}.` },
  partial: {
    label: 'NOTHING FOUND',
    line: name => `Nothing wrong was found with ${name}, but not everything could be read.`,
  },
  blind: { label: 'COULD NOT LOOK', line: name => `The cluster of ${name} could not be read.` },
};

/** A diagnosis in one line. */
export function StateLine({ diagnosis }: { diagnosis: Diagnosis }) {
  const verdict = verdictOf(diagnosis);
  const words = WORDS[verdict];
  return (
    <>
      <SeverityLabel severity={verdict === 'healthy' ? 'OK' : diagnosis.severity}>{words?.label}</SeverityLabel>
      <Typography variant="body2" style={{ overflowWrap: 'anywhere' }}>
        {words ? words.line(subjectName(diagnosis)) : diagnosis.rootCause}
      </Typography>
    </>
  );
}
