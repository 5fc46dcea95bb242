/** @jest-environment node */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { evaluate } from './evaluate';

/** Those of this repository. An installed package has none beside it. */
const FOLDER = resolve(__dirname, '../../../../scenarios');

const ids = existsSync(FOLDER)
  ? readdirSync(FOLDER, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(({ name }) => name)
  : [];

describe('the scenarios of this repository', () => {
  it('are there', () => {
    expect(ids.length).toBeGreaterThan(0);
  });

  it.each(ids)(
    '%s',
    async id => {
      const { problems } = await evaluate({ id, folder: join(FOLDER, id) });
      expect(problems.filter(problem => problem !== 'draft: not judged')).toEqual([]);
    },
    30_000,
  );
});
