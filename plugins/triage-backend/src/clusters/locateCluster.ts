import { KubernetesFetch } from '@triage/diagnosis';
import { DiagnosisScope } from '../diagnoses/DiagnosisScope';

/** Milliseconds: a cluster that is slower than this is not waited for, the default one is taken. */
const TIMEOUT = 5_000;

/**
 * The first of several clusters in which the scope exists. An unknown workload, or one that the caller may not see anywhere,
 * gives the first cluster: its diagnosis then tells so.
 */
export async function locateCluster(
  names: string[],
  scope: DiagnosisScope,
  fetchFor: (cluster: string) => KubernetesFetch,
): Promise<string> {
  const paths = probes(scope);
  if (names.length === 1 || paths.length === 0) {
    return names[0];
  }
  const found = await Promise.all(
    names.map(async name => {
      const answers = await Promise.all(paths.map(path => exists(fetchFor(name), path)));
      return answers.some(answer => answer);
    }),
  );
  return names[Math.max(found.indexOf(true), 0)];
}

function probes({ namespace, target, labelSelector }: DiagnosisScope): string[] {
  const within = namespace ? `/namespaces/${namespace}` : '';
  if (target?.kind === 'Pod') {
    return [`/api/v1${within}/pods/${target.name}`];
  }
  if (target?.kind === 'Deployment') {
    return [`/apis/apps/v1${within}/deployments/${target.name}`];
  }
  if (labelSelector || namespace) {
    const query = new URLSearchParams({ limit: '1', ...(labelSelector && { labelSelector }) });
    return [`/apis/apps/v1${within}/deployments?${query}`, `/api/v1${within}/pods?${query}`];
  }
  return [];
}

/** Whether an object is there, or a list is not empty. */
async function exists(fetchCluster: KubernetesFetch, path: string): Promise<boolean> {
  try {
    const response = await fetchCluster(path, { signal: AbortSignal.timeout(TIMEOUT) });
    if (!response.ok) {
      await response.body?.cancel();
      return false;
    }
    const answer = (await response.json()) as { items?: unknown[] };
    return answer.items === undefined || answer.items.length > 0;
  } catch {
    return false;
  }
}
