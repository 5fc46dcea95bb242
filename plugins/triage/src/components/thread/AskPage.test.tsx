import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Diagnosis } from '@triage/plugin-triage-common';
import { brokenDiagnosis, pastedDiagnosis } from '../../__testUtils__/diagnoses';
import { clusterHealthReport, workload } from '../../__testUtils__/clusters';
import { FakeTriageApi } from '../../__testUtils__/FakeTriageApi';
import { renderPortal } from '../../__testUtils__/renderPortal';

const ledger = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'ledger', annotations: { 'backstage.io/kubernetes-id': 'ledger' } },
  spec: { type: 'service' },
};

/** An answer that comes when the test says so. */
function deferred() {
  let resolve!: (diagnosis: Diagnosis) => void;
  const promise = new Promise<Diagnosis>(done => {
    resolve = done;
  });
  return { promise, resolve };
}

/** Pastes, for a key press costs a whole rendering; `keys` come after. */
async function enter(text: string, keys = '{Enter}') {
  await userEvent.click(await screen.findByRole('textbox', { name: /Ask, or paste/ }));
  if (text) await userEvent.paste(text);
  await userEvent.keyboard(keys);
}

describe('AskPage', () => {
  beforeEach(() => sessionStorage.clear());

  it('asks with Enter, says what it does, and answers with the card', async () => {
    const answer = deferred();
    const { triage } = renderPortal({
      path: '/triage/ask',
      triage: new FakeTriageApi(() => answer.promise),
      entities: [ledger],
    });
    await enter('why is ledger failing?');

    expect(await screen.findByText(/Reading ledger/)).toBeInTheDocument();
    expect(triage.asked).toEqual([{ question: 'why is ledger failing?', entityRef: 'component:default/ledger' }]);

    answer.resolve(brokenDiagnosis());
    expect(await screen.findByRole('article', { name: 'Diagnosis of checkout' })).toHaveTextContent(
      'The key PAYMENT_URL is missing',
    );
    expect(screen.queryByRole('button', { name: 'Stop' })).not.toBeInTheDocument();
  });

  it('makes a new line with Shift+Enter and sends pasted text as an error', async () => {
    const { triage } = renderPortal({ path: '/triage/ask', triage: new FakeTriageApi(() => pastedDiagnosis()) });
    await enter('Error: state is locked', '{Shift>}{Enter}{/Shift}');
    await enter('Lock Info');

    expect(await screen.findByText('Another Terraform run holds the state lock.')).toBeInTheDocument();
    expect(triage.asked).toEqual([{ errorMessage: 'Error: state is locked\nLock Info' }]);
  });

  it('starts from what is failing', async () => {
    const { triage } = renderPortal({ path: '/triage/ask' });
    await userEvent.click(await screen.findByRole('button', { name: /checkout in shop-prod 0 of 2 ready/ }));

    expect(await screen.findByRole('article', { name: 'Diagnosis of checkout' })).toBeInTheDocument();
    expect(triage.asked).toEqual([
      {
        question: 'Why is checkout failing?',
        cluster: 'demo',
        namespace: 'shop-prod',
        deploymentName: 'checkout',
      },
    ]);
  });

  it('says so when nothing is failing', async () => {
    const triage = new FakeTriageApi();
    triage.health = clusterHealthReport([
      { ...clusterHealthReport().clusters[1], workloads: [workload('shop', 'cart')] },
    ]);
    renderPortal({ path: '/triage/ask', triage });
    expect(await screen.findByText(/None of 1 workloads is failing/)).toBeInTheDocument();
  });

  it('stops and asks again', async () => {
    const answers = [deferred(), deferred()];
    let asked = 0;
    const { triage } = renderPortal({
      path: '/triage/ask',
      triage: new FakeTriageApi(() => answers[asked++].promise),
      entities: [ledger],
    });
    await enter('why is ledger failing?');
    await screen.findByText(/Reading ledger/);
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(screen.getByText(/Stopped before there was an answer/)).toBeInTheDocument();

    // What was stopped must not come back when its answer arrives late.
    answers[0].resolve(brokenDiagnosis());
    await userEvent.click(screen.getByRole('button', { name: 'Ask again' }));
    answers[1].resolve(brokenDiagnosis({ rootCause: 'The second answer.' }));

    expect(await screen.findByText('The second answer.')).toBeInTheDocument();
    expect(triage.asked).toHaveLength(2);
    expect(triage.asked[1]).toEqual(triage.asked[0]);
  });

  it('stops with Escape', async () => {
    renderPortal({
      path: '/triage/ask',
      triage: new FakeTriageApi(() => deferred().promise),
      entities: [ledger],
    });
    await enter('why is ledger failing?');
    await screen.findByText(/Reading ledger/);
    await enter('', '{Escape}');
    expect(await screen.findByText(/Stopped before/)).toBeInTheDocument();
  });

  it('tells what went wrong and tries again', async () => {
    let asked = 0;
    renderPortal({
      path: '/triage/ask',
      entities: [ledger],
      triage: new FakeTriageApi(() => {
        asked += 1;
        if (asked === 1) throw Object.assign(new Error('Request failed'), { statusCode: 429 });
        return brokenDiagnosis();
      }),
    });
    await enter('why is ledger failing?');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Could not diagnose ledger');
    expect(alert).toHaveTextContent('Wait a moment, then try again');

    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('article', { name: 'Diagnosis of checkout' })).toBeInTheDocument();
  });

  it('asks back when it knows no such name', async () => {
    const { triage } = renderPortal({ path: '/triage/ask' });
    await enter('why is chekout broken');
    const choices = await screen.findByRole('group', { name: /Did you mean/ });
    expect(triage.asked).toEqual([]);

    await userEvent.click(within(choices).getByRole('button', { name: /checkout in shop-prod/ }));
    expect(await screen.findByRole('article', { name: 'Diagnosis of checkout' })).toBeInTheDocument();
    expect(triage.asked).toEqual([
      { question: 'why is chekout broken', cluster: 'demo', namespace: 'shop-prod', deploymentName: 'checkout' },
    ]);
  });

  it('keeps the subject for the next question', async () => {
    const { triage } = renderPortal({ path: '/triage/ask', entities: [ledger] });
    await enter('why is ledger failing?');
    await screen.findByRole('article', { name: 'Diagnosis of checkout' });
    await enter('since when?');

    await waitFor(() => expect(screen.getAllByRole('article', { name: 'Diagnosis of checkout' })).toHaveLength(2));
    expect(triage.asked[1]).toEqual({ question: 'since when?', entityRef: 'component:default/ledger' });
  });

  it('survives a reload, reading the answer anew', async () => {
    const first = renderPortal({ path: '/triage/ask', entities: [ledger] });
    await enter('why is ledger failing?');
    await screen.findByRole('article', { name: 'Diagnosis of checkout' });
    first.unmount();

    renderPortal({ path: '/triage/ask', triage: first.triage, entities: [ledger] });
    expect(await screen.findByText('why is ledger failing?')).toBeInTheDocument();
    expect(await screen.findByRole('article', { name: 'Diagnosis of checkout' })).toBeInTheDocument();
    expect(first.triage.asked).toHaveLength(1);
    expect(JSON.stringify(Object.values(sessionStorage))).not.toContain('PAYMENT_URL');
  });

  it('asks what a link asks, once', async () => {
    const { triage } = renderPortal({
      path: '/triage/ask?cluster=demo&namespace=payments&kind=Deployment&name=ledger',
    });
    expect(await screen.findByText('Why is ledger failing?')).toBeInTheDocument();
    await screen.findByRole('article', { name: 'Diagnosis of checkout' });
    expect(triage.asked).toEqual([
      { question: 'Why is ledger failing?', cluster: 'demo', namespace: 'payments', deploymentName: 'ledger' },
    ]);
  });
});
