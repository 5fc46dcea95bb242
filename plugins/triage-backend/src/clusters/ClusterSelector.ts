import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { DiagnosisScope } from '../diagnoses/DiagnosisScope';
import { ClusterCaller, Clusters } from './Clusters';
import { locateCluster } from './locateCluster';

/** Decides which cluster a question is about. */
export class ClusterSelector {
  constructor(private readonly clusters: Clusters, private readonly defaultCluster: string | undefined) {}

  /**
   * @param named - by the request or by the entity
   * @throws NotFoundError when there is no cluster of that name, ServiceUnavailableError when there is none at all
   */
  async select(named: string | undefined, scope: DiagnosisScope, caller: ClusterCaller): Promise<string> {
    const names = await this.list(caller);
    if (named === undefined) {
      return locateCluster(names, scope, cluster => this.clusters.fetchFor(cluster, caller));
    }
    if (!names.includes(named)) {
      throw new NotFoundError(`There is no cluster of that name; the clusters are ${names.join(', ')}`);
    }
    return named;
  }

  /** Never empty; the default cluster first. */
  private async list(caller: ClusterCaller): Promise<string[]> {
    const names = await this.clusters.list(caller);
    if (names.length === 0) {
      throw new ServiceUnavailableError(
        'No cluster is configured: add one under kubernetes.clusterLocatorMethods in app-config.yaml',
      );
    }
    const { defaultCluster } = this;
    return defaultCluster !== undefined && names.includes(defaultCluster)
      ? [defaultCluster, ...names.filter(name => name !== defaultCluster)]
      : names;
  }
}
