import { Content, Header, Page } from '@backstage/core-components';
import { createDevApp } from '@backstage/dev-utils';
import { catalogApiRef, EntityProvider } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { EntityTriageContent, triageApiRef, TriagePage, triagePlugin } from '../src';
import { blindDiagnosis, brokenDiagnosis, healthyDiagnosis, pastedDiagnosis } from '../src/__testUtils__/diagnoses';
import { FakeTriageApi } from '../src/__testUtils__/FakeTriageApi';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', annotations: { 'backstage.io/kubernetes-id': 'checkout' } },
  spec: { type: 'service', lifecycle: 'production', owner: 'team-shop' },
};

/** Milliseconds, about what a real diagnosis takes. */
const DELAY = 900;

const triage = new FakeTriageApi(async request => {
  await new Promise(resolve => setTimeout(resolve, DELAY));
  if (request.errorMessage) return pastedDiagnosis();
  if (request.deploymentName === 'cart') return healthyDiagnosis();
  return brokenDiagnosis();
});
for (const diagnosis of [brokenDiagnosis(), healthyDiagnosis(), blindDiagnosis(), pastedDiagnosis()]) {
  triage.kept.set(diagnosis.requestId, diagnosis);
}

createDevApp()
  .registerPlugin(triagePlugin)
  .registerApi({ api: triageApiRef, deps: {}, factory: () => triage })
  .registerApi({ api: catalogApiRef, deps: {}, factory: () => catalogApiMock({ entities: [entity] }) })
  .addPage({ title: 'Triage', path: '/triage', element: <TriagePage /> })
  .addPage({
    title: 'Entity tab',
    path: '/entity',
    element: (
      <Page themeId="service">
        <Header title="checkout" />
        <Content>
          <EntityProvider entity={entity}>
            <EntityTriageContent />
          </EntityProvider>
        </Content>
      </Page>
    ),
  })
  .render();
