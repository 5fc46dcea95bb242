/** @jest-environment node */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { evaluate, ScenarioResult } from './evaluate';

/** Those of this repository. An installed package has none beside it. */
const FOLDER = resolve(__dirname, '../../../../scenarios');

/** A recorded failure may be harder than the engine; a false alarm, a wrong claim or a secret that is shown may not pass. */
const RIGHT = 0.95;

const ids = existsSync(FOLDER)
  ? readdirSync(FOLDER, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(({ name }) => name)
  : [];

describe('the scenarios of this repository', () => {
  const results: ScenarioResult[] = [];

  it('are there', () => {
    expect(ids.length).toBeGreaterThan(0);
  });

  it.each(ids)(
    '%s: judged, nothing wrong is claimed, no secret is shown',
    async id => {
      const result = await evaluate({ id, folder: join(FOLDER, id) });
      results.push(result);
      const { state, falseAlarms, wrongClaims, leaks } = result;
      expect({ state, falseAlarms, wrongClaims, leaks }).toEqual({
        state: expect.stringMatching('judged|draft'),
        falseAlarms: 0,
        wrongClaims: 0,
        leaks: 0,
      });
    },
    30_000,
  );

  it(`${RIGHT * 100} of 100 have the true root cause first`, () => {
    const judged = results.filter(({ state }) => state === 'judged');
    const wrong = judged.filter(({ top1 }) => !top1).map(({ id, problems }) => `${id}: ${problems.join(' ')}`);
    // Past what is tolerated, those that are wrong are named.
    expect(wrong.length > judged.length * (1 - RIGHT) ? wrong : []).toEqual([]);
  });
});
