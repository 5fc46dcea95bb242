import { createClusterReader, createRedactor } from '@triage/diagnosis';
import { badUse, belowWanted } from '../CliError';
import { assertReachable } from '../clusters/assertReachable';
import { OpenCluster, openCluster } from '../clusters/openCluster';
import { write, writeJson } from '../output';
import { renderEvaluation } from '../rendering/renderEvaluation';
import { terminalOptions } from '../rendering/Terminal';
import { evaluate, ScenarioResult } from '../scenarios/evaluate';
import { findScenarios } from '../scenarios/Scenario';
import { Totals, totalsOf } from '../scenarios/totalsOf';

export interface EvalOptions {
  only?: string[];
  withoutTarget?: boolean;
  live?: boolean;
  kubeconfig?: string;
  context?: string;
  /** 0..1 */
  min?: number;
  json?: boolean;
  concurrency: number;
}

export async function evalCommand(path: string, options: EvalOptions): Promise<void> {
  const { only = [], withoutTarget, json, min, concurrency } = options;
  const scenarios = await findScenarios(
    path,
    only.flatMap(ids => ids.split(',')).filter(id => id !== ''),
  );
  const live = await openLive(options);
  try {
    const results = await inOrder(scenarios, concurrency, scenario => evaluate(scenario, { withoutTarget, live }));
    const totals = totalsOf(results);
    await (json
      ? writeJson({ scenarios: results, totals })
      : write(renderEvaluation(results, totals, terminalOptions())));
    if (min !== undefined) {
      assertGood(totals, min);
    }
  } finally {
    await live?.close();
  }
}

async function openLive({ live, kubeconfig, context }: EvalOptions): Promise<OpenCluster | undefined> {
  if (!live) {
    if (kubeconfig !== undefined || context !== undefined) {
      throw badUse('--kubeconfig and --context are for --live; recordings need none.');
    }
    return undefined;
  }
  const cluster = await openCluster({ kubeconfig, context });
  await assertReachable(
    createClusterReader({ cluster: cluster.name, fetch: cluster.fetch, redactor: createRedactor() }),
  );
  return cluster;
}

/** Results in the order of the scenarios, whichever ends first. */
async function inOrder<T>(
  items: T[],
  concurrency: number,
  run: (item: T) => Promise<ScenarioResult>,
): Promise<ScenarioResult[]> {
  const results: ScenarioResult[] = [];
  let next = 0;
  const work = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await run(items[index]);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return results;
}

function assertGood({ n, top1, falseAlarms, leaks }: Totals, min: number): void {
  const faults = [
    ...(n === 0 ? ['nothing was judged'] : []),
    ...(n > 0 && top1 / n < min ? [`${top1} of ${n} are right, and ${Math.ceil(min * n)} are wanted`] : []),
    ...(falseAlarms > 0 ? [`false alarms: ${falseAlarms}`] : []),
    ...(leaks > 0 ? [`secrets shown: ${leaks}`] : []),
  ];
  if (faults.length > 0) {
    throw belowWanted(`Not good enough: ${faults.join('; ')}.`);
  }
}
