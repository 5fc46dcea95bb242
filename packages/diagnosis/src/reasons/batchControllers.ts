import { Common, normal, Reason, rows } from './Reason';

const JOB: Common = {
  where: 'event',
  kinds: ['Job'],
  reporter: 'job controller',
  source: 'pkg/controller/job/job_controller.go',
};
const JOB_FAILED: Common = { ...JOB, where: 'condition', source: 'staging/src/k8s.io/api/batch/v1/types.go' };
const CRON_JOB: Common = {
  where: 'event',
  kinds: ['CronJob'],
  reporter: 'cronjob controller',
  source: 'pkg/controller/cronjob/cronjob_controllerv2.go',
};
const failed = { type: 'Failed', status: 'True' } as const;

const ENDS: [reason: string, means: string, example: string, since?: string][] = [
  ['BackoffLimitExceeded', 'The Job used up its tries (backoffLimit)', 'Job has reached the specified backoff limit'],
  [
    'DeadlineExceeded',
    'The Job ran longer than its activeDeadlineSeconds',
    'Job was active longer than specified deadline',
  ],
  [
    'PodFailurePolicy',
    'A rule of podFailurePolicy says that a failure like that ends the Job',
    'Container app for pod shop/job-x2x4z failed with exit code 42 matching FailJob rule at index 0',
  ],
  [
    'FailedIndexes',
    'Some indexes of the Job used up their tries (backoffLimitPerIndex)',
    'Job has failed indexes',
    '1.29',
  ],
  [
    'MaxFailedIndexesExceeded',
    'More indexes of the Job failed than maxFailedIndexes allows',
    'Job has exceeded the specified maximal number of failed indexes',
    '1.29',
  ],
];

export const JOBS: Reason[] = [
  ...normal(JOB, {
    SuccessfulCreate: 'A pod was created',
    SuccessfulDelete: 'A pod was deleted',
    Completed: 'The Job is done',
    Suspended: 'The Job is suspended',
    Resumed: 'The Job goes on after a suspension',
    TooManyActivePods: 'More pods ran than are wanted; some are removed',
    TooManySucceededPods: 'More pods ended well than are wanted',
  }),
  ...rows(JOB, [
    {
      reason: 'FailedCreate',
      verdict: 'depends',
      on: 'whether pods are still missing: it is tried again',
      means: 'The API server refuses to create a pod of the Job',
      categories: ['admission-rejected', 'quota', 'limit-range'],
      owner: 'pod-creation',
      source: 'pkg/controller/controller_utils.go',
      example:
        'Error creating: pods "job-x2x4z" is forbidden: exceeded quota: compute, requested: limits.cpu=2, used: limits.cpu=3, limited: limits.cpu=4',
    },
    {
      reason: 'FailedDelete',
      verdict: 'depends',
      on: 'whether the pod stays: it is tried again',
      means: 'The API server refuses to delete a pod of the Job',
      categories: ['admission-rejected', 'deprecated-or-terminating'],
      owner: 'reported',
      source: 'pkg/controller/controller_utils.go',
      example: 'Error deleting: admission webhook "guard.example.com" denied the request: not in business hours',
    },
    ...ENDS.map(([reason, means, example, since]) => ({
      reason,
      verdict: 'failure' as const,
      means,
      categories: ['job-failed'] as ['job-failed'],
      owner: 'jobs',
      since,
      example,
    })),
  ]),
  ...rows(
    JOB_FAILED,
    ENDS.map(([reason, means, example, since]) => ({
      reason,
      verdict: 'failure' as const,
      means,
      categories: ['job-failed', 'oom-killed'] as ['job-failed', 'oom-killed'],
      owner: 'jobs',
      since,
      example,
      condition: failed,
    })),
  ),
  ...normal(JOB_FAILED, {
    JobSuspended: 'The Job is suspended; nobody has said that it should run',
  }).map(row => ({ ...row, condition: { type: 'Suspended', status: 'True' as const } })),
  ...normal(JOB_FAILED, {
    CompletionsReached: 'As many pods ended well as are wanted (1.31 and later)',
    SuccessPolicy: 'A rule of successPolicy is met (1.30 and later)',
  }).map(row => ({ ...row, condition: { type: 'Complete', status: 'True' as const } })),
];

export const CRON_JOBS: Reason[] = [
  ...normal(CRON_JOB, {
    SuccessfulCreate: 'A Job was created',
    SuccessfulDelete: 'An old Job was deleted',
    SawCompletedJob: 'A Job has ended, well or not',
    MissingJob: 'A Job that was running has been deleted',
    UnsupportedSchedule: 'The schedule names a time zone itself (TZ=): it works, and is not officially supported',
    UnexpectedJob: 'A Job names the CronJob as its owner that the controller did not make',
  }),
  ...rows(CRON_JOB, [
    {
      reason: 'JobAlreadyActive',
      verdict: 'depends',
      on: 'whether the Job that still runs hangs: concurrencyPolicy Forbid skips a run while one is active',
      means: 'A run was skipped because the one before is still active',
      categories: ['cronjob-suspended-or-missed'],
      owner: 'cron-jobs',
    },
    {
      reason: 'MissSchedule',
      verdict: 'depends',
      on: 'whether a later run has started',
      means: 'A run was not started in time (startingDeadlineSeconds)',
      categories: ['cronjob-suspended-or-missed'],
      owner: 'cron-jobs',
      example: 'Missed scheduled time to start a job: Fri, 20 Nov 2026 11:58:00 UTC',
    },
    {
      reason: 'TooManyMissedTimes',
      verdict: 'depends',
      on: 'whether a later run has started',
      means:
        'More than 100 runs were missed, so none is started any more until startingDeadlineSeconds is set or the clock is right',
      categories: ['cronjob-suspended-or-missed'],
      owner: 'cron-jobs',
      source: 'pkg/controller/cronjob/utils.go',
      example: 'too many missed start times: 101. Set or decrease .spec.startingDeadlineSeconds or check clock skew',
    },
    {
      reason: 'UnknownTimeZone',
      verdict: 'failure',
      means: 'The time zone is not known to the controller',
      categories: ['cronjob-suspended-or-missed'],
      owner: 'cron-jobs',
      example: 'invalid timeZone: "Europe/Berlín": unknown time zone Europe/Berlín',
    },
    {
      reason: 'UnparseableSchedule',
      verdict: 'failure',
      means: 'The schedule does not parse',
      categories: ['cronjob-suspended-or-missed'],
      owner: 'cron-jobs',
      example: 'unparseable schedule: "0 25 * * *" : end of range (25) above maximum (23): 25',
    },
    {
      reason: 'UnParseableCronJobSchedule',
      verdict: 'failure',
      means: 'The schedule does not parse',
      categories: ['cronjob-suspended-or-missed'],
      owner: 'cron-jobs',
      example: 'unparseable schedule for cronjob: 0 25 * * *',
    },
    {
      reason: 'InvalidSchedule',
      verdict: 'failure',
      means: 'The schedule names no time that ever comes',
      categories: ['cronjob-suspended-or-missed'],
      owner: 'cron-jobs',
      example: 'invalid schedule: 59 23 31 2 * : time difference between two schedules is less than 1 second',
    },
    {
      reason: 'FailedGet',
      verdict: 'failure',
      means: 'A Job that still runs and has to be replaced could not be read',
      categories: ['cronjob-suspended-or-missed'],
      owner: 'cron-jobs',
      example: 'Get job: jobs.batch "report-29100000" is forbidden',
    },
    {
      reason: 'FailedCreate',
      verdict: 'failure',
      means: 'The API server refuses to create the Job',
      categories: ['cronjob-suspended-or-missed', 'admission-rejected', 'quota'],
      owner: 'cron-jobs',
      example:
        'Error creating job: jobs.batch "report-29100000" is forbidden: exceeded quota: objects, requested: count/jobs.batch=1, used: count/jobs.batch=10, limited: count/jobs.batch=10',
    },
    {
      reason: 'FailedDelete',
      verdict: 'depends',
      on: 'whether a Job stays that has to be replaced: it is tried again',
      means: 'An old Job could not be deleted',
      categories: ['cronjob-suspended-or-missed', 'admission-rejected'],
      owner: 'reported',
      example: 'Deleted job: admission webhook "guard.example.com" denied the request: not in business hours',
    },
  ]),
];
