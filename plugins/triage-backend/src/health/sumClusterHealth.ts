import { BlindSpot, ClusterHealth, ClusterHealthReport, ClusterStatus } from '@triage/plugin-triage-common';

/** From worst to best. A cluster that nobody can see into is worse than a degraded one: it may be gone. */
const WORST_FIRST: ClusterStatus[] = ['CRITICAL', 'UNKNOWN', 'DEGRADED', 'HEALTHY'];

/** @param blindSpots - what could not be read beside what the clusters tell of themselves */
export function sumClusterHealth(clusters: ClusterHealth[], blindSpots: BlindSpot[]): ClusterHealthReport {
  const sum = (count: (cluster: ClusterHealth) => number) =>
    clusters.reduce((total, cluster) => total + count(cluster), 0);
  return {
    clusterStatus: WORST_FIRST.find(status => clusters.some(cluster => cluster.clusterStatus === status)) ?? 'UNKNOWN',
    totalNodes: sum(cluster => cluster.totalNodes),
    readyNodes: sum(cluster => cluster.readyNodes),
    nodeIssues: clusters.flatMap(cluster => cluster.nodeIssues),
    workloads: clusters.flatMap(cluster => cluster.workloads),
    warnings: clusters.flatMap(cluster => cluster.warnings),
    blindSpots: [
      ...blindSpots,
      ...clusters.flatMap(({ cluster, blindSpots: ownBlindSpots }) =>
        ownBlindSpots.map(({ what, why }) => ({ what: `${what} of cluster ${cluster}`, why })),
      ),
    ],
    checkedAt: clusters.map(cluster => cluster.checkedAt).sort()[0] ?? new Date().toISOString(),
    clusters,
  };
}
