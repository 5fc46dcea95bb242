/** @jest-environment node */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kubeconfigFor, openSnapshot, startReplayServer } from '@triage/cluster-replay';
import { runTriage, SHOP } from '../testing/runTriage';

const RIGHT = {
  title: 'cart is restarted',
  question: 'why does cart restart?',
  namespace: 'shop',
  target: { kind: 'Deployment', name: 'cart' },
  rootCause: { category: 'startup-probe', resource: { kind: 'Deployment', name: 'cart' }, says: ['probe'] },
};
const HEALTHY = { ...RIGHT, healthy: true, rootCause: { category: 'none', resource: null, says: [] } };

let folder: string;

async function scenario(name: string, expected: unknown, snapshot = true) {
  await mkdir(join(folder, name));
  if (snapshot) await cp(SHOP, join(folder, name, 'snapshot'), { recursive: true });
  if (expected !== undefined) await writeFile(join(folder, name, 'expected.json'), JSON.stringify(expected));
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'triage-eval-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

jest.setTimeout(60_000);

describe('triage eval', () => {
  it('judges each folder, counts the broken and leaves out the drafts', async () => {
    await scenario('a-right', RIGHT);
    await scenario('b-wrong', { ...RIGHT, rootCause: { ...RIGHT.rootCause, says: ['moonlight'] } });
    await scenario('c-broken', RIGHT, false);
    await scenario('d-empty', undefined, false);
    await scenario('e-draft', { ...RIGHT, draft: true });
    const { code, stdout, stderr } = await runTriage(['eval', folder, '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { scenarios, totals } = JSON.parse(stdout);
    expect(totals).toMatchObject({ n: 4, top1: 1, top3: 1, category: 2, falseAlarms: 0, wrongClaims: 0, leaks: 0 });
    expect(totals.p50Ms).toBeGreaterThan(0);
    expect(totals.p95Ms).toBeGreaterThanOrEqual(totals.p50Ms);
    expect(scenarios.map(({ id, state, problems }: any) => [id, state, problems[0]])).toEqual([
      ['a-right', 'judged', undefined],
      ['b-wrong', 'judged', 'It does not say /moonlight/i.'],
      ['c-broken', 'broken', expect.stringContaining('It has no snapshot')],
      ['d-empty', 'broken', expect.stringContaining('It has no expected.json')],
      ['e-draft', 'draft', 'draft: not judged'],
    ]);

    const text = await runTriage(['eval', folder, '--only', 'b,e', '--without-target']);
    expect(text.code).toBe(0);
    expect(text.stdout).toMatch(/^b-wrong +NO +NO +yes +- +- +- +\d+$/m);
    expect(text.stdout).not.toContain('a-right');
  });

  it('ends with 4 when less is right than was asked for', async () => {
    await scenario('right', RIGHT);
    await scenario(
      'wrong',
      { ...RIGHT, target: { kind: 'Deployment', name: 'nothing-of-that-name' }, says: [] },
      false,
    );
    await expect(runTriage(['eval', folder, '--min', '0.5'])).resolves.toMatchObject({ code: 0, stderr: '' });
    const { code, stderr } = await runTriage(['eval', folder, '--min', '0.95']);
    expect({ code, stderr }).toEqual({ code: 4, stderr: 'Not good enough: 1 of 2 are right, and 2 are wanted.\n' });
  });

  it('ends with 4 for a false alarm and for a shown secret, however few are wanted', async () => {
    await scenario('alarm', HEALTHY);
    await scenario('leak', { ...RIGHT, canaries: ['cart'] });
    const { code, stdout, stderr } = await runTriage(['eval', folder, '--min', '0']);
    expect(code).toBe(4);
    expect(stdout).toContain('False alarm: startup-probe of Deployment/cart');
    expect(stderr).toMatch(/false alarms: \d+; secrets shown: 1/);
    await expect(runTriage(['eval', folder])).resolves.toMatchObject({ code: 0 });
  });

  it('asks a running cluster, and not the recording', async () => {
    await scenario('cart', RIGHT, false);
    const snapshot = await openSnapshot(SHOP);
    const server = await startReplayServer({ clusters: [{ name: 'shop', snapshot }] });
    const kubeconfig = join(folder, 'kubeconfig');
    await writeFile(kubeconfig, kubeconfigFor(server.clusters));
    const args = ['eval', folder, '--live', '--kubeconfig', kubeconfig, '--min', '1'];
    try {
      await expect(runTriage(args)).resolves.toMatchObject({ code: 0, stderr: '' });
    } finally {
      await server.close();
      await snapshot.close();
    }
    const gone = await runTriage(args);
    expect(gone).toMatchObject({ code: 3, stdout: '', stderr: expect.stringContaining('cannot be reached') });
  });

  it.each([
    [3, /There is no folder of scenarios at \/nope/, ['/nope']],
    [2, /is called zebra/, [SHOP, '--only', 'zebra']],
    [2, /from 0 to 1/, [SHOP, '--min', 'x']],
    [2, /are for --live/, [SHOP, '--context', 'x']],
  ])('ends with %d and the sentence %p', async (expected, sentence, args) => {
    const { code, stdout, stderr } = await runTriage(['eval', ...args]);
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
    expect(stderr).toMatch(sentence);
  });
});
