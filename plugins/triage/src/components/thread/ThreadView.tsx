import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useClusterHealth } from '../../hooks/useClusterHealth';
import { useNameLookup } from '../../hooks/useNameLookup';
import type { Subject } from '../../question/Subject';
import { useAskFromLink } from '../../thread/useAskFromLink';
import { useThread } from '../../thread/useThread';
import { Working } from '../common/Working';
import { QuestionInput } from './QuestionInput';
import { StarterQuestions } from './StarterQuestions';
import { TurnView } from './TurnView';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(2), minHeight: '100%' },
    turns: {
      display: 'grid',
      gap: theme.spacing(3),
      gridTemplateColumns: 'minmax(0, 1fr)',
      listStyle: 'none',
      margin: 0,
      padding: 0,
      flex: '1 0 auto',
      alignContent: 'start',
    },
    input: {
      position: 'sticky',
      bottom: 0,
      // Above the navigation bar that Backstage has at the bottom of phones.
      [theme.breakpoints.down('xs')]: { bottom: theme.spacing(7) },
      zIndex: 1,
      padding: theme.spacing(1.5),
    },
    intro: { flex: '1 0 auto', display: 'grid', gap: theme.spacing(1.5), alignContent: 'start' },
  }),
  { name: 'TriageThreadView' },
);

export interface ThreadViewProps {
  userEntityRef: string;
  mayReadHealth: boolean;
}

/** The conversation: questions and answers, starters while there are none, and the input below. */
export function ThreadView({ userEntityRef, mayReadHealth }: ThreadViewProps) {
  const classes = useStyles();
  const health = useClusterHealth(mayReadHealth);
  const thread = useThread(userEntityRef, useNameLookup(health.latest));
  const { turns, working } = thread;
  const askAbout = (subject: Subject) => thread.ask(`Why is ${subject.name} failing?`, subject);
  useAskFromLink(askAbout);

  return (
    <div className={classes.root}>
      {turns.length === 0 ? (
        <div className={classes.intro}>
          <Typography variant="body1">
            Ask why something is failing, or paste an error. The answer names the cause and quotes the proof.
          </Typography>
          {health.loading && <Working>Looking for failing workloads…</Working>}
          {health.error && (
            <Typography variant="body2" color="textSecondary">
              The clusters could not be read just now; asking still works.
            </Typography>
          )}
          {health.value && <StarterQuestions health={health.value} onAsk={askAbout} />}
        </div>
      ) : (
        <ol className={classes.turns} aria-label="Questions and answers">
          {turns.map((turn, index) => (
            <TurnView key={turn.id} turn={turn} thread={thread} last={index === turns.length - 1} />
          ))}
        </ol>
      )}
      <Paper variant="outlined" className={classes.input}>
        <QuestionInput
          working={working}
          onAsk={text => thread.ask(text)}
          onStop={thread.stop}
          onClear={turns.length > 0 && !working ? thread.clear : undefined}
        />
      </Paper>
    </div>
  );
}
