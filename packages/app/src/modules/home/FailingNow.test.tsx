import { MemoryRouter } from 'react-router-dom';
import { render, screen } from '@testing-library/react';
import type { ClusterHealthReport, WorkloadHealth } from '@triage/plugin-triage-common';
import { FailingNow } from './FailingNow';

const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'kiosk-service',
    title: 'Kiosk',
    annotations: { 'backstage.io/kubernetes-id': 'kiosk', 'backstage.io/kubernetes-namespace': 'north' },
  },
};

function workload(name: string, more: Partial<WorkloadHealth> = {}): WorkloadHealth {
  return {
    kind: 'Deployment',
    namespace: 'north',
    name,
    desired: 2,
    ready: 2,
    restarts: 0,
    status: 'healthy',
    ...more,
  };
}

function report(...workloads: WorkloadHealth[]): ClusterHealthReport {
  const sum = {
    clusterStatus: 'DEGRADED' as const,
    totalNodes: 1,
    readyNodes: 1,
    nodeIssues: [],
    workloads,
    warnings: [],
    blindSpots: [],
    checkedAt: '2026-11-20T12:00:00Z',
  };
  return { ...sum, clusters: [{ ...sum, cluster: 'east' }] };
}

function show(health: ClusterHealthReport) {
  render(
    <MemoryRouter>
      <FailingNow health={health} loading={false} entities={[component]} />
    </MemoryRouter>,
  );
}

describe('FailingNow', () => {
  it('leads from a failing workload to the diagnosis of its component', () => {
    show(report(workload('kiosk', { status: 'failing', ready: 0, reason: 'CrashLoopBackOff' }), workload('till')));
    expect(screen.getByRole('link', { name: 'Kiosk' })).toHaveAttribute(
      'href',
      '/catalog/default/component/kiosk-service/triage',
    );
    expect(screen.getByText('0 of 2 ready · CrashLoopBackOff · east / north')).toBeInTheDocument();
    expect(screen.queryByText('till')).not.toBeInTheDocument();
  });

  it('does not take a workload of the same name elsewhere for the component', () => {
    show(report(workload('kiosk', { status: 'failing', namespace: 'south' })));
    expect(screen.getByRole('link', { name: 'kiosk' })).toHaveAttribute('href', '/triage/health');
  });

  it('says so when nothing is failing', () => {
    show(report(workload('kiosk'), workload('till')));
    expect(screen.getByText(/Nothing is failing\. 2 of 2 workloads/)).toBeInTheDocument();
  });
});
