import { diagnoseWide } from './lib/wide.mjs';

/** One broken pod among ever more in a namespace. */
export async function run() {
  const rows = [];
  for (const pods of [100, 500, 1_000, 2_000, 4_000]) {
    rows.push(await diagnoseWide({ namespaces: 1, pods, broken: 1 }, 'team-0'));
  }
  const large = rows.find(({ pods }) => pods === 2_000);
  const calls = rows.filter(({ pods }) => pods >= 1_000).map(row => row.calls);
  return {
    rows,
    goals: [
      { goal: '2,000 pods in 2 s', measured: `${large.ms} ms`, met: large.ms <= 2_000 },
      { goal: 'the right cause', measured: `${large.found} of 1`, met: rows.every(({ found }) => found === 1) },
      { goal: 'as many calls for 4,000 pods as for 1,000', measured: calls.join(', '), met: new Set(calls).size === 1 },
    ],
  };
}
