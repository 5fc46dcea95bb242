import { mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { ClusterHealthReport, TriageClient } from '@triage/plugin-triage-common';
import { startTriageBackend } from '../testing/startTriageBackend';
import { createClusterHealthAction } from './clusterHealth';

const report: ClusterHealthReport = {
  clusterStatus: 'DEGRADED',
  totalNodes: 3,
  readyNodes: 2,
  nodeIssues: [{ node: 'node-3', condition: 'NotReady', message: 'Kubelet stopped posting node status.' }],
  workloads: [
    { kind: 'Deployment', namespace: 'shop', name: 'checkout', desired: 3, ready: 0, restarts: 12, status: 'failing' },
    { kind: 'Deployment', namespace: 'shop', name: 'cart', desired: 2, ready: 2, restarts: 0, status: 'healthy' },
  ],
  warnings: [],
  blindSpots: [{ what: 'events in kube-system', why: 'access is denied' }],
  checkedAt: '2026-11-20T10:00:00Z',
  clusters: [],
};

describe('triage:cluster-health', () => {
  let backend: Awaited<ReturnType<typeof startTriageBackend>>;
  beforeEach(async () => {
    backend = await startTriageBackend(() => ({ body: report }));
  });
  afterEach(() => backend.close());

  async function run(input: Record<string, string>) {
    const action = createClusterHealthAction({
      auth: mockServices.auth(),
      triage: new TriageClient({ discoveryApi: { getBaseUrl: async () => backend.url } }),
    });
    const logger = mockServices.logger.mock();
    const ctx = createMockActionContext({ input });
    await action.handler({ ...ctx, logger } as Parameters<typeof action.handler>[0]);
    return { logger, outputs: Object.fromEntries((ctx.output as jest.Mock).mock.calls) };
  }

  it('hands out status, nodes and what fails', async () => {
    const { logger, outputs } = await run({ cluster: 'production' });
    expect(backend.requests[0].url).toBe('/api/triage/cluster-health?cluster=production');
    expect(outputs).toMatchObject({
      clusterStatus: 'DEGRADED',
      totalNodes: 3,
      readyNodes: 2,
      failingWorkloads: [{ kind: 'Deployment', namespace: 'shop', name: 'checkout', desired: 3, ready: 0 }],
    });
    expect(outputs.markdown).toContain('2 of 3 nodes are ready');
    expect(outputs.markdown).toContain('Could not be read: events in kube-system');
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('events in kube-system'));
  });

  it('asks for all clusters when none is named', async () => {
    await run({});
    expect(backend.requests[0].url).toBe('/api/triage/cluster-health');
  });
});
