import { ReactNode, useId, useState } from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';

const useStyles = makeStyles(
  theme => ({
    summary: {
      display: 'flex',
      alignItems: 'flex-start',
      justifyContent: 'flex-start',
      textAlign: 'left',
      width: '100%',
      borderRadius: theme.shape.borderRadius,
      padding: theme.spacing(0.5, 0),
      font: 'inherit',
      '&:hover': { background: theme.palette.action.hover },
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
    icon: { flex: 'none', color: theme.palette.text.secondary, fontSize: '1.25rem', marginTop: 1 },
    text: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
    body: { padding: theme.spacing(0.5, 0, 1, 2.5), minWidth: 0 },
  }),
  { name: 'TriageFold' },
);

export interface FoldProps {
  summary: ReactNode;
  children: ReactNode;
  defaultOpen?: boolean;
}

/** One line that unfolds. What is folded is not in the page until asked for. */
export function Fold({ summary, children, defaultOpen = false }: FoldProps) {
  const classes = useStyles();
  const [open, setOpen] = useState(defaultOpen);
  const bodyId = useId();
  const Icon = open ? ExpandMoreIcon : ChevronRightIcon;
  return (
    <div>
      <ButtonBase
        className={classes.summary}
        aria-expanded={open}
        aria-controls={open ? bodyId : undefined}
        onClick={() => setOpen(!open)}
        disableRipple
      >
        <Icon className={classes.icon} aria-hidden />
        <span className={classes.text}>{summary}</span>
      </ButtonBase>
      {open && (
        <div id={bodyId} className={classes.body}>
          {children}
        </div>
      )}
    </div>
  );
}
