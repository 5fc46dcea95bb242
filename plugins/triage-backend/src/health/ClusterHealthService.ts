import { NotFoundError } from '@backstage/errors';
import { clusterHealth, createClusterReader, createRedactor } from '@triage/diagnosis';
import { ClusterHealthReport } from '@triage/plugin-triage-common';
import { ClusterCaller, Clusters } from '../clusters/Clusters';
import { sumClusterHealth } from './sumClusterHealth';

/** The state of the clusters, read with the rights of the caller. */
export class ClusterHealthService {
  constructor(private readonly clusters: Clusters) {}

  /**
   * @param only - the name of one cluster; absent: all
   * @throws NotFoundError when there is no cluster of that name. A cluster that cannot be read is no error: UNKNOWN.
   */
  async read(only: string | undefined, caller: ClusterCaller, signal?: AbortSignal): Promise<ClusterHealthReport> {
    let names: string[];
    try {
      names = await this.clusters.list(caller);
    } catch (error) {
      return sumClusterHealth([], [{ what: 'the clusters', why: (error as Error).message }]);
    }
    if (only !== undefined && !names.includes(only)) {
      throw new NotFoundError(`There is no cluster of that name; the clusters are ${names.join(', ') || 'none'}`);
    }
    const healths = await Promise.all(
      names
        .filter(name => only === undefined || name === only)
        .map(cluster =>
          clusterHealth(
            createClusterReader({
              cluster,
              fetch: this.clusters.fetchFor(cluster, caller),
              redactor: createRedactor(),
            }),
            { signal },
          ),
        ),
    );
    return sumClusterHealth(
      healths,
      healths.length > 0
        ? []
        : [{ what: 'the clusters', why: 'No cluster is configured: add one under kubernetes.clusterLocatorMethods' }],
    );
  }
}
