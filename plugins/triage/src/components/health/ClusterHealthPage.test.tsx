import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { clusterHealthReport } from '../../__testUtils__/clusters';
import { FakeTriageApi } from '../../__testUtils__/FakeTriageApi';
import { renderPortal } from '../../__testUtils__/renderPortal';

describe('ClusterHealthPage', () => {
  it('has a row for each cluster, with nodes that are not well', async () => {
    renderPortal({ path: '/triage/health' });
    const demo = await screen.findByRole('region', { name: 'Cluster demo' });
    expect(demo).toHaveTextContent('DEGRADED');
    expect(demo).toHaveTextContent('2 of 3 nodes ready');
    expect(demo).toHaveTextContent('node-2: DiskPressure');
    expect(demo).toHaveTextContent('2 of 9 workloads failing');
    expect(screen.getByRole('region', { name: 'Cluster staging' })).toHaveTextContent('HEALTHY');
  });

  it('shows workloads by namespace, each telling its state', async () => {
    renderPortal({ path: '/triage/health' });
    const demo = await screen.findByRole('region', { name: 'Cluster demo' });
    const workloads = within(demo).getByRole('list', { name: 'Workloads of shop-prod' });
    expect(within(workloads).getAllByRole('link')).toHaveLength(5);
    expect(
      within(workloads).getByRole('link', {
        name: /Deployment checkout: 0 of 2 ready, CreateContainerConfigError, 14 restarts, since 6 min ago/,
      }),
    ).toBeInTheDocument();
  });

  it('asks why when a workload is opened', async () => {
    const { triage } = renderPortal({ path: '/triage/health' });
    await userEvent.click(await screen.findByRole('link', { name: /Deployment ledger/ }));
    expect(await screen.findByText('Why is ledger failing?')).toBeInTheDocument();
    expect(triage.asked).toEqual([
      { question: 'Why is ledger failing?', cluster: 'demo', namespace: 'payments', deploymentName: 'ledger' },
    ]);
  });

  it('folds warnings by their reason', async () => {
    renderPortal({ path: '/triage/health' });
    const demo = await screen.findByRole('region', { name: 'Cluster demo' });
    await userEvent.click(within(demo).getByRole('button', { name: '45 warning events' }));
    await userEvent.click(within(demo).getByRole('button', { name: /BackOff 31 events/ }));
    expect(demo).toHaveTextContent('Back-off restarting failed container app in pod ledger-0');
  });

  it('says what of a cluster could not be read', async () => {
    renderPortal({ path: '/triage/health' });
    const edge = await screen.findByRole('region', { name: 'Cluster edge' });
    expect(edge).toHaveTextContent('UNKNOWN');
    expect(edge).toHaveTextContent('No workload could be read.');
    expect(edge).toHaveTextContent('cluster edge: no answer within 10 s');
  });

  it('reads anew', async () => {
    const triage = new FakeTriageApi();
    renderPortal({ path: '/triage/health', triage });
    await screen.findByRole('region', { name: 'Cluster demo' });
    triage.health = clusterHealthReport([{ ...clusterHealthReport().clusters[1], cluster: 'new-cluster' }]);
    await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(await screen.findByRole('region', { name: 'Cluster new-cluster' })).toBeInTheDocument();
  });
});
