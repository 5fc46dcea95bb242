import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { Subject } from '../../question/Subject';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), listStyle: 'none', margin: 0, padding: 0 },
    button: { textTransform: 'none', textAlign: 'left', overflowWrap: 'anywhere' },
    state: { color: theme.palette.text.secondary, marginLeft: theme.spacing(0.5), fontWeight: 'normal' },
  }),
  { name: 'TriageSubjectChoices' },
);

export interface SubjectChoicesProps {
  subjects: Subject[];
  onChoose(subject: Subject): void;
}

/** Things that can be asked about, each a button. */
export function SubjectChoices({ subjects, onChoose }: SubjectChoicesProps) {
  const classes = useStyles();
  return (
    <ul className={classes.root}>
      {subjects.map(subject => (
        <li key={JSON.stringify(subject.request) + subject.name}>
          <Button className={classes.button} variant="outlined" size="small" onClick={() => onChoose(subject)}>
            <span>
              {subject.label} {subject.state && <span className={classes.state}>{subject.state}</span>}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
