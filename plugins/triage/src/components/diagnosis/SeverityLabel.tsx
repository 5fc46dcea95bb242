import { makeStyles, Theme } from '@material-ui/core/styles';
import type { Severity } from '@triage/plugin-triage-common';

function severityColor(theme: Theme, severity: Severity | 'OK'): string {
  switch (severity) {
    case 'CRITICAL':
    case 'HIGH':
      return theme.palette.error.main;
    case 'MEDIUM':
      return theme.palette.warning.main;
    case 'OK':
      return theme.palette.success.main;
    default:
      return theme.palette.text.secondary;
  }
}

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      fontFamily: theme.typography.fontFamily,
      fontWeight: 700,
      fontSize: '0.8125rem',
      letterSpacing: '0.04em',
    },
    mark: ({ severity }: { severity: Severity | 'OK' }) => ({
      width: 12,
      height: 12,
      marginRight: theme.spacing(0.75),
      borderRadius: severity === 'OK' ? '50%' : 2,
      background: severityColor(theme, severity),
    }),
  }),
  { name: 'TriageSeverityLabel' },
);

export interface SeverityLabelProps {
  /** `OK` when nothing is wrong. */
  severity: Severity | 'OK';
  /** Other words than the severity's own. */
  children?: string;
}

/** The severity as a coloured mark and a word; the word alone must be enough. */
export function SeverityLabel({ severity, children }: SeverityLabelProps) {
  const classes = useStyles({ severity });
  return (
    <span className={classes.root}>
      <span className={classes.mark} aria-hidden />
      {children ?? severity}
    </span>
  );
}
