import { createClusterReader, createRedactor, diagnose, Diagnosis, ResourceRef } from '@triage/diagnosis';
import { OpenCluster, openCluster } from '../clusters/openCluster';
import { Expectation, readExpectation } from './Expectation';
import { judge, Verdict } from './judge';
import { Scenario, snapshotOf } from './Scenario';

/** What came out of one scenario. A broken one counts as wrong; a draft does not count. */
export interface ScenarioResult extends Verdict {
  id: string;
  title?: string;
  state: 'judged' | 'draft' | 'broken';
  /** Milliseconds that the diagnosis took, without unpacking the recording. */
  ms: number;
  /** The first finding. */
  first?: { category: string; resource: ResourceRef; title: string };
}

export interface EvaluateOptions {
  /** Asks about the namespace instead of the target. */
  withoutTarget?: boolean;
  /** A cluster in which the scenario runs; default: its recording. The caller closes it. */
  live?: OpenCluster;
}

const UNJUDGED = { top1: false, top3: false, category: false, falseAlarms: 0, wrongClaims: 0, leaks: 0, ms: 0 };

/** Diagnoses one scenario and judges the answer. Never throws: what is broken is told in the result. */
export async function evaluate(scenario: Scenario, options: EvaluateOptions = {}): Promise<ScenarioResult> {
  try {
    const expectation = await readExpectation(scenario.folder);
    const { title } = expectation;
    if (expectation.draft) {
      return { ...UNJUDGED, id: scenario.id, title, state: 'draft', problems: ['draft: not judged'] };
    }
    const { diagnosis, ms } = await ask(scenario, expectation, options);
    const [first] = diagnosis.findings;
    return {
      ...judge(diagnosis, expectation),
      id: scenario.id,
      title,
      state: 'judged',
      ms,
      first: first && { category: first.category, resource: first.resource, title: first.title },
    };
  } catch (error) {
    return { ...UNJUDGED, id: scenario.id, state: 'broken', problems: [`Broken: ${(error as Error).message}`] };
  }
}

async function ask(
  scenario: Scenario,
  { question, namespace, target }: Expectation,
  { withoutTarget, live }: EvaluateOptions,
): Promise<{ diagnosis: Diagnosis; ms: number }> {
  const cluster = live ?? (await openCluster({ snapshot: await snapshotOf(scenario) }));
  try {
    const redactor = createRedactor();
    const reader = createClusterReader({ cluster: cluster.name, fetch: cluster.fetch, redactor });
    const began = performance.now();
    const diagnosis = await diagnose(
      {
        question: question === undefined ? undefined : redactor.text(question),
        namespace,
        target: withoutTarget || !target ? undefined : { namespace, ...target },
      },
      { reader },
    );
    return { diagnosis, ms: Math.round(performance.now() - began) };
  } finally {
    if (!live) {
      await cluster.close();
    }
  }
}
