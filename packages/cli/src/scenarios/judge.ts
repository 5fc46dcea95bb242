import { Diagnosis, Finding } from '@triage/diagnosis';
import { Expectation } from './Expectation';
import { isCulprit } from './isCulprit';

/** How an answer stands to its expectation. */
export interface Verdict {
  /** The first finding blames the culprit, says all that it has to say and claims nothing wrong; healthy: no alarm. */
  top1: boolean;
  /** One of the first three findings blames the culprit and says all. */
  top3: boolean;
  /** The first finding has a right category. */
  category: boolean;
  /** Findings above INFO where nothing is wrong. */
  falseAlarms: number;
  /** Tempting wrong claims that the first finding makes. */
  wrongClaims: number;
  /** Fake secrets that stand in the answer. */
  leaks: number;
  /** What is wrong, a sentence each; empty when all is right. */
  problems: string[];
}

/** Of what a finding quotes, so much counts: a dump of the log is no diagnosis. */
const MAX_EVIDENCE = 12;
const MAX_EVIDENCE_LENGTH = 500;

const NOTHING: Verdict = {
  top1: false,
  top3: false,
  category: false,
  falseAlarms: 0,
  wrongClaims: 0,
  leaks: 0,
  problems: [],
};

/** A pure function: the rules stand in `scenarios/README.md`. */
export function judge(diagnosis: Diagnosis, expectation: Expectation): Verdict {
  const leaked = leaksIn(diagnosis, expectation.canaries);
  const verdict = expectation.healthy ? judgeHealthy(diagnosis) : judgeFailure(diagnosis, expectation);
  return {
    ...verdict,
    leaks: leaked,
    problems: [...verdict.problems, ...(leaked > 0 ? [`The answer shows ${leaked} secret(s) of the recording.`] : [])],
  };
}

function judgeHealthy({ findings }: Diagnosis): Verdict {
  const alarms = findings.filter(({ severity }) => severity !== 'INFO');
  const right = alarms.length === 0;
  return {
    top1: right,
    top3: right,
    category: right,
    falseAlarms: alarms.length,
    wrongClaims: 0,
    leaks: 0,
    problems: alarms.map(alarm => `False alarm: ${alarm.category} of ${nameOf(alarm)}: ${alarm.title}`),
  };
}

function judgeFailure({ findings }: Diagnosis, expectation: Expectation): Verdict {
  const { categories, culprits, notCause } = expectation;
  const [first] = findings;
  if (!first) {
    return { ...NOTHING, problems: ['Nothing was found.'] };
  }
  const claims = notCause.filter(pattern => pattern.test(`${first.title}\n${first.rootCause}`));
  const category = categories.includes(first.category);
  const problems = shortcomings(first, expectation);
  const top1 = problems.length === 0 && claims.length === 0;
  const top3 = findings.slice(0, 3).some(finding => shortcomings(finding, expectation).length === 0);
  return {
    top1,
    top3,
    category,
    falseAlarms: 0,
    wrongClaims: claims.length,
    leaks: 0,
    problems: [
      ...problems,
      ...claims.map(pattern => `It claims ${pattern}: ${first.title}. ${first.rootCause}`),
      ...(category ? [] : [`The category is ${first.category}, and ${categories.join(' or ')} is right.`]),
      ...(top3 && problems.length > 0 ? [`What is right stands below it: ${names(culprits)}.`] : []),
    ],
  };
}

/** Why a finding is not the one that was wanted. */
function shortcomings(finding: Finding, { culprits, says }: Expectation): string[] {
  const evidence = finding.evidence.slice(0, MAX_EVIDENCE).map(({ text }) => text.slice(0, MAX_EVIDENCE_LENGTH));
  const told = [finding.title, finding.rootCause, finding.explanation, ...evidence].join('\n');
  return [
    ...(culprits.some(culprit => isCulprit(culprit, finding.resource))
      ? []
      : [`It blames ${nameOf(finding)} (${finding.title}), and ${names(culprits)} is to blame.`]),
    ...says.filter(pattern => !pattern.test(told)).map(pattern => `It does not say ${pattern}.`),
  ];
}

function nameOf({ resource }: Finding): string {
  return `${resource.kind}/${resource.name}`;
}

function names(culprits: Expectation['culprits']): string {
  return culprits.map(({ kind, name }) => `${kind}/${name}`).join(' or ');
}

function leaksIn(diagnosis: Diagnosis, canaries: string[]): number {
  const answer = JSON.stringify(diagnosis);
  return canaries.filter(canary => answer.includes(JSON.stringify(canary).slice(1, -1))).length;
}
