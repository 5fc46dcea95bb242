import Button from '@material-ui/core/Button';
import Divider from '@material-ui/core/Divider';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Diagnosis } from '@triage/plugin-triage-common';
import { RelativeTime } from '../common/RelativeTime';
import { ChangeDiff } from './ChangeDiff';
import { ClassifiedErrors } from './ClassifiedErrors';
import { BlindSpots } from './BlindSpots';
import { DiagnosisHeader } from './DiagnosisHeader';
import { EvidenceList } from './EvidenceList';
import { FixList } from './FixList';
import { BlindSpotsFold, CheckedFold, ExplainedFold, OtherFindingsFold, PreventionFold } from './Folds';
import { Narration } from './Narration';
import { RunbookBox } from './RunbookBox';
import { Section } from './Section';
import { Sentence } from './Sentence';
import { ShareActions } from './ShareActions';
import { sortFindings } from './chain';
import { subjectName } from './subject';
import { verdictOf } from './verdict';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(2),
      display: 'grid',
      gap: theme.spacing(1.5),
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
    top: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: theme.spacing(1) },
    columns: {
      display: 'grid',
      gap: theme.spacing(2, 3),
      gridTemplateColumns: 'minmax(0, 1fr)',
      [theme.breakpoints.up('md')]: { gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)' },
    },
    stack: { display: 'grid', gap: theme.spacing(2), alignContent: 'start', minWidth: 0 },
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
  const verdict = verdictOf(diagnosis);

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
      {verdict === 'blind' && <BlindSpots blindSpots={diagnosis.blindSpots} />}
      <div className={classes.columns}>
        <div className={classes.stack}>
          {proof.length > 0 && (
            <Section title="Because">
              <EvidenceList diagnosisId={id} evidence={proof} />
            </Section>
          )}
          {diagnosis.classifiedErrors.length > 0 && (
            <Section title="In the pasted text">
              <ClassifiedErrors errors={diagnosis.classifiedErrors} />
            </Section>
          )}
          {fixes.length > 0 && (
            <Section title="Do this">
              <FixList diagnosisId={id} fixes={fixes} />
            </Section>
          )}
        </div>
        <div className={classes.stack}>
          {changes.length > 0 && (
            <Section title="What changed">
              {changes.map(change => (
                <div key={change.id}>
                  <Typography variant="caption" color="textSecondary" component="p">
                    {change.source} {change.at && <RelativeTime at={change.at} />}
                  </Typography>
                  <ChangeDiff text={change.text} />
                </div>
              ))}
            </Section>
          )}
          {diagnosis.relatedRunbooks.length > 0 && (
            <Section title="Runbook">
              <RunbookBox runbooks={diagnosis.relatedRunbooks} />
            </Section>
          )}
        </div>
      </div>
      <Typography variant="body2" component="div">
        {diagnosis.verification && <>Fixed when: {diagnosis.verification.replace(/^(this is )?fixed when:? /i, '')} </>}
        {onCheckAgain && (
          <Button size="small" variant="outlined" onClick={onCheckAgain}>
            Check again
          </Button>
        )}
      </Typography>
      <div>
        {sorted && <ExplainedFold diagnosis={diagnosis} sorted={sorted} />}
        {sorted && <OtherFindingsFold diagnosis={diagnosis} findings={sorted.others} />}
        <CheckedFold diagnosis={diagnosis} />
        {verdict !== 'blind' && <BlindSpotsFold diagnosis={diagnosis} />}
        <PreventionFold tips={diagnosis.preventionTips} />
      </div>
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
