import { refOf } from '../cluster/ClusterGraph';
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
  sees: 'Jobs that failed for good (back-off limit, deadline), with the exit code and the decisive line of the last try; Jobs that are suspended or have parallelism 0.',
  async analyze(context) {
    const failed = context.graph
      .all('Job')
      .filter(job => condition(job, 'Failed')?.status === 'True' && !isHealed(job, context));
    return [
      ...(await Promise.all(failed.map(job => describe(job, context)))),
      ...context.graph.all('Job').flatMap(idle),
    ];
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

/** A Job that is told to run nothing. Somebody wanted that, so it is an answer only to who asks. */
function idle(job: KubernetesObject): FindingDraft[] {
  const isSuspended = job.spec?.suspend === true;
  if (!isSuspended && job.spec?.parallelism !== 0) return [];
  if (condition(job, 'Complete')?.status === 'True' || condition(job, 'Failed')?.status === 'True') return [];
  const why = isSuspended ? 'it is suspended (spec.suspend is true)' : 'its parallelism is 0';
  return [
    {
      category: 'job-failed',
      severity: 'MEDIUM',
      confidence: 0.95,
      latent: true,
      resource: refOf(job),
      title: `Job ${job.metadata.name} runs nothing: ${why}`,
      rootCause: `Job ${job.metadata.name} starts no pods, because ${why}.`,
      explanation: 'Nothing resumes it by itself; a queueing controller may do so when there is room.',
      evidence: [
        fromObject(
          job,
          `suspend: ${isSuspended}, parallelism: ${job.spec?.parallelism ?? 1}, active: ${job.status?.active ?? 0}`,
        ),
      ],
      since: job.metadata.creationTimestamp,
      fixes: [{ type: 'inspect', what: 'describe', target: refOf(job), why: 'See who suspended it' }],
    },
  ];
}
