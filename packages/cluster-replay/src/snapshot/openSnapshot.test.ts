import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { join } from 'node:path';
import { create } from 'tar';
import { openSnapshot } from './openSnapshot';

const FIXTURE = join(__dirname, '../__fixtures__/shop');
const LOG = { namespace: 'shop', pod: 'hooks-7bd8fd98fb-kjlsk', container: 'hooks' };

describe('openSnapshot', () => {
  let folder: string;
  let temporary: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(os.tmpdir(), 'open-snapshot-'));
    temporary = join(folder, 'tmp');
    await mkdir(temporary);
    jest.spyOn(os, 'tmpdir').mockReturnValue(temporary);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await rm(folder, { recursive: true });
  });

  it('opens a folder', async () => {
    const snapshot = await openSnapshot(FIXTURE);
    expect(snapshot.version.gitVersion).toBe('v1.34.4');
    expect(snapshot.objects.length).toBeGreaterThan(50);
    expect(await snapshot.logFile(LOG)).toBe(join(FIXTURE, 'logs/shop/hooks-7bd8fd98fb-kjlsk/hooks.log'));
    expect(await snapshot.logFile({ ...LOG, previous: true })).toBeUndefined();
    await snapshot.close();
  });

  it.each(['.', 'shop'])('opens an archive with its files in %s, and removes what it unpacked', async inside => {
    const archive = join(folder, 'snapshot.tar.gz');
    const cwd = inside === '.' ? FIXTURE : join(FIXTURE, '..');
    await create({ file: archive, gzip: true, cwd }, [inside]);
    const snapshot = await openSnapshot(archive);
    expect(await snapshot.logFile(LOG)).toMatch(/hooks\.log$/);
    expect(await readdir(temporary)).toHaveLength(1);
    await snapshot.close();
    expect(await readdir(temporary)).toEqual([]);
  });

  it('does not unpack links', async () => {
    const content = join(folder, 'content');
    await cp(FIXTURE, content, { recursive: true });
    const pod = join(content, 'logs/shop', LOG.pod);
    await rm(join(pod, 'hooks.log'));
    await symlink('/etc/passwd', join(pod, 'hooks.log'));
    const archive = join(folder, 'snapshot.tar.gz');
    await create({ file: archive, gzip: true, cwd: content }, ['.']);
    const snapshot = await openSnapshot(archive);
    expect(await snapshot.logFile(LOG)).toBeUndefined();
    await snapshot.close();
  });

  it('does not leave the folder for a log', async () => {
    const snapshot = await openSnapshot(FIXTURE);
    for (const name of ['..', '../shop', 'a/b', '']) {
      expect(await snapshot.logFile({ ...LOG, container: name })).toBeUndefined();
      expect(await snapshot.logFile({ ...LOG, namespace: name })).toBeUndefined();
    }
  });

  it('says in one sentence what is wrong', async () => {
    await expect(openSnapshot(join(folder, 'absent'))).rejects.toThrow(/^There is no snapshot at .*absent/);
    await expect(openSnapshot(folder)).rejects.toThrow(/is no snapshot: it has no version\.json\.$/);
    const file = join(folder, 'text.tar.gz');
    await writeFile(file, 'no archive');
    await expect(openSnapshot(file)).rejects.toThrow(/text\.tar\.gz is no snapshot/);
    await cp(FIXTURE, join(folder, 'broken'), { recursive: true });
    await writeFile(join(folder, 'broken/objects.json'), '{"items": [');
    await expect(openSnapshot(join(folder, 'broken'))).rejects.toThrow(/objects\.json is not JSON/);
    expect(await readdir(temporary)).toEqual([]);
  });

  it('tells recordings with a time before each line from others', async () => {
    expect(await (await openSnapshot(FIXTURE)).hasLogTimestamps()).toBe(false);
    const stamped = join(folder, 'stamped');
    await cp(FIXTURE, stamped, { recursive: true });
    await rm(join(stamped, 'logs'), { recursive: true });
    await mkdir(join(stamped, 'logs/shop/p'), { recursive: true });
    const lines = '2026-11-18T11:59:00.000000001Z one\n2026-11-18T12:30:00.500000001Z two\n';
    await writeFile(join(stamped, 'logs/shop/p/c.log'), lines);
    await writeFile(join(stamped, 'logs/shop/p/d.log'), '');
    const snapshot = await openSnapshot(stamped);
    expect(await snapshot.hasLogTimestamps()).toBe(true);
    expect(await snapshot.newestLogTime()).toBe(Date.parse('2026-11-18T12:30:00.500Z'));
    // An application can print such times itself; then the other logs do not have them
    await writeFile(join(stamped, 'logs/shop/p/e.log'), 'started\n');
    expect(await (await openSnapshot(stamped)).hasLogTimestamps()).toBe(false);
  });
});
