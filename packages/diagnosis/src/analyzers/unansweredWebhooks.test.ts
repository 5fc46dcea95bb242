import { unansweredWebhook } from './unansweredWebhooks';
import { ClusterGraph } from '../cluster/ClusterGraph';
import { healthy, object } from '../testing/cluster';

const service = object('Service', 'gate', { spec: { selector: { app: 'gate' }, ports: [{ port: 443 }] } });
const graph = new ClusterGraph([service, ...healthy('gate')]);
const saying = (why: string) =>
  unansweredWebhook(
    `Error creating: Internal error occurred: failed calling webhook "gate.example.com": failed to call webhook: Post "https://gate.shop.svc:443/mutate?timeout=5s": ${why}`,
    'Deployment web',
    'Deployment web has 0 of 1 pods',
    graph,
  );

describe('unansweredWebhook', () => {
  it.each([
    ['tls: failed to verify certificate: x509: certificate has expired or is not yet valid', 'has expired'],
    ['tls: failed to verify certificate: x509: certificate signed by unknown authority', 'caBundle'],
    ['x509: certificate is valid for gate, not gate.shop.svc', 'for another name'],
    ['service "gate" not found', 'does not exist (not found)'],
    ['no endpoints available for service "gate"', 'has no endpoints'],
    ['context deadline exceeded', 'it does not answer'],
  ])('blames the Service behind it for "%s"', (why, says) => {
    const verdict = saying(why);
    expect(verdict?.resource).toEqual({ kind: 'Service', namespace: 'shop', name: 'gate' });
    expect(verdict?.rootCause).toContain('gate.example.com');
    expect(verdict?.rootCause).toContain(says);
    expect(verdict?.proof.map(({ text }) => text)).toEqual(['1 of 1 pod behind it is ready']);
  });

  it.each([
    'admission webhook "gate.example.com" denied the request: no',
    'Internal error occurred: failed calling webhook "gate.example.com": connection refused',
    'exceeded quota: small, requested: pods=1, used: pods=1, limited: pods=1',
  ])('leaves "%s" to others', message => {
    expect(unansweredWebhook(message, 'Deployment web', '', graph)).toBeUndefined();
  });
});
