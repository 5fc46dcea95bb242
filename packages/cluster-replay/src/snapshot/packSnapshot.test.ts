import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSnapshot } from './openSnapshot';
import { packSnapshot } from './packSnapshot';

const FIXTURE = join(__dirname, '../__fixtures__/shop');

describe('packSnapshot', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pack-'));
    await cp(FIXTURE, join(folder, 'shop'), { recursive: true });
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('makes an archive that opens as the folder does, without what lies beside the recording', async () => {
    await writeFile(join(folder, 'shop', 'private.txt'), 'mine');
    const file = join(folder, 'shop.tar.gz');
    await packSnapshot(join(folder, 'shop'), file);
    const [packed, plain] = [await openSnapshot(file), await openSnapshot(FIXTURE)];
    expect(packed.objects).toEqual(plain.objects);
    const log = await packed.logFile({ namespace: 'shop', pod: 'hooks-7bd8fd98fb-kjlsk', container: 'hooks' });
    expect(await readdir(join(log!, '../../../..'))).not.toContain('private.txt');
    await packed.close();
  });

  it('leaves nothing half done', async () => {
    const file = join(folder, 'shop.tar.gz');
    await expect(packSnapshot(join(folder, 'absent'), file)).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['shop']);
  });
});
