import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { DiagnosisCard } from '../diagnosis/DiagnosisCard';
import { KeptDiagnosis } from '../diagnoses/KeptDiagnosis';
import { RequestError } from '../common/RequestError';
import type { Thread } from '../../thread/useThread';
import type { Turn } from '../../thread/Turn';
import { ReadingProgress } from './ReadingProgress';
import { SubjectChoices } from './SubjectChoices';

export interface TurnAnswerProps {
  turn: Turn;
  thread: Pick<Thread, 'choose' | 'retry' | 'working'>;
}

/** What became of a question. */
export function TurnAnswer({ turn, thread }: TurnAnswerProps) {
  const { state } = turn;
  const retry = thread.working ? undefined : () => thread.retry(turn);
  switch (state.step) {
    case 'answered':
      return state.diagnosis ? (
        <DiagnosisCard diagnosis={state.diagnosis} onCheckAgain={retry} />
      ) : (
        <KeptDiagnosis id={state.diagnosisId} onCheckAgain={retry} />
      );
    case 'failed':
      return (
        <RequestError
          title={turn.subject ? `Could not diagnose ${turn.subject.label}` : 'Could not answer this'}
          error={state.error}
          onRetry={retry}
        />
      );
    case 'stopped':
      return (
        <Typography variant="body2" color="textSecondary" component="div">
          Stopped before there was an answer.{' '}
          <Button size="small" variant="outlined" onClick={retry} disabled={!retry}>
            Ask again
          </Button>
        </Typography>
      );
    case 'choosing':
      return (
        <div role="group" aria-label={state.message}>
          <Typography variant="body2" gutterBottom>
            {state.message}
          </Typography>
          <SubjectChoices subjects={state.choices} onChoose={subject => thread.choose(turn, subject)} />
          <Button size="small" onClick={() => thread.choose(turn)} style={{ marginTop: 8 }}>
            None of these: ask as it is
          </Button>
        </div>
      );
    default:
      return <ReadingProgress turn={turn} />;
  }
}
