import { useEffect, useRef } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { TurnAnswer, TurnAnswerProps } from './TurnAnswer';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(1), gridTemplateColumns: 'minmax(0, 1fr)', scrollMarginTop: 16 },
    question: {
      justifySelf: 'end',
      maxWidth: '85%',
      maxHeight: 240,
      overflow: 'auto',
      padding: theme.spacing(1, 1.5),
      borderRadius: 12,
      background: theme.palette.action.selected,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      fontSize: '0.9375rem',
    },
    pasted: { fontFamily: 'Menlo, Consolas, "Liberation Mono", monospace', fontSize: '0.75rem' },
  }),
  { name: 'TriageTurnView' },
);

/** A question and its answer. The last one is brought into sight when its answer comes. */
export function TurnView({ turn, thread, last }: TurnAnswerProps & { last: boolean }) {
  const classes = useStyles();
  const root = useRef<HTMLLIElement>(null);
  const { step } = turn.state;
  useEffect(() => {
    if (last) root.current?.scrollIntoView?.({ block: 'start' });
  }, [last, step]);
  return (
    <li className={classes.root} ref={root}>
      <div className={`${classes.question} ${turn.text.includes('\n') ? classes.pasted : ''}`}>{turn.text}</div>
      <TurnAnswer turn={turn} thread={thread} />
    </li>
  );
}
