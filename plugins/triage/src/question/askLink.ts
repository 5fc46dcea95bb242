import type { WorkloadHealth } from '@triage/plugin-triage-common';
import { Subject, workloadSubject } from './Subject';

export type AskTarget = Pick<WorkloadHealth, 'namespace' | 'kind' | 'name'> & { cluster: string };

/** The query of a link that asks about a workload at once. */
export function askQuery({ cluster, namespace, kind, name }: AskTarget): string {
  return new URLSearchParams({ cluster, namespace, kind, name }).toString();
}

/** The workload that such a link asks about; `undefined` for any other query. */
export function subjectOfQuery(query: URLSearchParams): Subject | undefined {
  const [cluster, namespace, kind, name] = ['cluster', 'namespace', 'kind', 'name'].map(key => query.get(key));
  if (!cluster || !namespace || !kind || !name) return undefined;
  return workloadSubject({ cluster, namespace, kind, name, ready: 0, desired: 0, restarts: 0, status: 'progressing' });
}
