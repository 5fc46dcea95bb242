import { refOf } from '../cluster/ClusterGraph';
import { eventMessage } from '../cluster/events';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { condition, lastTermination } from '../cluster/pods';
import { plural } from '../explain/words';
import { AnalysisContext, Analyzer, FindingDraft } from './Analyzer';
import { describeExit } from './crashes';
import { dependenciesBlamed } from './dependencies';
import { fromEvent, fromObject } from './evidence';
import { Subject, subjectsOf } from './failingPods';
import { LogCause, logCause, tailEvidence } from './logCause';

/** Jobs that failed for good, with what the last pod said. A later success of the same CronJob heals it. */
export const jobs: Analyzer = {
  name: 'jobs',
  sees: 'Jobs that failed for good (back-off limit, deadline), with the exit code and the decisive line of the last try.',
  async analyze(context) {
    const failed = context.graph
      .all('Job')
      .filter(job => condition(job, 'Failed')?.status === 'True' && !isHealed(job, context));
    return Promise.all(failed.map(job => describe(job, context)));
  },
};

async function describe(job: KubernetesObject, context: AnalysisContext): Promise<FindingDraft> {
  const { graph, logs } = context;
  const failure = condition(job, 'Failed');
  const pods = graph
    .podsOf(job)
    .sort((a, b) => (b.metadata.creationTimestamp ?? '').localeCompare(a.metadata.creationTimestamp ?? ''));
  const subject = pods
    .flatMap(pod => subjectsOf(pod, graph))
    .find(({ container }) => (lastTermination(container)?.exitCode ?? 0) !== 0);
  const log = subject && (await logs.ofLastEnd(subject.pod, subject.container));
  const cause = logCause(log);
  const ended = subject && lastTermination(subject.container);
  const exit = ended ? describeExit(ended.exitCode) : undefined;
  const deadline = failure?.reason === 'DeadlineExceeded';
  const event = graph.eventsOf(job).find(candidate => candidate.reason === failure?.reason);
  const why = reasonOf(job, subject, cause);
  return {
    category: ended?.reason === 'OOMKilled' ? 'oom-killed' : 'job-failed',
    severity: 'HIGH',
    confidence: cause || deadline || ended?.reason === 'OOMKilled' ? 0.93 : 0.75,
    resource: refOf(job),
    title: `Job ${job.metadata.name} failed: ${why}`,
    rootCause: `Job ${job.metadata.name} failed for good: ${why}${cause && exit ? ` (${exit})` : ''}.`,
    explanation: `It gave up after ${plural(job.status?.failed ?? pods.length, 'failed pod')} (${
      failure?.reason ?? 'Failed'
    }; backoffLimit ${job.spec?.backoffLimit ?? 6}).${
      pods.length === 0 ? ' Its pods are gone, and their logs with them.' : ''
    }`,
    evidence: [
      ...(cause?.evidence ?? tailEvidence(log)),
      ...(event
        ? [fromEvent(event)]
        : [
            fromObject(
              job,
              `condition Failed: ${failure?.reason}: ${failure?.message ?? ''}`,
              failure?.lastTransitionTime,
            ),
          ]),
      ...(subject && ended
        ? [
            fromObject(
              subject.pod,
              `container ${subject.container.name}: ${exit}, reason ${ended.reason ?? 'unknown'}`,
              ended.finishedAt,
            ),
          ]
        : []),
    ],
    since: failure?.lastTransitionTime,
    fixes: [
      ...(cause?.advice ?? []),
      ...(subject
        ? [
            {
              type: 'read-log' as const,
              pod: refOf(subject.pod),
              container: subject.container.name,
              previous: false,
              why: cause ? `Read the log around line ${cause.clue.line}` : 'Read the whole log of the last try',
            },
          ]
        : []),
      {
        type: 'advice',
        description: 'Mend the cause, then start the Job anew: a failed Job does not try again by itself',
        risk: 'MEDIUM',
      },
    ],
    blames: subject ? dependenciesBlamed(subject, cause, graph) : [],
  };
}

function reasonOf(job: KubernetesObject, subject: Subject | undefined, cause: LogCause | undefined): string {
  const failure = condition(job, 'Failed');
  if (failure?.reason === 'DeadlineExceeded') {
    return `it ran longer than its deadline of ${job.spec?.activeDeadlineSeconds} s (DeadlineExceeded)`;
  }
  const ended = subject && lastTermination(subject.container);
  if (subject && ended?.reason === 'OOMKilled') {
    const { name, spec } = subject.container;
    return `container ${name} needs more memory than its limit of ${spec.resources?.limits?.memory} (OOMKilled)`;
  }
  if (cause) return cause.sentence;
  return ended
    ? `container ${subject.container.name} ends with ${describeExit(ended.exitCode)}`
    : String(failure?.message ?? 'it gives no reason');
}

/** A newer Job of the same CronJob that went well makes an old failure history. */
function isHealed(job: KubernetesObject, { graph }: AnalysisContext): boolean {
  const owner = graph.ownerOf(job);
  if (owner?.kind !== 'CronJob') return false;
  const created = job.metadata.creationTimestamp ?? '';
  const succeeded = graph
    .childrenOf(owner)
    .some(
      other => (other.metadata.creationTimestamp ?? '') > created && condition(other, 'Complete')?.status === 'True',
    );
  return succeeded || (owner.status?.lastSuccessfulTime ?? '') > created;
}

/** CronJobs that do not start their Jobs. Whether a suspended one is wrong, only the person who asks knows. */
export const cronJobs: Analyzer = {
  name: 'cron-jobs',
  sees: 'CronJobs that are suspended, miss their start or cannot create their Job.',
  analyze({ graph, scope }) {
    return graph.all('CronJob').flatMap((cronJob): FindingDraft[] => {
      const asked = scope.focus.includes(cronJob);
      const event = graph
        .eventsOf(cronJob)
        .find(candidate =>
          [
            'FailedNeedsStart',
            'MissSchedule',
            'TooManyMissedTimes',
            'FailedCreate',
            'UnparseableSchedule',
            'InvalidSchedule',
            'UnknownTimeZone',
            'JobAlreadyActive',
          ].includes(candidate.reason),
        );
      const base = {
        category: 'cronjob-suspended-or-missed' as const,
        resource: refOf(cronJob),
        since: cronJob.status?.lastScheduleTime ?? cronJob.metadata.creationTimestamp,
      };
      const last = cronJob.status?.lastScheduleTime
        ? `It ran last at ${cronJob.status.lastScheduleTime}`
        : 'It has never run';
      const state = fromObject(
        cronJob,
        `suspend: ${Boolean(cronJob.spec?.suspend)}, schedule: ${cronJob.spec?.schedule}${
          cronJob.spec?.timeZone ? `, timeZone: ${cronJob.spec.timeZone}` : ''
        }, lastScheduleTime: ${cronJob.status?.lastScheduleTime ?? 'never'}`,
      );
      if (cronJob.spec?.suspend) {
        // Suspended on purpose is the normal case: it is an answer only to somebody who asks about it.
        if (!asked) return [];
        return [
          {
            ...base,
            severity: 'MEDIUM' as const,
            confidence: 0.95,
            title: `CronJob ${cronJob.metadata.name} is suspended`,
            rootCause: `CronJob ${cronJob.metadata.name} is suspended (spec.suspend is true), so its schedule "${cronJob.spec.schedule}" starts no Job.`,
            explanation: `${last}. Somebody suspended it; nothing resumes it by itself.`,
            evidence: [state],
            fixes: [{ type: 'resume-cronjob', cronJob: refOf(cronJob) }],
          },
        ];
      }
      if (!event) return [];
      return [
        {
          ...base,
          severity: 'MEDIUM' as const,
          confidence: 0.85,
          title: `CronJob ${cronJob.metadata.name} does not start its Jobs: ${event.reason}`,
          rootCause: `CronJob ${cronJob.metadata.name} does not start its Jobs: ${eventMessage(event)}.`,
          explanation: `${last}.`,
          evidence: [fromEvent(event), state],
          fixes: [
            { type: 'inspect', what: 'describe', target: refOf(cronJob), why: 'See the schedule and the events' },
          ],
        },
      ];
    });
  },
};
