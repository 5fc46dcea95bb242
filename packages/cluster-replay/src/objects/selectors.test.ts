import { parseFieldSelector } from './fieldSelector';
import { parseLabelSelector } from './labelSelector';

describe('parseLabelSelector', () => {
  const labels = { app: 'web', tier: 'front', 'app.kubernetes.io/name': 'shop', size: '3', empty: '' };

  it.each([
    ['', true],
    ['app=web', true],
    ['app==web', true],
    ['app=api', false],
    ['app!=api', true],
    ['app!=web', false],
    ['absent!=x', true],
    ['app in (web,api)', true],
    ['app in (api)', false],
    ['app notin (api, db)', true],
    ['absent notin (api)', true],
    ['app notin (web)', false],
    ['tier', true],
    ['absent', false],
    ['!absent', true],
    ['!tier', false],
    ['size>2', true],
    ['size < 3', false],
    ['app>2', false],
    ['empty=', true],
    ['app.kubernetes.io/name=shop,app in (web,api),!absent', true],
    ['app=web,tier=back', false],
    [' app = web , tier in ( front ) ', true],
    ['toString', false],
  ])('%s', (selector, expected) => {
    expect(parseLabelSelector(selector)(labels)).toBe(expected);
  });

  it('matches objects without labels', () => {
    expect(parseLabelSelector('app!=web')(undefined)).toBe(true);
    expect(parseLabelSelector('app=web')(undefined)).toBe(false);
  });

  it.each(['app=(web)', 'app in web', 'a b', '=web', 'size>x', 'app in (we b)'])('refuses %s', selector => {
    expect(() => parseLabelSelector(selector)).toThrow('unable to parse requirement');
  });
});

describe('parseFieldSelector', () => {
  const pod = {
    kind: 'Pod',
    metadata: { name: 'a=b,c', namespace: 'shop' },
    spec: { nodeName: 'node-1' },
    status: { phase: 'Running', podIPs: [{ ip: '10.0.0.1' }] },
  };
  const event = {
    kind: 'Event',
    metadata: { name: 'e' },
    type: 'Warning',
    reason: 'BackOff',
    involvedObject: { kind: 'Pod', uid: '1', fieldPath: 'spec.containers{web}' },
    source: { component: 'kubelet' },
  };

  it.each([
    [pod, '', true],
    [pod, 'spec.nodeName=node-1', true],
    [pod, 'spec.nodeName==node-1,status.phase!=Running', false],
    [pod, 'status.phase!=Succeeded,status.phase!=Failed', true],
    [pod, 'metadata.name=a\\=b\\,c', true],
    [pod, 'spec.hostNetwork=false', true],
    [pod, 'status.podIP=10.0.0.1', true],
    [pod, 'status.nominatedNodeName=', true],
    [pod, 'metadata.namespace=other', false],
    [event, 'involvedObject.uid=1,involvedObject.kind=Pod,type=Warning,reason=BackOff', true],
    [event, 'involvedObject.fieldPath=spec.containers{web}', true],
    [event, 'source=kubelet', true],
    [event, 'type=Normal', false],
    [{ kind: 'Node', metadata: { name: 'n' } }, 'spec.unschedulable=false', true],
    [{ kind: 'Job', metadata: { name: 'j' }, status: { succeeded: 1 } }, 'status.successful=1', true],
  ])('%#: %s', (object, selector, expected) => {
    expect(parseFieldSelector(selector)(object)).toBe(expected);
  });

  it.each(['phase', '=x', 'a=b=c', 'a=b\\x'])('refuses %s', selector => {
    expect(() => parseFieldSelector(selector)).toThrow(/invalid (field )?selector/);
  });
});
