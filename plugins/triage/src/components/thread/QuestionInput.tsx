import { KeyboardEvent, useState } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', gap: theme.spacing(1), alignItems: 'flex-end' },
    field: { flex: 1, minWidth: 0 },
    button: { flex: 'none', minWidth: 80 },
  }),
  { name: 'TriageQuestionInput' },
);

/** Characters; the backend refuses longer texts. */
const MAX_LENGTH = 100_000;

export interface QuestionInputProps {
  working: boolean;
  onAsk(text: string): void;
  onStop(): void;
}

/** Where one asks or pastes. Enter sends, Shift+Enter is a new line, Escape stops. */
export function QuestionInput({ working, onAsk, onStop }: QuestionInputProps) {
  const classes = useStyles();
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
        className={classes.field}
        variant="outlined"
        size="small"
        multiline
        maxRows={10}
        label="Ask about a component, or paste an error"
        helperText="Enter sends, Shift+Enter makes a new line"
        value={text}
        onChange={event => setText(event.target.value)}
        onKeyDown={onKeyDown}
        inputProps={{ maxLength: MAX_LENGTH }}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the page is for asking; at 3 a.m. one click less
        autoFocus
      />
      <div style={{ marginBottom: 22 }}>
        {working ? (
          <Button className={classes.button} variant="outlined" onClick={onStop}>
            Stop
          </Button>
        ) : (
          <Button className={classes.button} variant="contained" color="primary" type="submit" disabled={!text.trim()}>
            Ask
          </Button>
        )}
      </div>
    </form>
  );
}
