import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { EntityProvider, entityRouteRef } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { blindDiagnosis, brokenDiagnosis, healthyDiagnosis } from '../../__testUtils__/diagnoses';
import { FakeTriageApi } from '../../__testUtils__/FakeTriageApi';
import { triageApiRef } from '../../api/triageApiRef';
import { rootRouteRef } from '../../routes';
import { EntityTriageCard } from './EntityTriageCard';
import { EntityTriageContent } from './EntityTriageContent';

function component(annotations: Record<string, string> = { 'backstage.io/kubernetes-id': 'checkout' }): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'checkout', namespace: 'default', annotations },
  };
}

function render(element: JSX.Element, triage: FakeTriageApi, { entity = component() } = {}) {
  renderInTestApp(<EntityProvider entity={entity}>{element}</EntityProvider>, {
    apis: [
      [triageApiRef, triage],
      [permissionApiRef, mockApis.permission()],
    ],
    mountedRoutes: { '/triage': rootRouteRef, '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
}

describe('EntityTriageContent', () => {
  it('diagnoses the entity when it opens, and again when asked', async () => {
    let asked = 0;
    const triage = new FakeTriageApi(() => {
      asked += 1;
      return asked === 1 ? brokenDiagnosis() : healthyDiagnosis();
    });
    render(<EntityTriageContent />, triage);
    expect(await screen.findByText(/The key PAYMENT_URL is missing from ConfigMap checkout-config, so/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Check again' }));

    expect(await screen.findByText('Nothing is wrong with cart.')).toBeVisible();
    expect(triage.asked).toEqual([
      { entityRef: 'component:default/checkout' },
      { entityRef: 'component:default/checkout' },
    ]);
  });

  it('says what it reads while it reads', async () => {
    render(<EntityTriageContent />, new FakeTriageApi(() => new Promise(() => {})));
    expect(await screen.findByRole('status')).toHaveTextContent('Reading checkout: objects, events, logs');
  });

  it('tells what failed and tries again', async () => {
    let asked = 0;
    const triage = new FakeTriageApi(() => {
      asked += 1;
      if (asked === 1) throw Object.assign(new Error('down'), { name: 'ServiceUnavailableError' });
      return brokenDiagnosis();
    });
    render(<EntityTriageContent />, triage);
    expect(await screen.findByRole('alert')).toHaveTextContent('The Triage backend does not answer');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('article', { name: 'Diagnosis of checkout' })).toBeVisible();
  });

  it('names the annotation that is missing, and asks nothing', async () => {
    const triage = new FakeTriageApi();
    render(<EntityTriageContent />, triage, { entity: component({}) });
    expect((await screen.findAllByText(/backstage\.io\/kubernetes-id/)).length).toBeGreaterThan(0);
    expect(triage.asked).toEqual([]);
  });
});

describe('EntityTriageCard', () => {
  it('tells the state in one line and links the tab', async () => {
    render(<EntityTriageCard />, new FakeTriageApi());
    expect(await screen.findByText(/The key PAYMENT_URL is missing/)).toBeVisible();
    expect(screen.getByText('CRITICAL')).toBeVisible();
    expect(screen.getByRole('link', { name: /Open Triage/ })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/triage',
    );
  });

  it('does not take blindness for health', async () => {
    render(<EntityTriageCard />, new FakeTriageApi(() => blindDiagnosis()));
    expect(await screen.findByText('COULD NOT LOOK')).toBeVisible();
    expect(screen.queryByText(/Nothing is wrong/)).not.toBeInTheDocument();
  });
});
