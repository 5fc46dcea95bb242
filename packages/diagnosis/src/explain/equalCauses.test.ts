import { diagnose } from '../diagnose';
import { clusterOf, crashing, deployment, object } from '../testing/cluster';

/** `checkout` calls two Services; those of `down` have no pods behind them. */
async function ask(log: string, ...down: string[]) {
  const called = ['cache', 'queue'];
  const objects = [
    ...deployment('checkout', {
      status: crashing(1),
      container: { env: called.map(name => ({ name: name.toUpperCase(), value: `tcp://${name}:6000` })) },
    }),
    ...called.map(name => object('Service', name, { spec: { selector: { app: name }, ports: [{ port: 6000 }] } })),
    ...down.flatMap(name => deployment(name, { replicas: 0 }).slice(0, 1)),
  ];
  return diagnose(
    { namespace: 'shop', target: { kind: 'Deployment', name: 'checkout' } },
    { reader: clusterOf(objects, { 'shop/checkout-7d4b9-x2x4z/app': log }) },
  );
}

describe('equalCauses', () => {
  it('says that two are possible when the log names neither, and which check decides', async () => {
    const { explanation, findings } = await ask('Error: connect ECONNREFUSED', 'cache', 'queue');
    expect(findings).toHaveLength(3);
    expect(explanation).toMatch(/2 causes are equally possible for Deployment checkout: .*cache.*, or .*queue/);
    expect(explanation).toContain(
      'This check decides, for it shows which of them checkout meets: kubectl -n shop logs',
    );
  });

  it('is silent when the log names one', async () => {
    const { explanation } = await ask('Error: connect ECONNREFUSED cache:6000', 'cache', 'queue');
    expect(explanation).not.toContain('equally possible');
  });
});
