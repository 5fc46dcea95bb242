import { workload } from '../__testUtils__/clusters';
import type { Known } from './known';
import { resolveQuestion } from './resolveQuestion';
import { workloadSubject } from './Subject';

const known: Known = {
  workloads: [
    { ...workload('shop', 'checkout', { ready: 0, status: 'failing' }), cluster: 'prod' },
    { ...workload('shop', 'checkout'), cluster: 'staging' },
    { ...workload('shop', 'checkout-worker'), cluster: 'prod' },
    { ...workload('shop', 'payment-service'), cluster: 'prod' },
    { ...workload('data', 'postgres', { kind: 'StatefulSet' }), cluster: 'prod' },
    { ...workload('data', 'cache'), cluster: 'prod' },
    { ...workload('web', 'cache'), cluster: 'prod' },
  ],
  entities: [{ ref: 'component:default/ledger', name: 'ledger', title: 'General Ledger' }],
};

function request(text: string, previous?: ReturnType<typeof workloadSubject>) {
  const resolution = resolveQuestion(text, known, previous);
  return resolution.kind === 'ask' ? resolution.request : resolution;
}

describe('resolveQuestion', () => {
  it('prefers a catalog entity, by name or title', () => {
    expect(request('why is ledger failing?')).toEqual({
      question: 'why is ledger failing?',
      entityRef: 'component:default/ledger',
    });
    expect(request('is the general ledger down?')).toMatchObject({ entityRef: 'component:default/ledger' });
  });

  it('names a deployment with its place', () => {
    expect(request("what's up with checkout-worker")).toEqual({
      question: "what's up with checkout-worker",
      cluster: 'prod',
      namespace: 'shop',
      deploymentName: 'checkout-worker',
    });
  });

  it('takes the one that fails when several have the name', () => {
    expect(request('why is checkout failing?')).toMatchObject({ cluster: 'prod', deploymentName: 'checkout' });
  });

  it('takes the cluster that the question names', () => {
    expect(request('why is checkout failing in staging?')).toMatchObject({ cluster: 'staging' });
  });

  it('joins words to a name, and reads mentions and possessives', () => {
    expect(request('the payment service is slow')).toMatchObject({ deploymentName: 'payment-service' });
    expect(request('compare checkout with @payment-service')).toMatchObject({ deploymentName: 'payment-service' });
    expect(request("checkout-worker's pods restart")).toMatchObject({ deploymentName: 'checkout-worker' });
  });

  it('does not find a name inside a longer one', () => {
    expect(request('why is checkout-api failing?')).toMatchObject({ kind: 'choose' });
  });

  it('names no deployment for a workload of another kind, the question tells it', () => {
    expect(request('why is postgres down?')).toEqual({
      question: 'why is postgres down?',
      cluster: 'prod',
      namespace: 'data',
    });
  });

  it('recognises a pod by its workload', () => {
    expect(request('why does checkout-worker-5d9c7f6b8-x2b4z restart?')).toMatchObject({
      namespace: 'shop',
      podName: 'checkout-worker-5d9c7f6b8-x2b4z',
    });
  });

  it('asks back when a name stands for several', () => {
    const resolution = resolveQuestion('is cache all right?', known);
    expect(resolution).toMatchObject({ kind: 'choose' });
    expect(resolution.kind === 'choose' && resolution.choices.map(({ label }) => label)).toEqual([
      'cache in data',
      'cache in web',
    ]);
    expect(request('is cache in namespace web all right?')).toMatchObject({
      namespace: 'web',
      deploymentName: 'cache',
    });
  });

  it('diagnoses a namespace, also one that it does not know', () => {
    expect(request('what is broken in data?')).toEqual({
      question: 'what is broken in data?',
      cluster: 'prod',
      namespace: 'data',
    });
    expect(request('what is broken in namespace secret-project?')).toEqual({
      question: 'what is broken in namespace secret-project?',
      namespace: 'secret-project',
    });
  });

  it('offers what may have been meant, and what fails', () => {
    const resolution = resolveQuestion('why is chekout broken', known);
    expect(resolution.kind === 'choose' && resolution.choices[0]).toMatchObject({
      label: 'checkout in shop',
      state: '0 of 2 ready',
    });
  });

  it('tells the reason of what fails with enough pods ready', () => {
    const stuck = { ...workload('shop', 'cart', { status: 'failing', reason: 'ImagePullBackOff' }), cluster: 'prod' };
    expect(workloadSubject(stuck).state).toBe('ImagePullBackOff');
  });

  it('sends pasted errors without a name', () => {
    expect(request('Error: Error acquiring the state lock')).toEqual({
      errorMessage: 'Error: Error acquiring the state lock',
    });
  });

  it('does not take names out of pasted text', () => {
    expect(request('Error: dial tcp: lookup checkout on 10.0.0.10:53: no such host')).toEqual({
      errorMessage: 'Error: dial tcp: lookup checkout on 10.0.0.10:53: no such host',
    });
  });

  it('sends a named component along with what was pasted', () => {
    expect(request('why does ledger say this?\nError: no route to host\n  at a()')).toEqual({
      question: 'why does ledger say this?',
      errorMessage: 'Error: no route to host\n  at a()',
      entityRef: 'component:default/ledger',
    });
  });

  it('stays with the subject for a question that names nothing', () => {
    const previous = workloadSubject(known.workloads[0]);
    expect(request('and since when?', previous)).toEqual({
      question: 'and since when?',
      cluster: 'prod',
      namespace: 'shop',
      deploymentName: 'checkout',
    });
    expect(request('and chekout-worker?', previous)).toMatchObject({ kind: 'choose' });
  });
});
