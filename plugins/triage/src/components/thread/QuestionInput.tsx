import { KeyboardEvent, useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', gap: theme.spacing(1), alignItems: 'flex-start' },
    field: { flex: 1, minWidth: 0 },
    buttons: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      flex: 'none',
      [theme.breakpoints.down('xs')]: { flexDirection: 'column' },
    },
    // A phone has no Shift+Enter, and no room to tell of it.
    hint: { [theme.breakpoints.down('xs')]: { display: 'none' } },
    button: { flex: 'none', minWidth: 80, height: 40 },
  }),
  { name: 'TriageQuestionInput' },
);

export interface QuestionInputProps {
  working: boolean;
  onAsk(text: string): void;
  onStop(): void;
  /** Empties the thread; absent while there is nothing to empty. */
  onClear?: () => void;
}

/** Where one asks or pastes. Enter sends, Shift+Enter is a new line, Escape stops. */
export function QuestionInput({ working, onAsk, onStop, onClear }: QuestionInputProps) {
  const classes = useStyles();
  const id = useId();
  const [text, setText] = useState('');

  const send = () => {
    if (working || !text.trim()) return;
    onAsk(text.trim());
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes a word, Enter belongs to it.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape' && working) {
      onStop();
    }
  };

  return (
    <form
      className={classes.root}
      onSubmit={event => {
        event.preventDefault();
        send();
      }}
    >
      <TextField
        id={id}
        className={classes.field}
        variant="outlined"
        size="small"
        multiline
        maxRows={10}
        label="Ask, or paste an error"
        FormHelperTextProps={{ className: classes.hint }}
        helperText="Enter sends, Shift+Enter makes a new line"
        value={text}
        onChange={event => setText(event.target.value)}
        onKeyDown={onKeyDown}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the page is for asking; at 3 a.m. one click less
        autoFocus
      />
      <div className={classes.buttons}>
        {working ? (
          <Button className={classes.button} variant="outlined" onClick={onStop}>
            Stop
          </Button>
        ) : (
          <Button className={classes.button} variant="contained" color="primary" type="submit" disabled={!text.trim()}>
            Ask
          </Button>
        )}
        {onClear && (
          <Button className={classes.button} size="small" onClick={onClear}>
            Clear
          </Button>
        )}
      </div>
    </form>
  );
}
