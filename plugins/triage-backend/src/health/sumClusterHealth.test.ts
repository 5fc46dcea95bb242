import { ClusterHealth, ClusterStatus } from '@triage/plugin-triage-common';
import { sumClusterHealth } from './sumClusterHealth';

function health(cluster: string, clusterStatus: ClusterStatus, overrides?: Partial<ClusterHealth>): ClusterHealth {
  return {
    cluster,
    clusterStatus,
    totalNodes: 3,
    readyNodes: 3,
    nodeIssues: [],
    workloads: [],
    warnings: [],
    blindSpots: [],
    checkedAt: '2026-11-20T10:00:00Z',
    ...overrides,
  };
}

describe('sumClusterHealth', () => {
  it.each<[ClusterStatus[], ClusterStatus]>([
    [['HEALTHY', 'HEALTHY'], 'HEALTHY'],
    [['HEALTHY', 'DEGRADED'], 'DEGRADED'],
    [['DEGRADED', 'UNKNOWN'], 'UNKNOWN'],
    [['UNKNOWN', 'CRITICAL', 'HEALTHY'], 'CRITICAL'],
    [[], 'UNKNOWN'],
  ])('%j is %s', (statuses, worst) => {
    expect(
      sumClusterHealth(
        statuses.map((status, i) => health(`c${i}`, status)),
        [],
      ).clusterStatus,
    ).toBe(worst);
  });

  it('adds nodes, joins lists, names the cluster of a blind spot and tells the oldest time', () => {
    const west = health('west', 'DEGRADED', {
      readyNodes: 2,
      nodeIssues: [{ node: 'n1', condition: 'NotReady', message: 'gone' }],
      checkedAt: '2026-11-20T09:59:00Z',
    });
    const east = health('east', 'UNKNOWN', {
      totalNodes: 0,
      readyNodes: 0,
      blindSpots: [{ what: 'nodes', why: 'unreachable' }],
    });

    expect(sumClusterHealth([west, east], [{ what: 'x', why: 'y' }])).toEqual({
      clusterStatus: 'UNKNOWN',
      totalNodes: 3,
      readyNodes: 2,
      nodeIssues: west.nodeIssues,
      workloads: [],
      warnings: [],
      blindSpots: [
        { what: 'x', why: 'y' },
        { what: 'nodes of cluster east', why: 'unreachable' },
      ],
      checkedAt: '2026-11-20T09:59:00Z',
      clusters: [west, east],
    });
  });
});
