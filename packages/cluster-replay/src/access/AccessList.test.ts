import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessList, AccessRequest, isAllowed, User } from './AccessList';

describe('AccessList', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'access-list-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function listOf(text: string) {
    const file = join(folder, 'tokens');
    await writeFile(file, text);
    return AccessList.fromFile(file);
  }

  it.each([
    [
      'YAML',
      'users:\n- name: dev\n  token: secret\n  allow:\n  - {verbs: [get], apiGroups: [""], resources: [pods]}\n',
    ],
    [
      'JSON',
      '{"users":[{"name":"dev","token":"secret","allow":[{"verbs":["get"],"apiGroups":[""],"resources":["pods"]}]}]}',
    ],
  ])('knows users from %s by their tokens', async (_, text) => {
    const list = await listOf(text);
    expect(list.identify('Bearer secret')).toMatchObject({ name: 'dev', groups: ['system:authenticated'] });
    expect(list.identify(`Basic ${Buffer.from('any:secret').toString('base64')}`)).toMatchObject({ name: 'dev' });
    expect(list.identify('Bearer other')).toBe('unknown');
    expect(list.identify(null)).toBeUndefined();
  });

  it.each([
    ['[]', /has no list of "users"/],
    ['users: [{token: x}]', /users\[0\] has no name/],
    ['users: [{name: dev}]', /"dev"\) has no token/],
    ['users: [{name: dev, token: x}]', /has no list "allow"/],
    ['users: [{name: dev, token: x, allow: [{verbs: [get]}]}]', /a rule without a list of apiGroups/],
    ['users: [', /neither JSON nor YAML/],
  ])('says what is wrong with %s', async (text, message) => {
    await expect(listOf(text)).rejects.toThrow(message);
  });

  it('says that the file is missing', async () => {
    await expect(AccessList.fromFile(join(folder, 'absent'))).rejects.toThrow(/list of tokens can't be read/);
  });
});

describe('isAllowed', () => {
  const user: User = {
    name: 'dev',
    groups: [],
    rules: [
      { verbs: ['get', 'list'], apiGroups: [''], resources: ['pods', 'pods/log'], namespaces: ['shop'] },
      { verbs: ['*'], apiGroups: ['apps'], resources: ['*'] },
      { verbs: ['get'], apiGroups: [''], resources: ['configmaps'], resourceNames: ['release'] },
    ],
  };
  const pods: AccessRequest = { verb: 'list', group: '', resource: 'pods', namespace: 'shop' };

  it.each<[boolean, AccessRequest]>([
    [true, pods],
    [false, { ...pods, verb: 'delete' }],
    [false, { ...pods, namespace: 'other' }],
    [false, { ...pods, namespace: undefined }],
    [true, { ...pods, verb: 'get', subresource: 'log', name: 'p' }],
    [false, { ...pods, verb: 'get', subresource: 'exec', name: 'p' }],
    [false, { ...pods, group: 'metrics.k8s.io' }],
    [true, { verb: 'delete', group: 'apps', resource: 'deployments', name: 'web', namespace: 'any' }],
    [true, { verb: 'get', group: '', resource: 'configmaps', name: 'release', namespace: 'any' }],
    [false, { verb: 'get', group: '', resource: 'configmaps', name: 'other', namespace: 'any' }],
    [false, { verb: 'list', group: '', resource: 'configmaps', namespace: 'any' }],
  ])('%s: %j', (expected, request) => {
    expect(isAllowed(user, request)).toBe(expected);
  });
});
