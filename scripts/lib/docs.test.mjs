import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stalePages } from '../docs.mjs';

test('the generated pages say what the code does; if not, run: node scripts/run.mjs docs', async () => {
  const stale = await stalePages();
  assert.deepEqual(
    stale.map(({ path }) => path),
    [],
  );
});
