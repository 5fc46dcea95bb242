import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReplayedCluster } from '../ReplayedCluster';
import { openSnapshot } from '../snapshot/openSnapshot';
import { RecordingNotes } from '../snapshot/RecordingNotes';

const FIXTURE = join(__dirname, '../__fixtures__/shop');
const POD = 'hooks-7bd8fd98fb-kjlsk';

const NOTES: RecordingNotes = {
  recordedAt: '2027-03-01T00:00:00Z',
  namespaces: ['shop'],
  unreadable: [
    { apiVersion: 'v1', resource: 'events', namespace: 'shop', code: 403, message: 'no events for you' },
    { apiVersion: 'apps/v1', resource: 'deployments', code: 504, message: 'too slow' },
    { apiVersion: 'v1', resource: 'pods/log', namespace: 'shop', name: 'cart', code: 500, message: 'no kubelet' },
  ],
  cut: [{ file: `logs/shop/${POD}/hooks.previous.log`, kept: 0 }],
};

describe('a recording with notes', () => {
  let folder: string;
  let cluster: ReplayedCluster;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'notes-'));
    await cp(FIXTURE, folder, { recursive: true });
    await writeFile(join(folder, 'recording.json'), JSON.stringify(NOTES));
    cluster = await ReplayedCluster.create(await openSnapshot(folder));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it.each([
    ['/api/v1/namespaces/shop/events', 403, 'no events for you'],
    ['/api/v1/events', 403, 'no events for you'],
    ['/apis/apps/v1/namespaces/shop/deployments/cart', 504, 'too slow'],
    ['/api/v1/namespaces/data/pods', 403, 'has only the namespaces shop'],
    ['/api/v1/namespaces/data', 403, 'has only the namespaces shop'],
    [
      `/api/v1/namespaces/shop/pods/${POD}/log?container=hooks&previous=true`,
      403,
      'left out of the recording for its size',
    ],
  ])('refuses %s', async (path, code, message) => {
    const response = await cluster.fetch(path);
    expect(response.status).toBe(code);
    expect((await response.json()).message).toContain(message);
  });

  it.each([
    '/api/v1/namespaces/shop',
    '/api/v1/namespaces/shop/pods',
    '/api/v1/nodes',
    '/apis/apps/v1/namespaces/shop/replicasets',
    `/api/v1/namespaces/shop/pods/${POD}/log?container=hooks`,
  ])('answers %s', async path => {
    expect((await cluster.fetch(path)).status).toBe(200);
  });

  it('stands at the time of the recording', () => {
    expect(cluster.now()).toEqual(new Date(NOTES.recordedAt));
  });
});
