import { Category } from '../categories';
import { keyOf, refOf } from '../cluster/ClusterGraph';
import { accusedClues, alarmingClues } from './alarmingClues';
import { AnalysisContext, FindingDraft } from './Analyzer';
import { readRunning } from './runningLogs';

/** A failing call may pass through so many services before one tells why. */
const MAX_HOPS = 3;
/** Workloads whose logs are read because a call leads to them. */
const MAX_WORKLOADS = 12;

/** Failures that the far end of a call may explain. */
const OF_CALLS: Category[] = [
  'dependency-down',
  'log-needle',
  'crash-loop-app-error',
  'init-container',
  'job-failed',
  'readiness-probe',
  'clock-or-deadlock',
];

/**
 * Reads the logs of what a failing call leads to, though it runs and is ready: "502" is said by the caller, why it is so
 * by one of those behind it. `drafts` are the findings so far; the result are those that come on top.
 */
export async function followCalls(drafts: FindingDraft[], context: AnalysisContext): Promise<FindingDraft[]> {
  const { graph } = context;
  const known = new Set(drafts.filter(({ latent }) => !latent).map(({ resource }) => keyOf(resource)));
  const added: FindingDraft[] = [];
  let callers = drafts.filter(({ latent, severity }) => !latent && severity !== 'INFO');
  let read = 0;
  for (let hop = 0; hop < MAX_HOPS && callers.length > 0; hop += 1) {
    const called = callers
      .filter(({ category }) => OF_CALLS.includes(category))
      .flatMap(({ blames = [] }) => blames)
      .flatMap(ref => graph.find(ref) ?? [])
      .filter(object => graph.podsOf(object).length > 0 && graph.workloadOf(object) === object)
      .filter(object => !known.has(keyOf(refOf(object))));
    const workloads = [...new Set(called)].slice(0, MAX_WORKLOADS - read);
    read += workloads.length;
    for (const workload of workloads) known.add(keyOf(refOf(workload)));
    callers = await readRunning(workloads, context, accusedClues);
    added.push(...callers);
  }
  return [...added, ...(await searchNamespace([...drafts, ...added], context, MAX_WORKLOADS - read))];
}

/**
 * Where no object and no line says whom a failing program calls, and somebody complains about it: what the others of its
 * namespace say plainly is the next best.
 */
async function searchNamespace(
  drafts: FindingDraft[],
  context: AnalysisContext,
  most: number,
): Promise<FindingDraft[]> {
  const { graph, scope } = context;
  const asked = new Set(scope.focus.map(object => keyOf(refOf(graph.workloadOf(object)))));
  const caller = drafts.find(
    ({ resource, category, latent, blames = [] }) =>
      category === 'dependency-down' && !latent && blames.length === 0 && asked.has(keyOf(resource)),
  );
  if (!caller || !scope.complaint) return [];
  const known = new Set(drafts.filter(({ latent }) => !latent).map(({ resource }) => keyOf(resource)));
  const others = graph
    .workloads(caller.resource.namespace)
    .filter(workload => !known.has(keyOf(refOf(workload))))
    .slice(0, most);
  const found = await readRunning(others, context, log => alarmingClues(log, scope));
  caller.blames = found.map(({ resource }) => resource);
  // Of those, who only passes on that a call fails stands before who says what is wrong.
  const ends = found.filter(({ category }) => category !== 'dependency-down').map(({ resource }) => resource);
  return found.map(draft =>
    draft.category === 'dependency-down' && !draft.blames?.length ? { ...draft, blames: ends } : draft,
  );
}
