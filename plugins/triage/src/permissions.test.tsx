import { screen } from '@testing-library/react';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider, entityRouteRef } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { FakeTriageApi } from './__testUtils__/FakeTriageApi';
import { renderPortal } from './__testUtils__/renderPortal';
import { triageApiRef } from './api/triageApiRef';
import { EntityTriageCard } from './components/entity/EntityTriageCard';
import { EntityTriageContent } from './components/entity/EntityTriageContent';
import { rootRouteRef } from './routes';

// In a file of their own: the permission framework keeps its answers, also from one test to the next.
describe('permissions', () => {
  it.each([
    ['/triage/ask', 'triage.diagnosis.create'],
    ['/triage/diagnoses', 'triage.diagnosis.read'],
    ['/triage/health', 'triage.cluster-health.read'],
    ['/triage/runbooks', 'triage.runbook.read'],
  ])('%s explains that %s is missing', async (path, permission) => {
    const { triage } = renderPortal({ path, denied: [permission] });
    expect(await screen.findByText(new RegExp(`This needs the permission ${permission}`))).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(triage.asked).toEqual([]);
  });

  it('the tab of an entity explains it too, its card keeps silent, and neither asks', async () => {
    const triage = new FakeTriageApi();
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'checkout', annotations: { 'backstage.io/kubernetes-id': 'checkout' } },
    };
    renderInTestApp(
      <EntityProvider entity={entity}>
        <EntityTriageCard />
        <EntityTriageContent />
      </EntityProvider>,
      {
        apis: [
          [triageApiRef, triage],
          [permissionApiRef, mockApis.permission({ authorize: AuthorizeResult.DENY })],
        ],
        mountedRoutes: { '/triage': rootRouteRef, '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
    expect(await screen.findByText(/This needs the permission triage\.diagnosis\.create/)).toBeInTheDocument();
    expect(screen.queryByText('Open Triage')).not.toBeInTheDocument();
    expect(triage.asked).toEqual([]);
  });
});
