import { makeStyles } from '@material-ui/core/styles';
import { confidenceWords } from './confidence';

const useStyles = makeStyles(
  theme => ({
    root: { whiteSpace: 'nowrap', color: theme.palette.text.secondary, fontSize: '0.875rem' },
    dot: {
      display: 'inline-block',
      width: 8,
      height: 8,
      borderRadius: '50%',
      marginLeft: 3,
      border: `1px solid ${theme.palette.text.secondary}`,
    },
    filled: { background: theme.palette.text.secondary },
  }),
  { name: 'TriageConfidence' },
);

/** How sure, as a word and four dots. */
export function Confidence({ value }: { value: number }) {
  const classes = useStyles();
  const { word, dots } = confidenceWords(value);
  return (
    <span className={classes.root} title={`Confidence ${Math.round(value * 100)} %`}>
      {word}{' '}
      <span aria-hidden>
        {[1, 2, 3, 4].map(n => (
          <span key={n} className={`${classes.dot} ${n <= dots ? classes.filled : ''}`} />
        ))}
      </span>
    </span>
  );
}
