import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { Diagnosis } from '@triage/plugin-triage-common';
import { blindDiagnosis, brokenDiagnosis, healthyDiagnosis, pastedDiagnosis } from '../../__testUtils__/diagnoses';
import { rootRouteRef } from '../../routes';
import { DiagnosisCard } from './DiagnosisCard';

async function renderCard(diagnosis: Diagnosis, onCheckAgain?: () => void) {
  renderInTestApp(<DiagnosisCard diagnosis={diagnosis} onCheckAgain={onCheckAgain} />, {
    mountedRoutes: { '/triage': rootRouteRef },
  });
  return screen.findByRole('article', { name: /^Diagnosis of / });
}

describe('DiagnosisCard', () => {
  it('begins with how bad, what, where, how much and since when', async () => {
    const card = await renderCard(brokenDiagnosis());
    expect(within(card).getByRole('heading', { level: 2 })).toHaveTextContent('checkout');
    expect(within(card).getByRole('banner')).toHaveTextContent(/CRITICAL.*checkout.*shop-prod.*2 of 3 pods down since/);
    expect(card).toHaveTextContent('The key PAYMENT_URL is missing from ConfigMap checkout-config');
    expect(within(card).getByTitle('Confidence 95 %')).toHaveTextContent('sure');
  });

  it('quotes the proof and opens a log at its decisive line', async () => {
    const card = await renderCard(brokenDiagnosis());
    const because = within(card).getByRole('region', { name: 'Because' });
    expect(within(because).queryByText('4182')).not.toBeInTheDocument();

    const log = within(because).getByRole('button', { name: /panic: PAYMENT_URL is not set/ });
    expect(log).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(log);

    const excerpt = within(because).getByRole('group', { name: /^Log of pod\/checkout/ });
    const decisive = excerpt.querySelectorAll('[data-decisive=true]');
    expect(decisive).toHaveLength(1);
    expect(decisive[0]).toHaveTextContent('4182Decisive line: panic: PAYMENT_URL is not set');
    expect(excerpt).toHaveTextContent('4179INFO reading configuration');
    expect(excerpt).toHaveTextContent('4185');
  });

  it('shows a change as before and after', async () => {
    const card = await renderCard(brokenDiagnosis());
    const changed = within(card).getByRole('region', { name: 'What changed' });
    expect(changed).toHaveTextContent('- PAYMENT_URL: https://payments');
    expect(changed).toHaveTextContent('+ PAYMENTS_URL: https://payments');
  });

  it('gives each step its risk, command, changes and undo', async () => {
    const card = await renderCard(brokenDiagnosis());
    const [first, second] = within(within(card).getByRole('region', { name: 'Do this' })).getAllByRole('listitem');
    expect(first).toHaveTextContent('LOW RISK');
    expect(first).toHaveTextContent('kubectl -n shop-prod patch configmap checkout-config');
    expect(first).toHaveTextContent('Undo: Remove the key PAYMENT_URL again.');
    expect(first).toHaveTextContent(
      'Check: kubectl -n shop-prod get configmap/checkout-config -o yaml shows: data has',
    );
    expect(within(first).getByRole('button', { name: /^Copy patch: Put the key/ })).toBeInTheDocument();
    expect(second).toHaveTextContent('MEDIUM RISK');
    expect(within(second).queryByRole('button', { name: /Copy patch/ })).not.toBeInTheDocument();
    expect(within(second).getByRole('button', { name: 'Copy command: Roll back to revision 41' })).toBeInTheDocument();
  });

  it('leads from a step to its evidence', async () => {
    const card = await renderCard(brokenDiagnosis());
    await userEvent.click(within(card).getAllByRole('button', { name: 'evidence 1' })[0]);
    expect(within(card).getByRole('button', { name: /couldn't find key PAYMENT_URL/ })).toHaveFocus();
  });

  it('links the runbook at its section', async () => {
    const card = await renderCard(brokenDiagnosis());
    expect(within(card).getByRole('link', { name: 'CreateContainerConfigError › Missing key' })).toHaveAttribute(
      'href',
      '/triage/runbooks/createcontainerconfigerror.md#missing-key',
    );
  });

  it('tells what the cause explains, from cause to symptom', async () => {
    const card = await renderCard(brokenDiagnosis());
    await userEvent.click(within(card).getByRole('button', { name: /This also explains: Service checkout/ }));
    const nodes = within(within(card).getByRole('list', { name: 'From cause to symptom' })).getAllByRole('listitem');
    expect(nodes.map(node => node.textContent)).toEqual([
      expect.stringContaining('key PAYMENT_URL missing'),
      expect.stringContaining('Service checkout has no ready endpoints'),
      expect.stringContaining('frontend answers 502'),
    ]);
  });

  it('keeps unrelated findings, checks and blind spots folded, but says they are there', async () => {
    const card = await renderCard(brokenDiagnosis());
    expect(card).not.toHaveTextContent('PodDisruptionBudget cart allows no disruption');
    await userEvent.click(within(card).getByRole('button', { name: 'Also found, not related: 1 finding' }));
    expect(card).toHaveTextContent('PodDisruptionBudget cart allows no disruption');
    await userEvent.click(within(card).getByRole('button', { name: /Could not see: logs of namespace payments/ }));
    expect(card).toHaveTextContent('Ask for get on pods/log.');
  });

  it('shows a second cause that is nearly as likely at once', async () => {
    const diagnosis = brokenDiagnosis();
    const [first] = diagnosis.findings;
    const rival = { ...first, id: 'f9', title: 'checkout: image has the wrong tag', confidence: 0.8, explains: [] };
    const card = await renderCard({ ...diagnosis, findings: [first, rival] });
    expect(card).toHaveTextContent('It may also be: 1 other possible cause');
    expect(card).toHaveTextContent('checkout: image has the wrong tag');
  });

  it('says that nothing is wrong, and what was looked at', async () => {
    const card = await renderCard(healthyDiagnosis());
    expect(card).toHaveTextContent('HEALTHY');
    expect(card).toHaveTextContent('Nothing is wrong with cart.');
    expect(card).toHaveTextContent('Looked at: 3 pods ready for 6 days; 0 restarts; no warnings in 1 h.');
    expect(within(card).queryByRole('region')).not.toBeInTheDocument();
  });

  it('does not call healthy what it could only partly see', async () => {
    const card = await renderCard(
      healthyDiagnosis({ blindSpots: [{ what: 'events of shop-prod', why: 'forbidden for you.' }] }),
    );
    expect(card).not.toHaveTextContent('HEALTHY');
    expect(card).toHaveTextContent('not everything could be read');
    expect(card).toHaveTextContent('Could not see: events of shop-prod');
  });

  it('admits that it saw nothing', async () => {
    const card = await renderCard(blindDiagnosis());
    expect(card).toHaveTextContent('COULD NOT LOOK');
    expect(card).toHaveTextContent('says nothing about its health');
    expect(card).toHaveTextContent('no answer within 10 s');
  });

  it('explains pasted text', async () => {
    const card = await renderCard(pastedDiagnosis());
    expect(within(card).getByRole('region', { name: 'Recognised' })).toHaveTextContent(
      'Error acquiring the state lock',
    );
    expect(within(card).getByRole('region', { name: 'Do this' })).toHaveTextContent('terraform force-unlock');
  });

  it('puts the words of a model last and marks them', async () => {
    const card = await renderCard(
      brokenDiagnosis({ narration: { model: 'llama3', text: 'A key went **missing**.', citations: ['e1'] } }),
    );
    const narration = within(card).getByRole('region', { name: 'In other words' });
    expect(narration).toHaveTextContent('A key went **missing**.');
    expect(narration).toHaveTextContent('Written by the language model llama3');
  });

  it('renders cluster text as text only', async () => {
    const diagnosis = brokenDiagnosis();
    diagnosis.findings[0].evidence[0].text = '<img src=x onerror=alert(1)> [click](javascript:alert(1))';
    const card = await renderCard(diagnosis);
    expect(card.querySelector('img')).toBeNull();
    expect(card).toHaveTextContent('[click](javascript:alert(1))');
  });

  it('checks again', async () => {
    const onCheckAgain = jest.fn();
    const card = await renderCard(brokenDiagnosis(), onCheckAgain);
    await userEvent.click(within(card).getByRole('button', { name: 'Check again' }));
    expect(onCheckAgain).toHaveBeenCalledTimes(1);
  });
});
