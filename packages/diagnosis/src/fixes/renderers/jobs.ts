import { change, kubectl, nameFor } from '../kubectl';
import { isName, isRef, isTimeZone } from '../validation';
import { Renderers } from './Renderers';

/** Jobs and CronJobs. */
export const jobRenderers: Renderers<'resume-cronjob' | 'set-time-zone' | 'run-cronjob' | 'resume-job'> = {
  'resume-cronjob': ({ cronJob }) => {
    if (!isRef(cronJob)) return undefined;
    return {
      ...change(cronJob, 'merge', { spec: { suspend: false } }, { spec: { suspend: true } }),
      description: `Resume ${nameFor(cronJob)}`,
      riskLevel: 'MEDIUM',
      changes: 'Runs start again by the schedule. Ask first who suspended it, and why.',
      verify: kubectl(cronJob, `get ${nameFor(cronJob)}`),
      expect: 'SUSPEND is False, and LAST SCHEDULE moves on',
    };
  },
  'set-time-zone': ({ cronJob, from, to }) => {
    if (!isRef(cronJob) || !isTimeZone(to)) return undefined;
    const body = (timeZone: string) => ({ spec: { timeZone } });
    return {
      ...change(cronJob, 'merge', body(to), isTimeZone(from) ? body(from) : undefined),
      description: `Set the time zone of ${nameFor(cronJob)} to ${to} (now ${from})`,
      riskLevel: 'LOW',
      changes: 'When its Jobs start.',
      verify: kubectl(cronJob, `get ${nameFor(cronJob)}`),
      expect: 'LAST SCHEDULE moves on',
    };
  },
  'run-cronjob': ({ cronJob, why }) => {
    const name = `${cronJob.name.slice(0, 45).replace(/[-.]+$/, '')}-again`;
    if (!isRef(cronJob) || cronJob.kind !== 'CronJob' || !isName(name)) return undefined;
    return {
      command: kubectl(cronJob, `create job ${name} --from=${nameFor(cronJob)}`),
      description: `Run ${nameFor(cronJob)} once now: ${why}`,
      riskLevel: 'MEDIUM',
      changes: 'One more run, beside the schedule. Make sure that the work may be done twice.',
      undo: kubectl(cronJob, `delete job ${name}`),
      verify: kubectl(cronJob, `get job ${name}`),
      expect: 'COMPLETIONS is 1/1',
    };
  },
  'resume-job': ({ job }) => {
    if (!isRef(job) || job.kind !== 'Job') return undefined;
    return {
      ...change(job, 'merge', { spec: { suspend: false } }, { spec: { suspend: true } }),
      description: `Resume ${nameFor(job)}`,
      riskLevel: 'MEDIUM',
      changes: 'Its pods are created. Ask first who suspended it, and why.',
      verify: kubectl(job, `get ${nameFor(job)}`),
      expect: 'pods of the Job appear',
    };
  },
};
