import { KubernetesObject } from '../snapshot/KubernetesObject';
import { humanDuration } from '../time/humanDuration';
import { parseTime } from '../time/rfc3339';
import { age, columns, containerNames, formatSelector, since, TablePrinter } from './TablePrinter';

export const batchPrinters: Record<string, TablePrinter> = {
  Job: {
    columns: columns('Name', 'Status', 'Completions', 'Duration', 'Age', '+Containers', '+Images', '+Selector'),
    cells: (job, now) => [
      job.metadata.name,
      jobStatus(job),
      completions(job),
      duration(job, now),
      age(job, now),
      ...containerNames(job.spec?.template),
      formatSelector(job.spec?.selector),
    ],
  },
  CronJob: {
    columns: columns(
      'Name',
      'Schedule',
      'Timezone',
      'Suspend:boolean',
      'Active:integer',
      'Last Schedule',
      'Age',
      '+Containers',
      '+Images',
      '+Selector',
    ),
    cells: (cron, now) => [
      cron.metadata.name,
      cron.spec?.schedule ?? '',
      cron.spec?.timeZone ?? '<none>',
      suspended(cron.spec?.suspend),
      (cron.status?.active ?? []).length,
      cron.status?.lastScheduleTime ? since(cron.status.lastScheduleTime, now) : '<none>',
      age(cron, now),
      ...containerNames(cron.spec?.jobTemplate?.spec?.template),
      formatSelector(cron.spec?.jobTemplate?.spec?.selector),
    ],
  },
};

function suspended(value: boolean | undefined): string {
  if (value === undefined) return '<unset>';
  return value ? 'True' : 'False';
}

function jobStatus(job: KubernetesObject): string {
  const is = (type: string) =>
    job.status?.conditions?.find((condition: any) => condition.type === type)?.status === 'True';
  if (is('Complete')) return 'Complete';
  if (is('Failed')) return 'Failed';
  if (job.metadata.deletionTimestamp) return 'Terminating';
  return ['Suspended', 'FailureTarget', 'SuccessCriteriaMet'].find(is) ?? 'Running';
}

function completions(job: KubernetesObject): string {
  const succeeded = job.status?.succeeded ?? 0;
  if (job.spec?.completions !== undefined) return `${succeeded}/${job.spec.completions}`;
  const parallelism = job.spec?.parallelism ?? 0;
  return parallelism > 1 ? `${succeeded}/1 of ${parallelism}` : `${succeeded}/1`;
}

function duration(job: KubernetesObject, now: number): string {
  const start = parseTime(job.status?.startTime);
  if (start === undefined) return '';
  return humanDuration((parseTime(job.status?.completionTime) ?? now) - start);
}
