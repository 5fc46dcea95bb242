import { diagnose } from '../diagnose';
import { KubernetesObject } from '../cluster/KubernetesObject';
import { Diagnosis, Finding, ResourceRef } from '../Diagnosis';
import { clusterOf } from './cluster';

/** One state of a cluster, and what has to be said about it. */
export interface DiagnosisCase {
  state: string;
  objects: KubernetesObject[];
  logs?: Record<string, string>;
  target?: ResourceRef;
  question?: string;
  /** Absent: nothing may be claimed. */
  category?: string | string[];
  culprit?: string;
  /** What stands in the first finding. */
  says?: string[];
  /** What stands in no finding. */
  never?: string[];
  /** A part of one of the commands. */
  command?: string;
}

export function textOf(finding: Finding | undefined): string {
  if (!finding) return '';
  return [finding.title, finding.rootCause, finding.explanation, ...finding.evidence.map(each => each.text)].join('\n');
}

/** Asks the engine about the state and holds its answer against what was expected. */
export async function expectDiagnosis(expected: DiagnosisCase): Promise<Diagnosis> {
  const { objects, logs, target, question, category, culprit, says = [], never = [], command } = expected;
  const diagnosis = await diagnose({ namespace: 'shop', target, question }, { reader: clusterOf(objects, logs) });
  const [first] = diagnosis.findings.filter(({ severity }) => severity !== 'INFO');
  const text = textOf(first);
  expect(diagnosis.blindSpots).toEqual([]);
  expect(category === undefined ? [undefined] : [category].flat()).toContain(first?.category);
  expect(first && `${first.resource.kind}/${first.resource.name}`).toBe(culprit);
  for (const sentence of says) expect(text).toContain(sentence);
  const all = diagnosis.findings.map(textOf).join('\n');
  for (const claim of never) expect(all).not.toContain(claim);
  expect(all).not.toMatch(/undefined|\[object Object\]|NaN/);
  expect(diagnosis.fixCommands.map(fix => fix.command).join('\n')).toContain(command ?? '');
  return diagnosis;
}
