import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { ClusterHealthReport } from '@triage/plugin-triage-common';
import { FakeTriageApi } from '../../__testUtils__/FakeTriageApi';
import { triageApiRef } from '../../api/triageApiRef';
import { rootRouteRef } from '../../routes';
import { ThreadView } from './ThreadView';

function render(triage: FakeTriageApi, mayReadHealth: boolean) {
  renderInTestApp(<ThreadView userEntityRef="user:default/ann" mayReadHealth={mayReadHealth} />, {
    apis: [
      [triageApiRef, triage],
      [catalogApiRef, catalogApiMock()],
    ],
    mountedRoutes: { '/triage': rootRouteRef },
  });
}

describe('ThreadView', () => {
  it('does not read the clusters for those who may not see them', async () => {
    const triage = new FakeTriageApi();
    const read = jest.spyOn(triage, 'getClusterHealth');
    render(triage, false);
    expect(await screen.findByRole('textbox', { name: /Ask, or paste/ })).toBeInTheDocument();
    expect(screen.queryByText(/Failing now/)).not.toBeInTheDocument();
    expect(read).not.toHaveBeenCalled();
  });

  it('can be asked when the clusters cannot be read', async () => {
    const triage = new FakeTriageApi();
    jest.spyOn(triage, 'getClusterHealth').mockImplementation(async (): Promise<ClusterHealthReport> => {
      throw new Error('down');
    });
    render(triage, true);
    expect(await screen.findByText(/could not be read just now; asking still works/)).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: /Ask, or paste/ })).toBeEnabled();
  });
});
