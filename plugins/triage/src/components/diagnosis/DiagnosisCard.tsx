import Divider from '@material-ui/core/Divider';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import type { Diagnosis } from '@triage/plugin-triage-common';
import { RelativeTime } from '../common/RelativeTime';
import { ClassifiedErrors } from './ClassifiedErrors';
import { BlindSpots } from './BlindSpots';
import { DiagnosisHeader } from './DiagnosisHeader';
import { EvidenceList } from './EvidenceList';
import { FixList } from './FixList';
import { Folds } from './Folds';
import { Narration } from './Narration';
import { RunbookBox } from './RunbookBox';
import { Section } from './Section';
import { Sentence } from './Sentence';
import { ShareActions } from './ShareActions';
import { Verification } from './Verification';
import { WhatChanged } from './WhatChanged';
import { sortFindings } from './chain';
import { subjectName } from './subject';
import { verdictOf } from './verdict';

const useStyles = makeStyles(
  theme => ({
    root: {
      fontFamily: theme.typography.fontFamily,
      padding: theme.spacing(2),
      display: 'grid',
      gap: theme.spacing(1.5),
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
    top: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: theme.spacing(1) },
    stack: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignContent: 'start',
    },
    columns: {
      columnGap: theme.spacing(3),
      [theme.breakpoints.up('md')]: { gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)' },
    },
    foot: { color: theme.palette.text.secondary, fontSize: '0.75rem' },
  }),
  { name: 'TriageDiagnosisCard' },
);

export interface DiagnosisCardProps {
  diagnosis: Diagnosis;
  /** Repeats the diagnosis; absent where it cannot be repeated. */
  onCheckAgain?: () => void;
}

/** The answer. The same in the thread, on the entity's tab and behind a link. */
export function DiagnosisCard({ diagnosis, onCheckAgain }: DiagnosisCardProps) {
  const classes = useStyles();
  const id = diagnosis.requestId;
  const sorted = sortFindings(diagnosis);
  const evidence = sorted?.primary.evidence ?? [];
  const changes = evidence.filter(({ kind }) => kind === 'change');
  const proof = evidence.filter(({ kind }) => kind !== 'change');
  const fixes = sorted?.primary.fixes.length ? sorted.primary.fixes : diagnosis.fixCommands;
  const { relatedRunbooks } = diagnosis;
  // With findings, their evidence quotes the same lines, and better.
  const classifiedErrors = sorted ? [] : diagnosis.classifiedErrors;
  const left = proof.length + classifiedErrors.length + fixes.length > 0;
  const right = changes.length + relatedRunbooks.length > 0;

  return (
    <Paper
      variant="outlined"
      component="article"
      className={classes.root}
      aria-label={`Diagnosis of ${subjectName(diagnosis)}`}
    >
      <div className={classes.top}>
        <DiagnosisHeader diagnosis={diagnosis} />
        <ShareActions diagnosis={diagnosis} />
      </div>
      <Divider />
      <Sentence diagnosis={diagnosis} />
      {verdictOf(diagnosis) === 'blind' && <BlindSpots blindSpots={diagnosis.blindSpots} />}
      {(left || right) && (
        <div className={`${classes.stack} ${left && right ? classes.columns : ''}`}>
          {left && (
            <div className={classes.stack}>
              {proof.length > 0 && (
                <Section title="Because">
                  <EvidenceList diagnosisId={id} evidence={proof} />
                </Section>
              )}
              {classifiedErrors.length > 0 && (
                <Section title="Recognised">
                  <ClassifiedErrors errors={classifiedErrors} />
                </Section>
              )}
              {fixes.length > 0 && (
                <Section title="Do this">
                  <FixList diagnosisId={id} fixes={fixes} />
                </Section>
              )}
            </div>
          )}
          {right && (
            <div className={classes.stack}>
              {changes.length > 0 && (
                <Section title="What changed">
                  <WhatChanged diagnosisId={id} changes={changes} />
                </Section>
              )}
              {relatedRunbooks.length > 0 && (
                <Section title="Runbook">
                  <RunbookBox runbooks={relatedRunbooks} />
                </Section>
              )}
            </div>
          )}
        </div>
      )}
      <Verification text={diagnosis.verification} onCheckAgain={onCheckAgain} />
      <Folds diagnosis={diagnosis} sorted={sorted} />
      {diagnosis.narration && (
        <Section title="In other words">
          <Narration diagnosisId={id} narration={diagnosis.narration} />
        </Section>
      )}
      <div className={classes.foot}>
        {diagnosis.errorCategory !== 'none' && `${diagnosis.errorCategory} · `}checked{' '}
        <RelativeTime at={diagnosis.createdAt} />
        {diagnosis.k8sContext.kubernetesVersion && ` · Kubernetes ${diagnosis.k8sContext.kubernetesVersion}`}
      </div>
    </Paper>
  );
}
