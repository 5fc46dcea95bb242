import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { brokenDiagnosis, healthyDiagnosis } from '../../__testUtils__/diagnoses';
import { FakeTriageApi } from '../../__testUtils__/FakeTriageApi';
import { renderPortal } from '../../__testUtils__/renderPortal';

function withDiagnoses() {
  const triage = new FakeTriageApi();
  for (const diagnosis of [brokenDiagnosis(), healthyDiagnosis()]) triage.kept.set(diagnosis.requestId, diagnosis);
  return triage;
}

describe('DiagnosesRouter', () => {
  it('opens a diagnosis by its link', async () => {
    renderPortal({ path: '/triage/diagnoses/d-1', triage: withDiagnoses() });
    expect(await screen.findByRole('article', { name: 'Diagnosis of checkout' })).toBeInTheDocument();
  });

  it('says when there is none behind a link', async () => {
    renderPortal({ path: '/triage/diagnoses/gone', triage: withDiagnoses() });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no diagnosis gone, or it is not yours to read.',
    );
  });

  it('lists earlier ones, each opening', async () => {
    renderPortal({ path: '/triage/diagnoses', triage: withDiagnoses() });
    await userEvent.click(await screen.findByRole('link', { name: 'cart' }));
    expect(await screen.findByRole('article', { name: 'Diagnosis of cart' })).toBeInTheDocument();
  });
});
