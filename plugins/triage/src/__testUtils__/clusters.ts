import type { ClusterHealth, ClusterHealthReport, WorkloadHealth } from '@triage/plugin-triage-common';

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

export function workload(namespace: string, name: string, overrides: Partial<WorkloadHealth> = {}): WorkloadHealth {
  return { kind: 'Deployment', namespace, name, desired: 2, ready: 2, restarts: 0, status: 'healthy', ...overrides };
}

const demo: ClusterHealth = {
  cluster: 'demo',
  clusterStatus: 'DEGRADED',
  totalNodes: 3,
  readyNodes: 2,
  nodeIssues: [{ node: 'node-2', condition: 'DiskPressure', message: 'kubelet has disk pressure', since: ago(42) }],
  workloads: [
    workload('shop-prod', 'checkout', {
      ready: 0,
      status: 'failing',
      reason: 'CreateContainerConfigError',
      since: ago(6),
      restarts: 14,
    }),
    workload('shop-prod', 'cart'),
    workload('shop-prod', 'frontend', { ready: 1, status: 'progressing' }),
    workload('shop-prod', 'inventory', { kind: 'StatefulSet' }),
    workload('shop-prod', 'load-test', { desired: 0, ready: 0, status: 'scaled-to-zero' }),
    workload('payments', 'ledger', { ready: 0, desired: 1, status: 'failing', reason: 'OOMKilled', since: ago(200) }),
    workload('payments', 'gateway'),
    workload('kube-system', 'coredns'),
    workload('kube-system', 'kube-proxy', { kind: 'DaemonSet' }),
  ],
  warnings: [
    {
      reason: 'Failed',
      message: "Error: couldn't find key PAYMENT_URL in ConfigMap shop-prod/checkout-config",
      namespace: 'shop-prod',
      object: 'pod/checkout-5d9c7f6b8-x2b4z',
      count: 14,
      lastSeen: ago(1),
    },
    {
      reason: 'BackOff',
      message: 'Back-off restarting failed container app in pod ledger-0',
      namespace: 'payments',
      object: 'pod/ledger-0',
      count: 31,
      lastSeen: ago(2),
    },
  ],
  blindSpots: [{ what: 'events of namespace kube-system', why: 'forbidden for you. Ask for list on events.' }],
  checkedAt: ago(0),
};

const staging: ClusterHealth = {
  cluster: 'staging',
  clusterStatus: 'HEALTHY',
  totalNodes: 1,
  readyNodes: 1,
  nodeIssues: [],
  workloads: [workload('shop', 'checkout'), workload('shop', 'cart')],
  warnings: [],
  blindSpots: [],
  checkedAt: ago(0),
};

const unreachable: ClusterHealth = {
  ...staging,
  cluster: 'edge',
  clusterStatus: 'UNKNOWN',
  totalNodes: 0,
  readyNodes: 0,
  workloads: [],
  blindSpots: [{ what: 'cluster edge', why: 'no answer within 10 s. Check that its API server is up.' }],
};

/** A cluster with failures, a healthy one and one that does not answer. */
export function clusterHealthReport(clusters: ClusterHealth[] = [demo, staging, unreachable]): ClusterHealthReport {
  const { cluster: _, ...first } = clusters[0];
  return { ...first, clusters };
}
