import { Route, Routes } from 'react-router-dom';
import { screen } from '@testing-library/react';
import { mockApis, renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { FakeTriageApi } from './__testUtils__/FakeTriageApi';
import { triageApiRef } from './api/triageApiRef';
import { TriagePage, triagePlugin } from './plugin';
import { rootRouteRef } from './routes';

describe('the plugin for the old frontend system', () => {
  it('provides its API and its routes', () => {
    expect([...triagePlugin.getApis()].map(({ api }) => api.id)).toEqual(['plugin.triage.service']);
    expect(triagePlugin.routes.root).toBe(rootRouteRef);
  });

  it('shows the same pages under tabs of its own', async () => {
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [triageApiRef, new FakeTriageApi()],
          [catalogApiRef, catalogApiMock()],
          [permissionApiRef, mockApis.permission()],
        ]}
      >
        <Routes>
          <Route path="/triage/*" element={<TriagePage />} />
        </Routes>
      </TestApiProvider>,
      { routeEntries: ['/triage'] },
    );
    expect(await screen.findByRole('textbox', { name: /Ask, or paste/ })).toBeInTheDocument();
    expect(screen.getAllByRole('tab').map(tab => tab.textContent)).toEqual([
      'Ask',
      'Diagnoses',
      'Cluster health',
      'Runbooks',
    ]);
  });
});
