import { makeStyles } from '@material-ui/core/styles';
import type { Fix, RiskLevel } from '@triage/plugin-triage-common';
import { CopyButton } from '../common/CopyButton';
import { goToEvidence } from './evidenceAnchor';
import { patchYaml } from './patchYaml';

const useStyles = makeStyles(
  theme => ({
    head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0.5, 1) },
    description: { flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' },
    risk: {
      fontSize: '0.6875rem',
      fontWeight: 700,
      letterSpacing: '0.04em',
      padding: theme.spacing(0.25, 0.75),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      whiteSpace: 'nowrap',
    },
    MEDIUM: { borderColor: theme.palette.warning.main },
    HIGH: { borderColor: theme.palette.error.main },
    LOW: {},
    command: {
      margin: theme.spacing(0.5, 0),
      padding: theme.spacing(0.75, 1),
      overflowX: 'auto',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      background: theme.palette.background.default,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      fontFamily: 'Menlo, Consolas, "Liberation Mono", monospace',
      fontSize: '0.75rem',
    },
    note: { fontSize: '0.8125rem', color: theme.palette.text.secondary, overflowWrap: 'anywhere' },
    why: {
      font: 'inherit',
      padding: 0,
      border: 0,
      background: 'none',
      color: theme.palette.link,
      cursor: 'pointer',
      textDecoration: 'underline',
    },
  }),
  { name: 'TriageFixItem' },
);

const RISK_WORDS: Record<RiskLevel, string> = { LOW: 'LOW RISK', MEDIUM: 'MEDIUM RISK', HIGH: 'HIGH RISK' };

export interface FixItemProps {
  diagnosisId: string;
  fix: Fix;
}

/** One safe step: what, how risky, the exact command, the patch for Git, what it changes, how to check and how to undo it. */
export function FixItem({ diagnosisId, fix }: FixItemProps) {
  const classes = useStyles();
  return (
    <div>
      <div className={classes.head}>
        <span className={classes.description}>{fix.description}</span>
        <span className={`${classes.risk} ${classes[fix.riskLevel]}`}>{RISK_WORDS[fix.riskLevel]}</span>
        {fix.command && <CopyButton label="Copy command" describes={fix.description} text={fix.command} />}
        {fix.patch && <CopyButton label="Copy patch" describes={fix.description} text={() => patchYaml(fix.patch!)} />}
      </div>
      {fix.command && <pre className={classes.command}>{fix.command}</pre>}
      {fix.changes && <div className={classes.note}>Changes: {fix.changes}</div>}
      {fix.undo && <div className={classes.note}>Undo: {fix.undo}</div>}
      {fix.verify && (
        <div className={classes.note}>
          Check: {fix.verify}
          {fix.expect && ` shows: ${fix.expect}`}
        </div>
      )}
      {fix.evidence.length > 0 && (
        <div className={classes.note}>
          Why:{' '}
          {fix.evidence.map((id, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <button type="button" className={classes.why} onClick={() => goToEvidence(diagnosisId, id)}>
                evidence {id.replace(/^e/, '')}
              </button>
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
