import { ClusterGraph, refOf } from '../cluster/ClusterGraph';
import { neverFires, parseSchedule, timesDue } from '../cluster/cron';
import { eventMessage, eventTime } from '../cluster/events';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { asArray, condition, containersOf } from '../cluster/pods';
import { plural, roundSeconds } from '../explain/words';
import { AnalysisContext, Analyzer, EvidenceDraft, FindingDraft } from './Analyzer';
import { fromEvent, fromObject } from './evidence';
import { secondsSince } from './failingPods';
import { logCause, tailEvidence } from './logCause';
import { replacedRuns } from './replacedRuns';

const TROUBLE = [
  'FailedNeedsStart',
  'MissSchedule',
  'TooManyMissedTimes',
  'FailedCreate',
  'FailedGet',
  'UnparseableSchedule',
  'UnParseableCronJobSchedule',
  'InvalidSchedule',
  'UnknownTimeZone',
];

/** The controller looks every ten seconds: a shorter deadline is missed by chance. */
const SHORTEST_DEADLINE = 10;

/** A run may take so many times as long as the longest one that completed. */
const USUAL = 2;

/** CronJobs that do not start their Jobs. Whether a suspended one is wrong, only the person who asks knows. */
export const cronJobs: Analyzer = {
  name: 'cron-jobs',
  sees: 'CronJobs that are suspended, never due, blocked by a run that does not end, replace each run before it is done, miss their start or cannot create their Job.',
  async analyze(context) {
    const found = await Promise.all(context.graph.all('CronJob').map(cronJob => inDoubt(cronJob, context)));
    return found.flatMap(each => each ?? []);
  },
};

type Verdict = Pick<FindingDraft, 'confidence' | 'title' | 'rootCause'> &
  Partial<FindingDraft> & {
    /** The Job that keeps the others away: its log tells what it waits for. */
    running?: KubernetesObject;
  };

async function inDoubt(cronJob: KubernetesObject, context: AnalysisContext): Promise<FindingDraft | undefined> {
  const { graph, now } = context;
  const found =
    suspended(cronJob) ??
    neverDue(cronJob) ??
    blockedByRun(cronJob, graph, now) ??
    replacedRuns(cronJob, graph) ??
    troubled(cronJob, graph) ??
    missed(cronJob, now);
  if (!found) return undefined;
  const { running, ...verdict }: Verdict = found;
  const { lastScheduleTime } = cronJob.status ?? {};
  const last = lastScheduleTime ? `It ran last at ${lastScheduleTime}.` : 'It has never run.';
  return {
    category: 'cronjob-suspended-or-missed',
    severity: 'MEDIUM',
    resource: refOf(cronJob),
    since: lastScheduleTime ?? cronJob.metadata.creationTimestamp,
    fixes: [{ type: 'inspect', what: 'describe', target: refOf(cronJob), why: 'See the schedule and the events' }],
    ...verdict,
    explanation: verdict.explanation ? `${last} ${verdict.explanation}` : last,
    evidence: [...(verdict.evidence ?? []), ...(running ? await saidLast(running, context) : []), stateOf(cronJob)],
  };
}

/** What a run that does not end says: the line that tells the cause, or the last ones. */
async function saidLast(job: KubernetesObject, { graph, logs }: AnalysisContext): Promise<EvidenceDraft[]> {
  const [pod] = graph.podsOf(job);
  const container = pod && containersOf(pod).find(({ role, status }) => role === 'main' && status.state?.running);
  if (!container) return [];
  const log = await logs.ofPresentRun(pod, container);
  return [...(logCause(log)?.evidence.slice(0, 1) ?? []), ...tailEvidence(log)];
}

function stateOf({ spec, status, ...cronJob }: KubernetesObject): EvidenceDraft {
  return fromObject(
    cronJob,
    `suspend: ${Boolean(spec?.suspend)}, schedule: ${spec?.schedule}${
      spec?.timeZone ? `, timeZone: ${spec.timeZone}` : ''
    }, concurrencyPolicy: ${spec?.concurrencyPolicy ?? 'Allow'}${
      spec?.startingDeadlineSeconds === undefined ? '' : `, startingDeadlineSeconds: ${spec.startingDeadlineSeconds}`
    }, lastScheduleTime: ${status?.lastScheduleTime ?? 'never'}`,
  );
}

/** Suspended on purpose is the normal case: it is an answer only to somebody who asks about it. */
function suspended({ spec, metadata, ...cronJob }: KubernetesObject): Verdict | undefined {
  if (!spec?.suspend) return undefined;
  return {
    confidence: 0.95,
    latent: true,
    title: `CronJob ${metadata.name} is suspended`,
    rootCause: `CronJob ${metadata.name} is suspended (spec.suspend is true), so its schedule "${spec.schedule}" starts no Job.`,
    explanation: 'Somebody suspended it; nothing resumes it by itself.',
    fixes: [{ type: 'resume-cronjob', cronJob: refOf({ ...cronJob, metadata }) }],
  };
}

/** Some keep a CronJob for runs by hand only and give it 31 February: that is latent too. */
function neverDue({ spec, metadata }: KubernetesObject): Verdict | undefined {
  const schedule = parseSchedule(spec?.schedule);
  if (!schedule || !neverFires(schedule)) return undefined;
  return {
    confidence: 0.97,
    latent: true,
    title: `The schedule of CronJob ${metadata.name} is never due`,
    rootCause: `CronJob ${metadata.name} is never due: its schedule "${spec.schedule}" asks for a day that none of its months has.`,
    explanation: 'The API server accepts such a schedule, and no event tells that it never comes.',
    fixes: [
      {
        type: 'advice',
        risk: 'LOW',
        description: `Correct the schedule "${spec.schedule}": the third field is the day, the fourth the month`,
      },
    ],
  };
}

/** With Forbid, a run that does not end keeps all later ones away. */
function blockedByRun(cronJob: KubernetesObject, graph: ClusterGraph, now: Date): Verdict | undefined {
  const { metadata, spec } = cronJob;
  if (spec?.concurrencyPolicy !== 'Forbid') return undefined;
  const running = graph
    .childrenOf(cronJob)
    .filter(job => !condition(job, 'Complete') && !condition(job, 'Failed') && (job.status?.active ?? 0) > 0)
    .sort((a, b) => (a.metadata.creationTimestamp ?? '').localeCompare(b.metadata.creationTimestamp ?? ''))[0];
  const schedule = parseSchedule(spec.schedule);
  const started = running?.status?.startTime ?? running?.metadata.creationTimestamp;
  if (!running || !schedule || !started) return undefined;
  const due = timesDue(schedule, new Date(started), aMinuteBefore(now), 1_000);
  if (due === 0) return undefined;
  const seconds = secondsSince(started, now) ?? 0;
  // One that takes no longer than those before it is just not done yet, and who chose Forbid wants it to end.
  if (seconds < longestRun(cronJob, graph) * USUAL) return undefined;
  const age = roundSeconds(seconds);
  return {
    // One that is late by a turn may only be slow.
    latent: due < 2,
    confidence: due < 2 ? 0.75 : 0.92,
    title: `CronJob ${metadata.name} starts no run: Job ${running.metadata.name} has been running for ${age}`,
    rootCause: `CronJob ${metadata.name} starts no further run, because Job ${
      running.metadata.name
    } has been running for ${age} and concurrencyPolicy Forbid allows one at a time; ${plural(due, 'run')} ${
      due === 1 ? 'was' : 'were'
    } due since.`,
    explanation: `Why the run does not end stands in the log of its pod.${
      running.spec?.activeDeadlineSeconds === undefined ? ' Without activeDeadlineSeconds nothing ends it.' : ''
    }`,
    evidence: [
      fromObject(
        running,
        `active: ${running.status?.active}, started ${started}, activeDeadlineSeconds ${
          running.spec?.activeDeadlineSeconds ?? 'not set'
        }`,
      ),
    ],
    since: started,
    running,
    blames: [refOf(running), ...graph.podsOf(running).map(refOf)],
    fixes: [
      ...graph
        .podsOf(running)
        .slice(0, 1)
        .map(pod => ({
          type: 'read-log' as const,
          pod: refOf(pod),
          container: String(asArray(pod.spec?.containers)[0]?.name ?? ''),
          previous: false,
          why: 'See what the run waits for',
        })),
      {
        type: 'advice',
        risk: 'MEDIUM',
        description: `Delete Job ${running.metadata.name} once it is clear why it hangs, and give the CronJob an activeDeadlineSeconds`,
      },
    ],
  };
}

/** Seconds that the longest completed run took; 0 when none is known. */
function longestRun(cronJob: KubernetesObject, graph: ClusterGraph): number {
  const took = graph.childrenOf(cronJob).flatMap(job => {
    const { startTime, completionTime } = job.status ?? {};
    const ended = Date.parse(String(completionTime));
    return condition(job, 'Complete') && !Number.isNaN(ended) ? secondsSince(startTime, new Date(ended)) ?? [] : [];
  });
  return Math.max(0, ...took);
}

function troubled(cronJob: KubernetesObject, graph: ClusterGraph): Verdict | undefined {
  // What was told before a later run started is history.
  const event = graph
    .eventsOf(cronJob)
    .filter(candidate => (eventTime(candidate) ?? '') >= (cronJob.status?.lastScheduleTime ?? ''))
    .find(({ reason }) => TROUBLE.includes(reason));
  if (!event) return undefined;
  return {
    confidence: 0.85,
    title: `CronJob ${cronJob.metadata.name} does not start its Jobs: ${event.reason}`,
    rootCause: `CronJob ${cronJob.metadata.name} does not start its Jobs: ${eventMessage(event)}.`,
    explanation: deadlineHint(cronJob),
    evidence: [fromEvent(event)],
  };
}

/** Nothing says that a run was missed; the schedule and the last run do. */
function missed(cronJob: KubernetesObject, now: Date): Verdict | undefined {
  const schedule = parseSchedule(cronJob.spec?.schedule);
  const since = cronJob.status?.lastScheduleTime ?? cronJob.metadata.creationTimestamp;
  // In a time zone of its own it is due at other hours: a day's worth of runs is needed to be sure.
  const needed = cronJob.spec?.timeZone ? 25 : 3;
  if (!schedule || !since || timesDue(schedule, new Date(since), aMinuteBefore(now), needed) < needed) return undefined;
  const { name } = cronJob.metadata;
  return {
    confidence: 0.75,
    latent: true,
    title: `CronJob ${name} misses its runs`,
    rootCause: `CronJob ${name} has started no Job since ${since}, although its schedule "${
      cronJob.spec?.schedule
    }" was due several times.${deadlineHint(cronJob)}`,
  };
}

function deadlineHint({ spec }: KubernetesObject): string {
  const deadline = spec?.startingDeadlineSeconds;
  return deadline !== undefined && deadline < SHORTEST_DEADLINE
    ? ` Its startingDeadlineSeconds of ${deadline} is shorter than the ${SHORTEST_DEADLINE} s between two looks of the controller, so runs are missed by chance.`
    : '';
}

/** What is due just now may still start. */
function aMinuteBefore(now: Date): Date {
  return new Date(now.getTime() - 60_000);
}
