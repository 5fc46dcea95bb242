import Typography from '@material-ui/core/Typography';
import type { Diagnosis, Finding } from '@triage/plugin-triage-common';
import { Fold } from '../common/Fold';
import { BlindSpots } from './BlindSpots';
import { CauseChain } from './CauseChain';
import { FindingDetails } from './FindingDetails';
import { causalChain, SortedFindings } from './chain';
import { saysAllChecked } from './lookedAt';
import { subjectNamespace } from './subject';
import { verdictOf } from './verdict';

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function Summary({ children }: { children: React.ReactNode }) {
  return (
    <Typography variant="body2" component="span">
      {children}
    </Typography>
  );
}

function FindingFolds({ diagnosis, findings }: { diagnosis: Diagnosis; findings: Finding[] }) {
  return (
    <>
      {findings.map(finding => (
        <FindingDetails
          key={finding.id}
          diagnosisId={diagnosis.requestId}
          finding={finding}
          namespace={subjectNamespace(diagnosis)}
        />
      ))}
    </>
  );
}

/** What follows from the cause: a line, the chain as a picture, and each finding in full. */
function ExplainedFold({ diagnosis, sorted }: { diagnosis: Diagnosis; sorted: SortedFindings }) {
  const { primary, explained } = sorted;
  if (explained.length === 0) return null;
  const titles = explained.slice(0, 3).map(f => f.title);
  const more = explained.length - titles.length;
  return (
    <Fold
      summary={
        <Summary>
          This also explains: {titles.join(', ')}
          {more > 0 && ` and ${more} more`}
        </Summary>
      }
    >
      <CauseChain chain={causalChain(primary, explained)} />
      <FindingFolds diagnosis={diagnosis} findings={explained} />
    </Fold>
  );
}

/** Other causes that fit too; their proof decides. */
function AlternativesFold({ diagnosis, findings }: { diagnosis: Diagnosis; findings: Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <Fold defaultOpen summary={<Summary>It may also be: {plural(findings.length, 'other possible cause')}</Summary>}>
      <FindingFolds diagnosis={diagnosis} findings={findings} />
    </Fold>
  );
}

/** What else is wrong, without relation to the first cause. */
function OtherFindingsFold({ diagnosis, findings }: { diagnosis: Diagnosis; findings: Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <Fold summary={<Summary>Also found, not related: {plural(findings.length, 'finding')}</Summary>}>
      <FindingFolds diagnosis={diagnosis} findings={findings} />
    </Fold>
  );
}

/** What was read and is fine. */
function CheckedFold({ diagnosis }: { diagnosis: Diagnosis }) {
  const { checked, objects, logs } = diagnosis.k8sContext;
  if (checked.length === 0 || (saysAllChecked(diagnosis) && logs.lines === 0)) return null;
  const read = Object.values(objects).reduce((sum, count) => sum + count, 0);
  return (
    <Fold summary={<Summary>Also looked at: {plural(checked.length, 'thing')}, fine</Summary>}>
      <Typography variant="body2" component="ul" style={{ margin: 0, paddingLeft: 20 }}>
        {checked.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </Typography>
      <Typography variant="caption" color="textSecondary" component="p">
        Read {plural(read, 'object')}
        {logs.lines > 0 && ` and ${plural(logs.lines, 'log line')} of ${plural(logs.containers, 'container')}`}.
      </Typography>
    </Fold>
  );
}

/** What could not be read. */
function BlindSpotsFold({ diagnosis }: { diagnosis: Diagnosis }) {
  const { blindSpots } = diagnosis;
  if (blindSpots.length === 0) return null;
  const [first] = blindSpots;
  return (
    <Fold
      summary={
        <Summary>
          Could not see: {first.what}
          {blindSpots.length > 1 && ` and ${blindSpots.length - 1} more`}
        </Summary>
      }
    >
      <Typography variant="body2" component="div">
        <BlindSpots blindSpots={blindSpots} />
      </Typography>
    </Fold>
  );
}

/** So that it does not happen again; not for 3 a.m. */
function PreventionFold({ tips }: { tips: string[] }) {
  if (tips.length === 0) return null;
  return (
    <Fold summary={<Summary>So that it does not happen again: {plural(tips.length, 'tip')}</Summary>}>
      <Typography variant="body2" component="ul" style={{ margin: 0, paddingLeft: 20 }}>
        {tips.map((tip, index) => (
          <li key={index}>{tip}</li>
        ))}
      </Typography>
    </Fold>
  );
}

/** All that unfolds below the answer. */
export function Folds({ diagnosis, sorted }: { diagnosis: Diagnosis; sorted?: SortedFindings }) {
  return (
    <div>
      {sorted && <AlternativesFold diagnosis={diagnosis} findings={sorted.alternatives} />}
      {sorted && <ExplainedFold diagnosis={diagnosis} sorted={sorted} />}
      {sorted && <OtherFindingsFold diagnosis={diagnosis} findings={sorted.others} />}
      <CheckedFold diagnosis={diagnosis} />
      {verdictOf(diagnosis) !== 'blind' && <BlindSpotsFold diagnosis={diagnosis} />}
      <PreventionFold tips={diagnosis.preventionTips} />
    </div>
  );
}
