import { isCulprit } from './isCulprit';

function ref(text: string) {
  const [kind, ...name] = text.split('/');
  return { kind, name: name.join('/') };
}

describe('isCulprit', () => {
  it.each([
    ['Deployment/cart', 'Deployment/cart'],
    ['Deployment/cart', 'ReplicaSet/cart-5d9c8b7f6d'],
    ['Deployment/cart', 'Pod/cart-5d9c8b7f6d-x2bqz'],
    ['ReplicaSet/cart-5d9c8b7f6d', 'Deployment/cart'],
    ['StatefulSet/queue', 'Pod/queue-0'],
    ['Pod/queue-0', 'StatefulSet/queue'],
    ['DaemonSet/shipper', 'Pod/shipper-x2bqz'],
    ['Job/backup-20261118', 'Pod/backup-20261118-7xk2p'],
    ['CronJob/report', 'Job/report-29390400'],
    ['CronJob/report', 'Pod/report-29390400-7xk2p'],
    ['Deployment//cart|basket/', 'Deployment/basket'],
    ['Pod//cart-.*/', 'Deployment/cart'],
    ['Deployment//ca.t/', 'Pod/cart-5d9c8b7f6d-x2bqz'],
  ])('takes for %s %s', (culprit, found) => {
    expect(isCulprit(ref(culprit), ref(found))).toBe(true);
  });

  it.each([
    ['Deployment/cart', 'Deployment/cart-db'],
    ['Deployment/cart-db', 'Deployment/cart'],
    ['Deployment/cart', 'Pod/cart-db-5d9c8b7f6d-x2bqz'],
    ['Deployment/cart', 'Service/cart'],
    ['Deployment/cart', 'StatefulSet/cart'],
    ['ConfigMap/cart', 'Deployment/cart'],
    ['Deployment/c.rt', 'Deployment/cart'],
    ['Deployment//cart/', 'Deployment/cart-db'],
    ['StatefulSet/queue', 'Pod/queue-worker-0'],
  ])('does not take for %s %s', (culprit, found) => {
    expect(isCulprit(ref(culprit), ref(found))).toBe(false);
  });
});
