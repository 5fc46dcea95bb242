import { Health, HealthPart } from '@triage/plugin-triage-common';
import { ClusterCaller, Clusters } from '../clusters/Clusters';
import { DiagnosisStore } from '../diagnoses/DiagnosisStore';
import { RunbookLibrary } from '../runbooks/RunbookLibrary';

/** Milliseconds for the version of one cluster. */
const TIMEOUT = 5_000;

/** What of Triage itself works. */
export class OwnHealthService {
  constructor(private readonly options: { store: DiagnosisStore; clusters: Clusters; runbooks: RunbookLibrary }) {}

  async read(caller: ClusterCaller): Promise<Health> {
    const [database, clusters, runbooks] = await Promise.all([this.database(), this.clusters(caller), this.runbooks()]);
    const parts = {
      database,
      clusters,
      runbooks,
      chroma: { status: 'off' } satisfies HealthPart,
      ollama: { status: 'off' } satisfies HealthPart,
    };
    const degraded = Object.entries(parts)
      .filter(([, part]) => part.status === 'degraded')
      .map(([name]) => name);
    return { status: degraded.length > 0 ? 'degraded' : 'ok', degraded, ...parts };
  }

  private async database(): Promise<Health['database']> {
    try {
      await this.options.store.check();
      return { status: 'ok' };
    } catch {
      return { status: 'degraded', message: 'The database does not answer: diagnoses work, their links do not' };
    }
  }

  private async clusters(caller: ClusterCaller): Promise<Health['clusters']> {
    let names: string[];
    try {
      names = await this.options.clusters.list(caller);
    } catch (error) {
      return { status: 'degraded', names: [], message: (error as Error).message };
    }
    if (names.length === 0) {
      return {
        status: 'off',
        names,
        message: 'No cluster is configured: add one under kubernetes.clusterLocatorMethods in app-config.yaml',
      };
    }
    const answers = await Promise.all(names.map(name => this.answers(name, caller)));
    const silent = names.filter((_, i) => !answers[i]);
    return silent.length === 0
      ? { status: 'ok', names }
      : { status: 'degraded', names, message: `Cannot be read: ${silent.join(', ')}` };
  }

  private async answers(cluster: string, caller: ClusterCaller): Promise<boolean> {
    try {
      const response = await this.options.clusters.fetchFor(cluster, caller)('/version', {
        signal: AbortSignal.timeout(TIMEOUT),
      });
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    }
  }

  private async runbooks(): Promise<Health['runbooks']> {
    const { count, configured, problems } = await this.options.runbooks.state();
    if (!configured) {
      return { status: 'off', count, message: 'No runbooks: set triage.runbooks.path to a folder of Markdown files' };
    }
    return problems.length === 0
      ? { status: 'ok', count }
      : { status: 'degraded', count, message: `${problems.length} problems, the first: ${problems[0]}` };
  }
}
