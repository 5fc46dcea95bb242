import { diagnoseWide } from './lib/wide.mjs';

/** A whole cluster, half a percent of whose pods is broken. */
export async function run() {
  const rows = [];
  for (const pods of [100, 1_000, 10_000]) {
    rows.push(await diagnoseWide({ namespaces: Math.min(40, pods / 10), pods, broken: Math.ceil(pods / 200) }));
  }
  const [, thousand, large] = rows;
  return {
    rows,
    goals: [
      { goal: '10,000 pods in 10 s', measured: `${large.ms} ms`, met: large.ms <= 10_000 },
      { goal: 'at most 1 GB resident', measured: `${large['RSS MB']} MB`, met: large['RSS MB'] <= 1_024 },
      { goal: 'all 50 found', measured: `${large.found} of ${large.broken}`, met: large.found === large.broken },
      {
        goal: 'ten times the objects, at most ten times the time',
        measured: `${(large.ms / thousand.ms).toFixed(1)} x`,
        met: large.ms <= thousand.ms * 10,
      },
    ],
  };
}
