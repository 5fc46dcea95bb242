import { ago, event, object } from '../testing/cluster';
import { DiagnosisCase, expectDiagnosis } from '../testing/expectDiagnosis';

const nightly = (spec: object, status: object = {}) =>
  object('CronJob', 'report', {
    spec: { schedule: '*/5 * * * *', ...spec },
    status: { lastScheduleTime: ago(60), ...status },
  });
const run = (seconds: number, status: object) =>
  object(
    'Job',
    'report-1',
    { spec: {}, status: { startTime: ago(seconds), ...status }, metadata: { creationTimestamp: ago(seconds) } },
    { owner: ['CronJob', 'report'] },
  );
const asked = { target: { kind: 'CronJob', name: 'report' }, question: 'report does not run' };
const found = { category: 'cronjob-suspended-or-missed', culprit: 'CronJob/report' };

const told = (reason: string, text: string, seconds: number) =>
  event('CronJob', 'report', reason, text, { type: 'Normal', count: 1, seconds, firstTimestamp: ago(seconds) });
const replacing = (status: object = {}) => nightly({ concurrencyPolicy: 'Replace' }, status);
const deleted = [
  told('SuccessfulDelete', 'Deleted job report-7', 660),
  told('SuccessfulDelete', 'Deleted job report-8', 360),
];

const CASES: DiagnosisCase[] = [
  {
    state: 'runs that are replaced before they are done',
    objects: [replacing(), ...deleted, run(60, { active: 1 })],
    ...found,
    says: ['concurrencyPolicy Replace', '2 runs in a row were deleted before completion'],
  },
  {
    state: 'runs that are deleted because the history is full',
    objects: [
      replacing(),
      ...deleted,
      told('SawCompletedJob', 'Saw completed job: report-7, condition: Complete', 700),
      told('SawCompletedJob', 'Saw completed job: report-8, condition: Complete', 400),
    ],
    ...asked,
    never: ['Replace'],
  },
  {
    state: 'runs that were replaced until one was done',
    objects: [replacing({ lastSuccessfulTime: ago(100) }), ...deleted],
    ...asked,
    never: ['Replace'],
  },
  {
    state: 'one run that was replaced',
    objects: [replacing(), deleted[0], run(60, { active: 1 })],
    ...asked,
    never: ['Replace'],
  },
  {
    state: 'a run with Forbid that takes as long as the one before',
    objects: [
      nightly({ concurrencyPolicy: 'Forbid' }),
      run(700, { active: 1 }),
      object(
        'Job',
        'report-0',
        {
          spec: {},
          status: {
            startTime: ago(1_400),
            completionTime: ago(750),
            succeeded: 1,
            conditions: [{ type: 'Complete', status: 'True' }],
          },
        },
        { owner: ['CronJob', 'report'] },
      ),
    ],
    ...asked,
  },
  {
    state: 'a suspended one that is asked about',
    objects: [nightly({ suspend: true })],
    ...asked,
    ...found,
    says: ['is suspended'],
  },
  { state: 'a suspended one among others', objects: [nightly({ suspend: true })] },
  {
    state: 'a day that does not come',
    objects: [nightly({ schedule: '0 3 31 2 *' })],
    ...asked,
    ...found,
    says: ['"0 3 31 2 *" asks for a day that none of its months has'],
  },
  { state: 'a day that does not come, which nobody misses', objects: [nightly({ schedule: '0 3 31 2 *' })] },
  {
    state: 'a run that hangs, with Forbid',
    objects: [nightly({ concurrencyPolicy: 'Forbid' }), run(7_200, { active: 1 })],
    ...found,
    says: ['Job report-1 has been running for 2 h', 'concurrencyPolicy Forbid', '23 runs were due'],
  },
  { state: 'a run that hangs, with Allow', objects: [nightly({}), run(7_200, { active: 1 })] },
  {
    state: 'a run that has begun, asked about',
    ...asked,
    objects: [nightly({ concurrencyPolicy: 'Forbid' }), run(30, { active: 1 })],
  },
  {
    state: 'an earlier run that is over',
    objects: [
      nightly({ concurrencyPolicy: 'Forbid' }),
      run(7_200, { succeeded: 1, conditions: [{ type: 'Complete', status: 'True' }] }),
    ],
  },
  {
    state: 'a deadline that is shorter than the look of the controller',
    objects: [nightly({ startingDeadlineSeconds: 5 }, { lastScheduleTime: ago(3_600) })],
    ...asked,
    ...found,
    says: ['has started no Job since', 'startingDeadlineSeconds of 5 is shorter than the 10 s'],
  },
  { state: 'one that runs as it should', objects: [nightly({})], ...asked },
  {
    state: 'a time zone that the controller does not know',
    objects: [
      nightly({ timeZone: 'Europe/Berln' }),
      event('CronJob', 'report', 'UnknownTimeZone', 'invalid timeZone: "Europe/Berln": unknown time zone Europe/Berln'),
    ],
    ...found,
    says: ['unknown time zone Europe/Berln'],
  },
  {
    state: 'a suspended Job',
    objects: [object('Job', 'load', { spec: { suspend: true }, status: {} })],
    target: { kind: 'Job', name: 'load' },
    category: 'job-failed',
    culprit: 'Job/load',
    says: ['spec.suspend is true'],
  },
  {
    state: 'a suspended Job that nobody asks about',
    objects: [object('Job', 'load', { spec: { suspend: true }, status: {} })],
  },
];

describe('cronJobs', () => {
  it.each(CASES.map(each => [each.state, each] as const))('%s', async (_state, each) => {
    expect((await expectDiagnosis(each)).rootCause).not.toBe('');
  });
});
